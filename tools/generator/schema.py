"""Reads Schemas/*.json into a model and refuses everything that the generated code could not honour."""

import json
import re
from dataclasses import dataclass, field

IDENTIFIER = re.compile(r"^[a-z][A-Za-z0-9]*$")
TITLE = re.compile(r"^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$")
REFERENCE = "definitions.json#/$defs/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT_PATTERN = "^[^\\u0000-\\u001f\\u007f]*$"
BASE64_PATTERN = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
LARGEST_INTEGER = 2**53 - 1
DEEPEST = 8
TAKEN = {"cursor", "output", "seenMembers", "memberNames", "placeholder"}

NAME_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$"

# Definitions whose Swift types are written by hand. Their rules are code, so the schema must say exactly what the code does.
HAND_WRITTEN = {
    "uuid": ("Identifier", {
        "type": "string",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}),
    "code": ("Code", {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,38}$"}),
    "region": ("Region", {
        "type": "string",
        "pattern": "^[1-9][0-9](\\.[0-9]{2}(\\.[0-9]{2}(\\.[123][0-9]{3})?)?)?$"}),
    "dateTime": ("Timestamp", {
        "type": "string", "format": "date-time",
        "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                   "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+0[789]:00$"}),
    "date": ("CalendarDate", {
        "type": "string", "format": "date",
        "pattern": "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}),
    "digest": ("Digest", {"type": "string", "pattern": "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"}),
    "tag": ("Tag", {"type": "string", "pattern": "^[A-Za-z0-9+/]{21}[AQgw]==$"}),
    "rupiah": ("Rupiah", {"type": "integer", "minimum": 0, "maximum": LARGEST_INTEGER}),
    "quantity": ("Quantity", {"type": "integer", "minimum": 0, "maximum": LARGEST_INTEGER}),
}

# Strings with a grammar of their own: kept as String, checked by code of the same name.
GRAMMARS = {
    "keyName": {"type": "string", "pattern": NAME_PATTERN},
    "origin": {"type": "string", "pattern": NAME_PATTERN},
    "verifierKey": {
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}\\+[0-9a-f]{8}\\+A[Q-Za-f][A-Za-z0-9+/]{42}$"},
}


class Refused(Exception):
    """The schema says something that the generator cannot carry into Swift."""


@dataclass
class Value:
    """What a property or an item may hold."""
    kind: str  # handWritten, grammar, integer, text, base64, boolean, choice, object, array
    swift: str
    minimum: int = 0
    maximum: int = 0
    grammar: str = ""
    item: "Value | None" = None
    distinct: bool = False


@dataclass
class Property:
    name: str
    description: str
    value: Value
    required: bool


@dataclass
class Choice:
    """An enumeration of strings."""
    name: str
    description: str
    cases: list


@dataclass
class Object:
    """A closed object. `choices` are the enumerations written in place."""
    name: str
    description: str
    properties: list
    choices: list = field(default_factory=list)
    depth: int = 1


@dataclass
class Event:
    title: str
    source: str
    roles: list
    body: Object

    @property
    def case(self):
        return lower_first(self.body.name)


@dataclass
class Model:
    definitions: dict
    choices: list
    objects: list
    events: list


def upper_first(text):
    return text[0].upper() + text[1:]


def lower_first(text):
    return text[0].lower() + text[1:]


def check_keywords(schema, allowed, where):
    """Refuses a keyword that nobody would enforce: half a validation is none."""
    if not isinstance(schema, dict):
        raise Refused(f"{where}: expected a schema object")
    for keyword in schema:
        if keyword not in allowed:
            raise Refused(f"{where}: the keyword '{keyword}' is not supported here")


def integer(schema, keyword, where):
    number = schema.get(keyword)
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refused(f"{where}: '{keyword}' must be given and be an integer")
    return number


class Reader:
    def __init__(self, folder):
        self.folder = folder
        self.definitions = {}
        self.choices = {}
        self.objects = {}

    def load(self, path):
        def unique(pairs):
            keys = [key for key, _ in pairs]
            if len(set(keys)) != len(keys):
                raise Refused(f"{path.name}: a key occurs twice in one object")
            return dict(pairs)
        try:
            return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)
        except ValueError as error:
            raise Refused(f"{path.name}: {error}") from error

    def model(self):
        shared = self.load(self.folder / "definitions.json")
        check_keywords(shared, {"$schema", "$id", "title", "$defs"}, "definitions.json")
        self.expect(shared.get("$schema") == DIALECT, "definitions.json", f"'$schema' must be {DIALECT}")
        self.definitions = shared["$defs"]
        for name in self.definitions:
            self.expect(IDENTIFIER.match(name), "definitions.json", f"'{name}' is no lower camel case name")
            self.definition(name)
        events = []
        for path in sorted(self.folder.glob("*.json")):
            if path.name != "definitions.json":
                events.append(self.event(path))
        self.check_names(events)
        return Model(self.definitions, list(self.choices.values()), list(self.objects.values()), events)

    def expect(self, truth, where, message):
        if not truth:
            raise Refused(f"{where}: {message}")

    def check_names(self, events):
        names = ["Event", "EventType", "EventBody"] + [event.body.name for event in events]
        names += list(map(upper_first, self.choices)) + list(map(upper_first, self.objects))
        names += [swift for swift, _ in HAND_WRITTEN.values()]
        for name in names:
            self.expect(names.count(name) == 1, "Schemas", f"two definitions want the Swift name '{name}'")

    # Definitions

    def definition(self, name):
        """The value that a reference to the definition stands for."""
        where = f"definitions.json#/$defs/{name}"
        if name not in self.definitions:
            raise Refused(f"{where}: there is no such definition")
        schema = self.definitions[name]
        bare = {key: value for key, value in schema.items() if key != "description"}
        for table in (HAND_WRITTEN, GRAMMARS):
            if name in table:
                wanted = table[name][1] if table is HAND_WRITTEN else table[name]
                self.expect(bare == wanted, where, "differs from what the hand-written Swift type checks")
        if name in HAND_WRITTEN:
            return Value("handWritten", HAND_WRITTEN[name][0], bare.get("minimum", 0), bare.get("maximum", 0))
        if name in GRAMMARS:
            return Value("grammar", "String", grammar=name)
        if schema.get("type") == "object":
            return self.object_definition(name, schema, where)
        if "enum" in schema:
            self.choices.setdefault(name, self.choice(upper_first(name), schema, where))
            return Value("choice", upper_first(name))
        return self.plain(schema, where)

    def object_definition(self, name, schema, where):
        if name not in self.objects:
            self.objects[name] = None
            self.objects[name] = self.object(upper_first(name), schema, where)
        self.expect(self.objects[name] is not None, where, "contains itself")
        return Value("object", upper_first(name))

    # Values

    def value(self, schema, owner, name, where):
        if "$ref" in schema:
            check_keywords(schema, {"description", "$ref"}, where)
            reference = schema["$ref"]
            self.expect(reference.startswith(REFERENCE), where, f"a reference must begin with {REFERENCE}")
            return self.definition(reference[len(REFERENCE):])
        if schema.get("type") == "array":
            return self.array(schema, owner, name, where)
        if "enum" in schema:
            nested = upper_first(name)
            self.expect(nested not in [choice.name for choice in owner.choices], where, f"'{nested}' is taken")
            owner.choices.append(self.choice(nested, schema, where))
            return Value("choice", nested)
        self.expect(schema.get("type") != "object", where, "put an object into definitions.json and refer to it")
        return self.plain(schema, where)

    def array(self, schema, owner, name, where):
        check_keywords(schema, {"description", "type", "minItems", "maxItems", "items", "uniqueItems"}, where)
        lower, upper = integer(schema, "minItems", where), integer(schema, "maxItems", where)
        self.expect(0 <= lower <= upper, where, "'minItems' and 'maxItems' must be in order")
        singular = name[:-1] if name.endswith("s") and len(name) > 2 else name + "Item"
        item = self.value(schema.get("items", {}), owner, singular, where + "/items")
        self.expect(item.kind in ("handWritten", "choice", "object"), where, "items must be of a named type or an enumeration")
        self.expect(item.swift not in ("Rupiah", "Quantity"), where, "items of this type are not supported")
        distinct = schema.get("uniqueItems", False)
        self.expect(isinstance(distinct, bool), where, "'uniqueItems' must be a boolean")
        return Value("array", f"[{item.swift}]", lower, upper, item=item, distinct=distinct)

    def plain(self, schema, where):
        kind = schema.get("type")
        if kind == "boolean":
            check_keywords(schema, {"description", "type"}, where)
            return Value("boolean", "Bool")
        if kind == "integer":
            check_keywords(schema, {"description", "type", "minimum", "maximum"}, where)
            lower, upper = integer(schema, "minimum", where), integer(schema, "maximum", where)
            self.expect(-LARGEST_INTEGER <= lower <= upper <= LARGEST_INTEGER, where, "the range is empty or beyond 2^53 - 1")
            return Value("integer", "Int", lower, upper)
        self.expect(kind == "string", where, f"the type {kind!r} is not supported")
        check_keywords(schema, {"description", "type", "minLength", "maxLength", "pattern"}, where)
        lower, upper = integer(schema, "minLength", where), integer(schema, "maxLength", where)
        self.expect(0 <= lower <= upper, where, "'minLength' and 'maxLength' must be in order")
        if schema.get("pattern") == TEXT_PATTERN:
            return Value("text", "String", lower, upper)
        self.expect(schema.get("pattern") == BASE64_PATTERN, where, "this 'pattern' is not supported")
        return Value("base64", "[UInt8]", lower, upper)

    def choice(self, name, schema, where):
        check_keywords(schema, {"description", "type", "enum"}, where)
        cases = schema["enum"]
        self.expect(schema.get("type") == "string", where, "an enumeration must be of strings")
        self.expect(0 < len(cases) <= 255 and len(set(cases)) == len(cases), where, "an enumeration must list distinct values")
        for case in cases:
            self.expect(isinstance(case, str) and IDENTIFIER.match(case), where, f"{case!r} is no lower camel case name")
        return Choice(name, schema.get("description", ""), cases)

    def object(self, name, schema, where):
        allowed = {"description", "type", "additionalProperties", "required", "properties"}
        check_keywords(schema, allowed, where)
        self.expect(schema.get("type") == "object", where, "must be an object")
        self.expect(schema.get("additionalProperties") is False, where, "'additionalProperties' must be false")
        properties, required = schema.get("properties", {}), schema.get("required", [])
        self.expect(0 < len(properties) <= 64, where, "must have 1 to 64 properties")
        self.expect(len(set(required)) == len(required) and set(required) <= set(properties), where, "'required' names no property")
        result = Object(name, schema.get("description", ""), [])
        for key, value_schema in properties.items():
            place = f"{where}/{key}"
            self.expect(IDENTIFIER.match(key), place, "is no lower camel case name")
            self.expect(key not in TAKEN, place, "is a name that the generated code uses itself")
            value = self.value(value_schema, result, key, place)
            description = value_schema.get("description", "") or self.described(value_schema)
            result.properties.append(Property(key, description, value, key in required))
            result.depth = max(result.depth, 1 + self.depth_of(value))
        self.expect(result.depth + 1 <= DEEPEST, where, f"nests deeper than {DEEPEST}")
        return result

    def described(self, schema):
        """The description of what a property refers to, when it has none of its own."""
        if schema.get("type") == "array":
            return schema.get("items", {}).get("description", "") or self.described(schema.get("items", {}))
        name = schema.get("$ref", "")[len(REFERENCE):]
        return self.definitions.get(name, {}).get("description", "")

    def depth_of(self, value):
        if value.kind == "array":
            return 1 + self.depth_of(value.item)
        if value.kind == "object":
            return self.objects[lower_first(value.swift)].depth
        return 0

    # Events

    def event(self, path):
        where = path.name
        schema = self.load(path)
        check_keywords(schema, {"$schema", "$id", "title", "description", "x-roles", "type", "additionalProperties",
                                "required", "properties"}, where)
        title = schema.get("title", "")
        self.expect(TITLE.match(title) and path.name == title + ".json", where, "'title' must be the dotted name of the file")
        self.expect(schema.get("$schema") == DIALECT, where, f"'$schema' must be {DIALECT}")
        self.expect(schema.get("type") == "object" and schema.get("additionalProperties") is False, where, "must be a closed object")
        envelope = ["type", "id", "at", "data"]
        properties = schema.get("properties", {})
        self.expect(list(properties) == envelope and schema.get("required") == envelope, where,
                    "must have and require exactly type, id, at, data in this order")
        self.expect(properties["type"] == {"const": title}, where, "'type' must be the constant title")
        for key, reference in (("id", "uuid"), ("at", "dateTime")):
            check_keywords(properties[key], {"description", "$ref"}, f"{where}/{key}")
            self.expect(properties[key].get("$ref") == REFERENCE + reference, where, f"'{key}' must be a {reference}")
        roles = schema.get("x-roles", [])
        known = self.definitions.get("role", {}).get("enum", [])
        self.expect(roles and len(set(roles)) == len(roles) and set(roles) <= set(known), where, "'x-roles' must list known roles")
        name = "".join(map(upper_first, title.split(".")))
        body = self.object(name, properties["data"], f"{where}/data")
        body.description = schema.get("description", "") or body.description
        return Event(title, path.name, roles, body)
