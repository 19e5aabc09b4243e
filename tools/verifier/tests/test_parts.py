"""The tree, proofs, schemas and times each by themselves."""
import itertools
import json
import re
import unittest

from test_vectors import EVENT_TYPES
from writer import ROOT, SCHEMAS, identifier, mth, path, sha256

from merkle import Tree, root_from_proof
from moment import instant, is_date, is_local, is_recorded
from schema import compile_schema, load

LEAVES = [sha256(bytes([number])) for number in range(130)]


class Trees(unittest.TestCase):
    def test_roots_are_those_of_rfc_6962_at_every_size(self):
        tree = Tree()
        for size in range(len(LEAVES) + 1):
            for smaller in range(size + 1):
                self.assertEqual(tree.root(smaller), mth(LEAVES[:smaller]))
            if size < len(LEAVES):
                tree.append(LEAVES[size])

    def test_every_proof_leads_to_the_root_and_no_changed_one_does(self):
        for size in range(1, 34):
            root = mth(LEAVES[:size])
            for index in range(size):
                proof = path(index, LEAVES[:size])
                self.assertEqual(root_from_proof(LEAVES[index], index, size, proof), root)
                wrong = [root_from_proof(LEAVES[size], index, size, proof), root_from_proof(LEAVES[index], index, size, proof + [root]),
                         root_from_proof(LEAVES[index], size, size, proof), root_from_proof(LEAVES[index], index + size, size, proof)]
                wrong += [root_from_proof(LEAVES[index], other, size, proof) for other in range(size) if other != index]
                wrong += [root_from_proof(LEAVES[index], index, size, proof[:at] + [sha256(proof[at])] + proof[at + 1:])
                          for at in range(len(proof))]
                wrong += [root_from_proof(LEAVES[index], index, size, proof[:-1])] if proof else []
                self.assertNotIn(root, wrong)


class Schemas(unittest.TestCase):
    def test_the_roles_of_the_schemas_are_those_of_the_table(self):
        section = (ROOT / "SPEC.md").read_text().split("### 7.3")[1].split("## 8")[0]
        table = {}
        for row in re.findall(r"^\| (`[^|]*`) \| (`[^|]*`) \|$", section, re.MULTILINE):
            roles, types = (re.findall(r"`([^`]*)`", cell) for cell in row)
            for name in types:
                table.setdefault(name, set()).update(roles)
        self.assertEqual(table, {name: set(kind.roles) for name, kind in EVENT_TYPES.items()})
        self.assertEqual(len(table), len(list(SCHEMAS.glob("*.json"))) - 1)

    def test_a_keyword_that_is_not_known_is_refused(self):
        for node in ({"type": "string", "contentEncoding": "base64"}, {"type": "object"}, {"type": "integer", "multipleOf": 5},
                     {"type": "object", "additionalProperties": False, "minProperties": 1}, {"type": "string", "pattern": "a"}):
            with self.subTest(node), self.assertRaises(ValueError):
                compile_schema(node, None)

    def test_limits_hold_at_their_edges(self):
        number = compile_schema({"type": "integer", "minimum": 1, "maximum": 3}, None)
        self.assertEqual([value for value in (0, 1, 3, 4, True, "1", None, 1.0) if number(value)], [1, 3])
        text = compile_schema({"type": "string", "minLength": 1, "maxLength": 2}, None)
        self.assertEqual([value for value in ("", "a", "\U0001F33E\U0001F33E", "abc", 1) if text(value)], ["a", "\U0001F33E\U0001F33E"])
        array = compile_schema({"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2, "uniqueItems": True}, None)
        self.assertEqual([value for value in ([], ["a"], ["a", "a"], ["a", "b"], ["a", "b", "c"], [1], {}) if array(value)], [["a"], ["a", "b"]])

    def test_each_schema_takes_the_smallest_event_it_describes_and_none_with_a_key_less_or_more(self):
        for name, kind in load(SCHEMAS).items():
            document = json.loads((SCHEMAS / f"{name}.json").read_text())
            event = smallest(document)
            with self.subTest(name):
                self.assertTrue(kind.accepts(event))
                for key in document["required"]:
                    self.assertFalse(kind.accepts({other: event[other] for other in event if other != key}))
                for key in document["properties"]["data"]["required"]:
                    lacking = {other: event["data"][other] for other in event["data"] if other != key}
                    self.assertFalse(kind.accepts({**event, "data": lacking}))
                self.assertFalse(kind.accepts({**event, "more": 1}))
                self.assertFalse(kind.accepts({**event, "data": {**event["data"], "more": 1}}))


DEFINITIONS = json.loads((SCHEMAS / "definitions.json").read_text())["$defs"]
SERIAL = itertools.count()
EXAMPLES = {
    "code": "C-1", "region": "32", "keyName": "k", "origin": "o", "text": "t",
    "verifierKey": "k+00000000+AQ" + "A" * 42, "dateTime": "2026-04-16T09:12:03+07:00", "date": "2026-04-16",
    "digest": "A" * 43 + "=", "tag": "A" * 22 + "==",
}


def smallest(node):
    """A value with nothing optional in it."""
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        if name == "uuid":
            return identifier(next(SERIAL))
        return EXAMPLES[name] if name in EXAMPLES else smallest(DEFINITIONS[name])
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return node["enum"][0]
    if node["type"] == "object":
        return {key: smallest(node["properties"][key]) for key in node["required"]}
    if node["type"] == "array":
        return [smallest(node["items"]) for _ in range(node["minItems"])]
    if node["type"] == "string":
        return "A" * node["minLength"]
    return {"integer": node.get("minimum", 0), "boolean": False}[node["type"]]


class Times(unittest.TestCase):
    def test_instants_agree_with_each_other(self):
        self.assertEqual(instant("2026-04-16T09:12:03+07:00"), instant("2026-04-16T02:12:03.000Z"))
        self.assertEqual(instant("2026-04-16T11:12:03+09:00"), instant("2026-04-16T02:12:03.000Z"))
        self.assertEqual(instant("2026-01-01T00:00:00+08:00"), instant("2025-12-31T16:00:00.000Z"))
        self.assertEqual(instant("2026-04-16T02:12:03.123Z"), 1_776_305_523_123)

    def test_days_that_do_not_exist_are_none(self):
        dates = ("2024-02-29", "2000-02-29", "2025-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "20260101",
                 "2026-W01-1")
        self.assertEqual([text for text in dates if is_date(text)], ["2024-02-29", "2000-02-29"])
        self.assertFalse(is_local("2025-02-29T00:00:00+07:00"))
        self.assertFalse(is_recorded("2025-02-29T00:00:00.000Z"))


if __name__ == "__main__":
    unittest.main()
