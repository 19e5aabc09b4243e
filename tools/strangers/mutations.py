"""Changes of an event that a schema, or SPEC 6, may or may not refuse: of its values, and of its bytes."""
import json
import re

LIMIT = 2**53 - 1
NUMBERS = (-1, 0, 1, 2, 10, 11, 36_500, 36_501, 100_000, 100_001, 876_000, 876_001, LIMIT, LIMIT - 1, -LIMIT)
TOO_LARGE = (LIMIT + 1, -LIMIT - 1, 2**63, 2**64, 10**17, 10**40)
# Neighbours of the ends of A-Z, a-z, 0-9 and of base64; other scripts' digits; what case folding or normalisation would accept.
STRANGE = "/:@[`{+-_.= %\u00a0٣０ſ\u212aéé—\u2028\ufeff😀\u0130ı"
TIMES = (
    "2026-02-30T09:00:00+07:00", "2026-02-29T09:00:00+07:00", "2024-02-29T09:00:00+07:00", "2000-02-29T09:00:00+08:00",
    "2026-04-31T09:00:00+07:00", "2026-12-31T23:59:60+07:00", "2016-12-31T23:59:60+00:00", "2026-04-16T24:00:00+07:00",
    "2026-04-16T09:60:00+07:00", "2026-04-16T09:00:00Z", "2026-04-16T09:00:00+06:00", "2026-04-16T09:00:00+10:00",
    "2026-04-16T09:00:00+07:30", "2026-04-16T09:00:00-07:00", "2026-04-16t09:00:00+07:00", "2026-04-16 09:00:00+07:00",
    "2026-04-16T09:00:00.000+07:00", "1999-12-31T23:59:59+07:00", "2100-01-01T00:00:00+07:00", "2000-01-01T00:00:00+09:00",
    "2099-12-31T23:59:59+07:00", "2026-4-16T9:00:00+07:00", "2026-00-16T09:00:00+07:00", "2026-13-16T09:00:00+07:00",
    "2026-04-00T09:00:00+07:00", "2026-04-16T09:00+07:00", "2026-04-16T09:00:00+0700", "２０２６-04-16T09:00:00+07:00",
    "2026-02-30", "2026-02-29", "2024-02-29", "1900-02-29", "1900-02-28", "2000-02-29", "1899-12-31", "1900-01-01", "2099-12-31",
    "2100-01-01", "0000-01-01", "2026-1-1", "20260416", "2026-W16-4", "2026-106", "2026-04-31", "2026-04-16Z", "+2026-04-16",
)


