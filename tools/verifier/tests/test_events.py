"""The vectors of Tests/Vectors/events: lines that are events, and lines that are none, for the reason given."""
import json
import unittest
from base64 import b64decode

from test_vectors import EVENT_TYPES
from writer import ROOT

from strictjson import NotStrict, parse_object

VECTORS = ROOT / "Tests/Vectors/events"


def category(line):
    """What admission says of the bytes of a line: a code of SPEC 7.1 without `event.`; None if it is an event."""
    try:
        value = parse_object(line.decode())
    except (NotStrict, UnicodeDecodeError):
        return "malformed"
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in EVENT_TYPES:
        return "type"
    return None if EVENT_TYPES[kind].accepts(value) else "schema"


class Events(unittest.TestCase):
    def test_every_valid_line_is_an_event(self):
        lines = (VECTORS / "valid.jsonl").read_bytes().splitlines()
        self.assertEqual([json.loads(line)["type"] for line in lines], sorted(EVENT_TYPES))
        self.assertEqual([category(line) for line in lines], [None] * len(lines))

    def test_every_hostile_line_is_refused_for_its_reason(self):
        hostile = json.loads((VECTORS / "hostile.json").read_text())
        self.assertGreater(len(hostile), 150)
        for case in hostile:
            line = case["line"].encode() if "line" in case else b64decode(case["bytes"])
            with self.subTest(case["name"]):
                self.assertEqual(category(line), case["category"])
