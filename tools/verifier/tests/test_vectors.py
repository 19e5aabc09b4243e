"""The vectors of Tests/Vectors/admission, which every verifier runs, through every kind of source."""
import json
import os
import re
import tempfile
import unittest
from base64 import b64decode

import make_vectors
from writer import ROOT, SCHEMAS, publish, store

from finding import Finding
from log import LONGEST, Verification
from schema import load
from sources import open_source

EVENT_TYPES = load(SCHEMAS)
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None


def verdict(source, key, remember=None):
    """The code and position that a verification ends with."""
    try:
        Verification(open_source(source), key, EVENT_TYPES).run(remember)
    except Finding as finding:
        return finding.code, finding.position
    return "ok", None


def cases():
    for path in sorted(make_vectors.DIRECTORY.glob("*.json")):
        for case in json.loads(path.read_text()):
            yield f"{path.stem}: {case['name']}", case


class Vectors(unittest.TestCase):
    def check(self, keep):
        for name, case in cases():
            entries = [b64decode(entry) for entry in case["entries"]]
            leaves = [b64decode(leaf) for leaf in case["leaves"]] if "leaves" in case else None
            if keep is publish and any(len(entry) > LONGEST for entry in entries):
                continue
            with self.subTest(name), tempfile.TemporaryDirectory(dir=MEMORY) as directory:
                keep(directory, entries, case["checkpoint"].encode(), leaves)
                remember = case["remember"].encode() if "remember" in case else None
                expected = case["expected"]
                self.assertEqual(verdict(directory, case["key"], remember), (expected["code"], expected["position"]))

    def test_published_files_give_the_expected_finding(self):
        self.check(publish)

    def test_a_ledger_file_gives_the_expected_finding(self):
        self.check(lambda *parts: store(*parts).close())

    def test_every_code_of_a_refused_note_is_triggered(self):
        section = (ROOT / "SPEC.md").read_text().split("### 7.1")[1].split("### 7.2")[0]
        codes = set(re.findall(r"^\| `([a-zA-Z.]+)` \|", section, re.MULTILINE))
        self.assertGreater(len(codes), 25)
        triggered = {case["expected"]["code"] for _, case in cases()}
        self.assertEqual(codes - triggered, {"note.tooLarge"})

    def test_the_committed_vectors_are_those_that_the_writer_makes(self):
        for name, make in make_vectors.FILES.items():
            with self.subTest(name):
                self.assertEqual((make_vectors.DIRECTORY / f"{name}.json").read_text(), make_vectors.render(make()))

    def test_names_of_cases_are_unique(self):
        names = [name for name, _ in cases()]
        self.assertEqual(len(names), len(set(names)))


if __name__ == "__main__":
    unittest.main()
