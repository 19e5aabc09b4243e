"""Random values that a JSON Schema accepts, from the schema alone: strings are made from their patterns."""
import re._parser as parser

# For `any character but`: ASCII, both ends of UTF-8's lengths, what looks like something else, what combines.
CHARACTERS = "aZ09 ~\"\\/<&é—\u00a0\u0301\u0660\u200b\u2028\ud7ff\ue000\ufeff\uffff\U00010000😀\U0010ffff"


class Sampler:
    def __init__(self, schemas, chance):
        self.schemas, self.chance = schemas, chance

    def event(self, kind):
        return self.value(self.schemas[kind])

    def value(self, schema):
        schema = self.schemas.resolve(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        return getattr(self, schema["type"])(schema)

    def object(self, schema):
        required = schema.get("required", ())
        return {name: self.value(part) for name, part in schema.get("properties", {}).items()
                if name in required or self.chance.random() < 0.5}

    def array(self, schema):
        least, most = schema.get("minItems", 0), schema.get("maxItems", 8)
        wanted = most if self.chance.random() < 0.05 else self.chance.randint(least, min(most, least + 3))
        items = []
        for _ in range(20 * wanted):
            if len(items) == wanted:
                break
            item = self.value(schema["items"])
            if not schema.get("uniqueItems") or item not in items:
                items.append(item)
        return items

    def boolean(self, schema):
        return self.chance.random() < 0.5

    def integer(self, schema):
        least, most = schema["minimum"], schema["maximum"]
        return self.chance.choice((least, most, self.chance.randint(least, most), self.chance.randint(least, min(most, least + 50_000))))

    def string(self, schema):
        least, most = schema.get("minLength", 0), schema.get("maxLength", 10**6)
        pattern = parser.parse(schema["pattern"].removeprefix("^").removesuffix("$"))
        while True:
            # Where the pattern sets no limit, the longest that is allowed comes often: counted in characters, and in groups of four.
            short = self.chance.random() < 0.8 or "maxLength" not in schema
            text = self._from(pattern, self.chance.randint(0, 60) if short else self.chance.choice((most, most // 4)))
            if least <= len(text) <= most and self.schemas.has_format(schema, text):
                return text

    def _from(self, pattern, most):
        return "".join(self._part(name, value, most) for name, value in pattern)

    def _part(self, name, value, most):
        name = str(name)
        if name == "LITERAL":
            return chr(value)
        if name == "IN":
            return self._one_of(value)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, part = value
            if str(high) == "MAXREPEAT":
                count = most
            else:
                count = high if self.chance.random() < 0.1 else self.chance.randint(low, min(high, low + 12))
            return "".join(self._from(part, most) for _ in range(count))
        if name == "SUBPATTERN":
            return self._from(value[3], most)
        if name == "BRANCH":
            return self._from(self.chance.choice(value[1]), most)
        raise ValueError(f"a pattern with {name}")

    def _one_of(self, choices):
        if str(choices[0][0]) == "NEGATE":
            return self.chance.choice(CHARACTERS)
        kind, value = self.chance.choice(choices)
        return chr(value) if str(kind) == "LITERAL" else chr(self.chance.randint(*value))
