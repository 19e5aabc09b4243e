"""As much of JSON Schema 2020-12 as the schemas of the events use, for the tests only."""

import json
import re


class Schemas:
    def __init__(self, folder):
        self.folder = folder
        self.loaded = {}

    def _load(self, name):
        if name not in self.loaded:
            self.loaded[name] = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return self.loaded[name]

    def problems(self, event):
        return list(self._check(self._load(event["type"] + ".json"), event, ""))

    def _check(self, schema, value, where):
        if "$ref" in schema:
            name, _, pointer = schema["$ref"].partition("#")
            target = self._load(name)
            for key in pointer.strip("/").split("/"):
                target = target[key]
            yield from self._check(target, value, where)
        if "const" in schema and value != schema["const"]:
            yield where + ": not " + schema["const"]
        if "enum" in schema and value not in schema["enum"]:
            yield "%s: %r is none of %s" % (where, value, schema["enum"])
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
        if "type" in schema and (type(value) is not kinds[schema["type"]]):
            yield "%s: %r is no %s" % (where, value, schema["type"])
            return
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                yield "%s: %r does not match %s" % (where, value, schema["pattern"])
            if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10_000):
                yield where + ": length"
        if type(value) is int and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            yield "%s: %d out of range" % (where, value)
        if isinstance(value, list):
            if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
                yield where + ": number of items"
            if schema.get("uniqueItems") and len({json.dumps(v) for v in value}) != len(value):
                yield where + ": items repeat"
            for n, item in enumerate(value):
                yield from self._check(schema.get("items", {}), item, "%s/%d" % (where, n))
        if isinstance(value, dict):
            properties = schema.get("properties", {})
            for name in schema.get("required", ()):
                if name not in value:
                    yield "%s: no %s" % (where, name)
            for name, item in value.items():
                if name in properties:
                    yield from self._check(properties[name], item, "%s/%s" % (where, name))
                elif schema.get("additionalProperties") is False:
                    yield "%s: unexpected %s" % (where, name)