def nodes(value, place=()):
    """Places of all values below this one, as tuples of keys and indexes."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*place, key)
        yield from nodes(item, (*place, key))


class Mutator:
    def __init__(self, schemas, chance):
        self.schemas, self.chance = schemas, chance

    def value(self, event):
        """The event with one value, member or item changed."""
        event = json.loads(json.dumps(event))
        places = list(nodes(event))
        # Most places lie deep: the members of the event itself come oftener than chance would bring them.
        place = self.chance.choice([p for p in places if len(p) == 1]) if self.chance.random() < 0.1 else self.chance.choice(places)
        parent = event
        for key in place[:-1]:
            parent = parent[key]
        key = place[-1]
        change = self.chance.random()
        if isinstance(parent, dict) and change < 0.25:
            self._member(parent, key)
        elif change < 0.35:
            parent[key] = self._other()
        else:
            parent[key] = self._near(parent[key])
        return event

    def _member(self, parent, key):
        change = self.chance.randrange(4)
        if change == 0:
            del parent[key]
        elif change == 1:
            parent[self._name(key)] = parent.pop(key)
        elif change == 2:
            parent[self._name(key)] = self._other()
        else:
            other = self.chance.choice(list(parent))
            parent[key], parent[other] = parent[other], parent[key]

    def _name(self, key):
        return self.chance.choice((key.upper(), key.capitalize(), key + "s", key[:-1], key + " ", "", "note", "nik", "__proto__",
                                   "$ref", "é", *self.schemas.names))

    def _other(self):
        return self.chance.choice((None, True, False, 0, 1, -7, LIMIT, "", "x", "0", "true", [], {}, [[], None], {"kind": "photo"},
                                   [[[[[[[]]]]]]], [{}], {"a": {"b": {"c": {}}}}))

    def _near(self, value):
        if isinstance(value, bool):
            return self.chance.choice((not value, int(value), str(value).lower(), None))
        if isinstance(value, int):
            return self.chance.choice((value + 1, value - 1, -value, str(value), *NUMBERS, *TOO_LARGE))
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return self._list(value)
        if isinstance(value, dict):
            return {} if self.chance.random() < 0.3 else dict(reversed(value.items()))
        return self._other()

    def _list(self, value):
        change = self.chance.randrange(5)
        if change == 0 or not value:
            return []
        item = self.chance.choice(value)
        if change == 1:
            # The same again, its members in another order.
            return value + [dict(reversed(item.items())) if isinstance(item, dict) else item]
        if change == 2:
            return value + [self._other()]
        if change == 3:
            return (value * 40)[:self.chance.choice((8, 9, 16, 17, 32, 33, 64, 65))]
        return value[1:]

    def _text(self, text):
        if re.match(r"\d{4}-\d\d-\d\d", text) and self.chance.random() < 0.7:
            return self.chance.choice(TIMES)
        at = self.chance.randrange(len(text) + 1)
        strange = self.chance.choice(STRANGE)
        choices = [
            text[:at] + strange + text[at:], text[:at] + strange + text[at + 1:], text[:at] + text[at + 1:], text.upper(),
            text.lower(), text.swapcase(), text + text, "", text[::-1], text + "=", text.rstrip("="), " " + text, text + " ",
            self.chance.choice(self.schemas.choices), self.chance.choice(self.schemas.kinds), "A" * self.chance.randint(36, 42),
            "é" * self.chance.choice((300, 301)), "😀" * self.chance.choice((300, 301)), "A" * self.chance.choice((79, 80, 81)),
            "AAAA" * self.chance.choice((13, 14, 15, 2048, 2049)),
        ]
        if text.endswith("="):
            # The last character before the padding has bits that must be zero.
            body = text.rstrip("=")
            choices += [body[:-1] + self.chance.choice("ABCDEFGHQgw048k") + text[len(body):]] * 4
        return self.chance.choice(choices)

    def spelling(self, event):
        """The bytes of an event, written in another but allowed way: order of keys, escapes."""
        shuffles, escapes = self.chance.random() < 0.5, self.chance.choice((0, 0, 0.05, 1))

        def write(value):
            if isinstance(value, dict):
                items = list(value.items())
                if shuffles:
                    self.chance.shuffle(items)
                return "{" + ",".join(f"{write(name)}:{write(item)}" for name, item in items) + "}"
            if isinstance(value, list):
                return "[" + ",".join(map(write, value)) + "]"
            if isinstance(value, str) and escapes:
                return '"' + "".join(self._escape(c) if self.chance.random() < escapes else _plain(c) for c in value) + '"'
            return json.dumps(value, ensure_ascii=False)
        return write(event)

    def _escape(self, character):
        if character == "/" and self.chance.random() < 0.5:
            return "\\/"
        units = character.encode("utf-16-be", "surrogatepass")
        text = "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
        return text.upper().replace("\\U", "\\u") if self.chance.random() < 0.5 else text

    def bytes(self, line):
        """The line with something changed that a JSON reader may pass over in silence."""
        change = self.chance.randrange(12)
        if change < 3:
            return self._number(line).encode()
        if change < 5:
            return self._string(line).encode()
        if change < 7:
            return self._structure(line).encode()
        if change == 7:
            return self.chance.choice((b"\xef\xbb\xbf" + line.encode(), b"", b"{}", b"[]", b"null", b'"x"', b"1", b"{", b"\x00"))
        return self._damage(bytearray(line.encode()))

    def _number(self, line):
        found = [m for m in re.finditer(r"(?<=[:\[,])-?\d+(?=[,\]}])", line)]
        if not found:
            return line + " "
        match = self.chance.choice(found)
        n = match[0]
        text = self.chance.choice((n + ".0", n + "e0", n + "E+0", n + ".", "-0", "0" + n, "+" + n, "-", n + "e400", "0.0", "1e2", "NaN",
                                   "Infinity", "-Infinity", "0x10", n + "_0", "9007199254740993", "1" * 400, "-00", "0e0", "1E400",
                                   "٣", "true", "tru", "nul"))
        return line[:match.start()] + text + line[match.end():]

    def _string(self, line):
        # Before the closing quotation mark of some string.
        at = self.chance.choice([m.end() for m in re.finditer(r'[^\\"](?=")', line)] or [0])
        text = self.chance.choice(("\\ud800", "\\udc00\\ud800", "\\ud83d\\ude00", "\\u0000", "\\n", "\\t", "\\b", "\\u001f", "\\u007f",
                                   "\\u0080", "\x7f", "\t", "\x01", "\\x41", "\\'", "\\", "\\u00", "\\u00g0", "\\/", "\\\\", '\\"', "\\U0041",
                                   "\u0080", "\ufffd", "\u2028", "\\ud83dx", "\\uFEFF", '"', "\\u0041", "'"))
        return line[:at] + text + line[at:]

    def _structure(self, line):
        at = self.chance.choice([m.start() for m in re.finditer(r"[{}\[\],:]", line)])
        member = self.chance.choice([m[0] for m in re.finditer(r'"[a-z]\w*":(?:"[^"\\]*"|\d+|true|false)', line)] or ['"a":1'])
        escaped = "\\u00" + format(ord(member[1]), "02x")
        return self.chance.choice((
            line[:at] + self.chance.choice((" ", "\t", "\r", "\v", "\u00a0", ",", "/**/", "[", "}", "{}")) + line[at:],
            line[:at] + line[at + 1:], line + self.chance.choice((" ", "\r", "{}", ",", "\x00", "}")), " " + line,
            line.replace(member, f"{member},{member}", 1), line.replace(member, f'{member},"{escaped}{member[2:]}', 1),
            line[:-1] + ",}", line[:at], line.replace('"', "'"),
            line[:-1] + ',"x":' + "[" * self.chance.choice((5, 6, 7, 8, 9, 500)) + "}",
            line[:-1] + ',"x":' + (lambda n: "[" * n + "]" * n)(self.chance.choice((5, 6, 7, 8, 9, 5000))) + "}",
        ))

    def _damage(self, data):
        for _ in range(self.chance.randint(1, 3)):
            at = self.chance.randrange(len(data)) if data else 0
            change = self.chance.randrange(5)
            if change == 0:
                del data[at:at + 1]
            elif change == 1 and data:
                data[at] ^= 1 << self.chance.randrange(8)
            elif change == 2:
                data[at:at] = self.chance.choice((b"\x80", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\""))
            elif change == 3:
                data[at:at + 1] = self.chance.choice((b"{", b"}", b"[", b"]", b",", b":", b"\\", b"0", b"-", b".", b"e"))
            else:
                data[at:at] = data[at:at + 9]
        # A line feed would end the line.
        return bytes(data).replace(b"\n", b"")


def _plain(character):
    return json.dumps(character, ensure_ascii=False)[1:-1]
