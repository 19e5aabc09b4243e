"""One line of JSON as SPEC 6 wants it."""
import json
import re

# One that does not end reaches to the end of the line: looking for the end of each anew would take time by the square of its length.
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)')
SPACE = re.compile(r"[ \t\r\n]")
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
MAXIMUM = 2**53 - 1
DEPTH = 8


class NotStrict(ValueError):
    """The line is not JSON, or not in the form that SPEC 6 asks for."""


def _object(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotStrict("a key occurs twice")
    return value


def _integer(text):
    if text == "-0" or len(text) > 17 or abs(int(text)) > MAXIMUM:
        raise NotStrict("a number is -0 or above 2^53 - 1")
    return int(text)


def _not_an_integer(_):
    raise NotStrict("a number has a fraction or an exponent")


_decoder = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_not_an_integer, parse_constant=_not_an_integer)


def parse_object(line):
    """The JSON object on a line."""
    outside = STRING.sub("", line)
    if SPACE.search(outside):
        raise NotStrict("white space stands outside strings")
    if outside.count("{") + outside.count("[") > DEPTH and _depth(outside) > DEPTH:
        raise NotStrict(f"it is nested more than {DEPTH} deep")
    try:
        value = _decoder.decode(line)
    except json.JSONDecodeError as error:
        raise NotStrict("it is not JSON") from error
    if type(value) is not dict:
        raise NotStrict("it is not an object")
    if "\x7f" in line:
        raise NotStrict("a string holds a control character")
    if "\\" in line:
        _check_escapes(line, value)
    return value


def _depth(outside):
    depth = deepest = 0
    for character in outside:
        if character in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "}]":
            depth -= 1
    return deepest


def _check_escapes(line, value):
    for escape in ESCAPE.findall(line):
        code = int(escape[1:], 16) if len(escape) == 5 else 0x20
        if escape in ("b", "f", "n", "r", "t") or code < 0x20 or code == 0x7F:
            raise NotStrict("a string holds an escaped control character")
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise NotStrict("a string holds a lone surrogate") from error
