"""The generator refuses every schema that the generated code could not honour."""

import copy
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator import schema, swift  # noqa: E402

SCHEMAS = Path(__file__).resolve().parents[3] / "Schemas"
NAME = "complaint.closed.json"


class Refusals(unittest.TestCase):
    def setUp(self):
        self.definitions = json.loads((SCHEMAS / "definitions.json").read_text())
        self.event = json.loads((SCHEMAS / NAME).read_text())
        self.data = self.event["properties"]["data"]

    def model(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "definitions.json").write_text(json.dumps(self.definitions))
            Path(folder, NAME).write_text(json.dumps(self.event))
            return schema.Reader(Path(folder)).model()

    def refused(self, part):
        with self.assertRaises(schema.Refused) as caught:
            self.model()
        self.assertIn(part, str(caught.exception))

    def test_the_schema_is_accepted_as_it_is(self):
        self.assertEqual(self.model().events[0].body.name, "ComplaintClosed")

    def test_an_unknown_keyword_of_the_event(self):
        self.event["if"] = {}
        self.refused("'if'")

    def test_an_unknown_keyword_of_the_data(self):
        self.data["minProperties"] = 2
        self.refused("'minProperties'")

    def test_an_unknown_keyword_of_a_value(self):
        self.data["properties"]["weight"] = {"type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 2}
        self.refused("'multipleOf'")

    def test_a_keyword_beside_a_reference(self):
        self.data["properties"]["region"]["maxLength"] = 5
        self.refused("'maxLength'")

    def test_an_unknown_keyword_of_an_array(self):
        self.data["properties"]["list"] = {
            "type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "definitions.json#/$defs/code"}, "contains": {}}
        self.refused("'contains'")

    def test_a_number_without_a_range(self):
        self.data["properties"]["weight"] = {"type": "integer", "minimum": 0}
        self.refused("'maximum'")

    def test_a_floating_point_number(self):
        self.data["properties"]["weight"] = {"type": "number", "minimum": 0, "maximum": 9}
        self.refused("'number'")

    def test_a_range_beyond_the_largest_integer(self):
        self.data["properties"]["weight"] = {"type": "integer", "minimum": 0, "maximum": 2**53}
        self.refused("2^53")

    def test_another_pattern(self):
        self.data["properties"]["name"] = {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^[a-z]*$"}
        self.refused("'pattern'")

    def test_a_text_without_a_length(self):
        self.data["properties"]["name"] = {"type": "string", "pattern": schema.TEXT_PATTERN}
        self.refused("'minLength'")

    def test_an_open_object(self):
        del self.data["additionalProperties"]
        self.refused("'additionalProperties'")

    def test_an_object_in_place(self):
        self.data["properties"]["place"] = {"type": "object", "additionalProperties": False, "properties": {}}
        self.refused("definitions.json")

    def test_a_required_property_that_is_none(self):
        self.data["required"].append("nothing")
        self.refused("'required'")

    def test_a_reference_that_leads_nowhere(self):
        self.data["properties"]["region"]["$ref"] = "definitions.json#/$defs/place"
        self.refused("no such definition")

    def test_a_hand_written_definition_that_changed(self):
        self.definitions["$defs"]["code"]["pattern"] = "^[A-Z]+$"
        self.refused("hand-written")

    def test_a_definition_that_contains_itself(self):
        self.definitions["$defs"]["item"]["properties"]["lot"] = {"$ref": "definitions.json#/$defs/item"}
        self.refused("contains itself")

    def test_nesting_that_is_too_deep(self):
        previous = "evidence"
        for level in range(6):
            name = f"layer{'abcdef'[level]}"
            self.definitions["$defs"][name] = {
                "type": "object", "additionalProperties": False, "required": ["inner"],
                "properties": {"inner": {"$ref": f"definitions.json#/$defs/{previous}"}}}
            previous = name
        self.model()
        self.data["properties"]["layers"] = {"$ref": f"definitions.json#/$defs/{previous}"}
        self.refused("deeper")

    def test_an_unknown_role(self):
        self.event["x-roles"] = ["king"]
        self.refused("x-roles")

    def test_a_title_that_is_not_the_name_of_the_file(self):
        self.event["title"] = "complaint.opened"
        self.refused("'title'")

    def test_a_different_envelope(self):
        self.event["properties"]["note"] = {"type": "boolean"}
        self.refused("type, id, at, data")

    def test_two_definitions_with_one_swift_name(self):
        self.definitions["$defs"]["complaintClosed"] = copy.deepcopy(self.definitions["$defs"]["unit"])
        self.refused("ComplaintClosed")

    def test_a_name_that_is_no_swift_name(self):
        self.data["properties"]["closed-on"] = {"type": "boolean"}
        self.refused("lower camel case")

    def test_a_name_that_the_generated_code_uses(self):
        self.data["properties"]["cursor"] = {"type": "boolean"}
        self.refused("uses itself")

    def test_a_repeated_case(self):
        self.data["properties"]["outcome"]["enum"] = ["upheld", "upheld"]
        self.refused("distinct")


class Output(unittest.TestCase):
    def test_the_same_schemas_give_the_same_files(self):
        first = swift.files(schema.Reader(SCHEMAS).model())
        self.assertEqual(first, swift.files(schema.Reader(SCHEMAS).model()))

    def test_a_new_event_type_needs_its_schema_only(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in SCHEMAS.glob("*.json"):
                Path(folder, path.name).write_text(path.read_text())
            event = json.loads((SCHEMAS / NAME).read_text())
            event["title"] = event["properties"]["type"]["const"] = "complaint.escalated"
            Path(folder, "complaint.escalated.json").write_text(json.dumps(event))
            files = swift.files(schema.Reader(Path(folder)).model())
        self.assertIn("Events/ComplaintEscalated.swift", files)
        self.assertIn("case complaintEscalated(ComplaintEscalated)", files["EventBody.swift"])
        self.assertIn('case .complaintEscalated: "complaint.escalated"', files["EventType.swift"])

    def test_no_generated_line_is_too_long_and_no_file_either(self):
        for path, text in swift.files(schema.Reader(SCHEMAS).model()).items():
            lines = text.split("\n")
            self.assertLessEqual(max(map(len, lines)), swift.WIDTH, path)
            self.assertLessEqual(len(lines), 350, path)


if __name__ == "__main__":
    unittest.main()
