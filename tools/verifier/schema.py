"""The part of JSON Schema 2020-12 that Schemas/ uses. A keyword that is not known here is refused, never passed over."""
import functools
import json
import pathlib
import re
from typing import Callable, NamedTuple

from moment import is_date, is_local

SILENT = {"$schema", "$id", "$defs", "title", "description", "x-roles"}
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
FORMATS = {"date": is_date, "date-time": is_local}


class EventType(NamedTuple):
    accepts: Callable
    roles: frozenset
    may_name_region: bool


def load(directory):
    """The event types by name, from a directory of schemas."""
    try:
        return read(directory)
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        found = f"{type(error).__name__}: {error}"
        raise ValueError(f"{directory}: expected the schemas of a ledger, found something else ({found})") from error


def read(directory):
    documents = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(pathlib.Path(directory).glob("*.json"))}
    if "definitions.json" not in documents:
        raise OSError(f"there are no schemas in {directory}")
    compiled = {}

    def resolve(reference):
        if reference not in compiled:
            document, _, pointer = reference.partition("#/")
            node = documents[document]
            for step in pointer.split("/"):
                node = node[step]
            compiled[reference] = compile_schema(node, resolve)
        return compiled[reference]

    return {
        document["title"]: EventType(compile_schema(document, resolve), frozenset(document["x-roles"]),
                                      "region" in document["properties"]["data"]["properties"])
        for name, document in documents.items() if name != "definitions.json"
    }


def compile_schema(node, resolve):
    """A function that says whether a value fits the schema. The type is always looked at first."""
    keywords = set(node) - SILENT
    checks = []
    if "$ref" in keywords:
        keywords.remove("$ref")
        checks.append(resolve(node["$ref"]))
    if "const" in keywords:
        keywords.remove("const")
        checks.append(lambda value, wanted=node["const"]: type(value) is type(wanted) and value == wanted)
    if "type" in keywords:
        keywords.remove("type")
        expected = TYPES[node["type"]]
        checks.append(lambda value: type(value) is expected)
        build = {dict: _object, list: _array, str: _string, int: _integer, bool: lambda *_: []}[expected]
        checks += build(node, keywords, resolve)
    if keywords:
        raise ValueError(f"unknown schema keywords: {sorted(keywords)}")
    return functools.reduce(lambda first, second: lambda value: first(value) and second(value), checks)


def _take(node, keywords, name, default=None):
    keywords.discard(name)
    return node.get(name, default)


def _object(node, keywords, resolve):
    properties = {name: compile_schema(part, resolve) for name, part in _take(node, keywords, "properties", {}).items()}
    required = frozenset(_take(node, keywords, "required", ()))
    if _take(node, keywords, "additionalProperties") is not False:
        raise ValueError("only closed objects are known")

    def check(value):
        if not required <= value.keys():
            return False
        for name, item in value.items():
            accepts = properties.get(name)
            if accepts is None or not accepts(item):
                return False
        return True
    return [check]


def _array(node, keywords, resolve):
    accepts = compile_schema(_take(node, keywords, "items", {}), resolve)
    least, most = _take(node, keywords, "minItems", 0), _take(node, keywords, "maxItems", float("inf"))
    unique = _take(node, keywords, "uniqueItems", False)

    def check(value):
        return (least <= len(value) <= most and all(map(accepts, value))
                and not (unique and len({json.dumps(item, sort_keys=True) for item in value}) < len(value)))
    return [check]


def _string(node, keywords, resolve):
    checks = []
    least, most = _take(node, keywords, "minLength", 0), _take(node, keywords, "maxLength", float("inf"))
    if (least, most) != (0, float("inf")):
        checks.append(lambda value: least <= len(value) <= most)
    if "enum" in keywords:
        allowed = frozenset(_take(node, keywords, "enum"))
        checks.append(lambda value: value in allowed)
    if "pattern" in keywords:
        pattern = _take(node, keywords, "pattern")
        if not (pattern.startswith("^") and pattern.endswith("$")):
            raise ValueError("only patterns of whole strings are known")
        matches = re.compile(pattern[1:-1]).fullmatch
        checks.append(lambda value: matches(value) is not None)
    if "format" in keywords:
        checks.append(FORMATS[_take(node, keywords, "format")])
    return checks


def _integer(node, keywords, resolve):
    least = _take(node, keywords, "minimum", float("-inf"))
    most = _take(node, keywords, "maximum", float("inf"))
    return [lambda value: least <= value <= most]
