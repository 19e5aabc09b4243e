"""The command: what it prints and the status it ends with (SPEC 13)."""
import importlib.machinery
import importlib.util
import json
import sqlite3
import subprocess
import tempfile
import unittest
import unittest.mock
from pathlib import Path

from make_vectors import MONITOR, base
from writer import VERIFIER, Signer, b64, checkpoint_text, mth, path, publish, sha256, store

import log
import sources

# The command has no suffix.
LOADER = importlib.machinery.SourceFileLoader("verify", str(VERIFIER / "verify"))
verify = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify", LOADER))
LOADER.exec_module(verify)


class Asked(unittest.TestCase):
    """A small log in published files, and the command to ask about it."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory, self.w = Path(directory.name), base()
        self.files = self.directory / "published"
        publish(self.files, self.w.entries, self.w.checkpoint())

    def run_it(self, *words, key=None):
        words = [*map(str, words), "--key", key or self.w.log.verifier_key]
        done = subprocess.run([VERIFIER / "verify", *words], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def damage(self):
        tile = self.files / "tile/0/000.p/3"
        tile.write_bytes(tile.read_bytes()[:64] + bytes(32))


class Command(Asked):
    def test_says_what_it_checked(self):
        status, output, errors = self.run_it(self.files)
        self.assertEqual((status, errors), (0, ""))
        root = b64(mth(self.w.leaves()))
        self.assertIn(f"checkpoint  3 entries, root {root}\nchecked     3 entries, 3 notes, 4 signatures, 6 events, 6 keys\n"
                      "as of       2026-04-16T02:12:06.003Z\n", output)
        self.assertTrue(output.endswith("\nOK\n"))

    def test_says_what_it_found_and_where(self):
        self.damage()
        status, output, errors = self.run_it(self.files)
        leaf = b64(self.w.leaves()[2])
        self.assertEqual((status, errors), (1, ""))
        self.assertEqual(output, f"FINDING entry.leaf at position 2: expected the leaf hash {b64(bytes(32))}, found {leaf}\n"
                         f"read        published files {self.files}\n")

    def test_json_of_a_sound_log_and_of_a_finding(self):
        root = b64(mth(self.w.leaves()))
        status, output, _ = self.run_it(self.files, "--json")
        self.assertEqual((status, json.loads(output)), (0, {"ok": True, "source": "files", "size": 3, "root": root, "finding": None}))
        self.damage()
        status, output, _ = self.run_it(self.files, "--json")
        told = json.loads(output)
        self.assertEqual((status, told["ok"], told["size"], told["root"]), (1, False, 3, root))
        self.assertEqual((told["finding"]["code"], told["finding"]["position"]), ("entry.leaf", 2))
        (self.files / "checkpoint").write_text("x")
        status, output, _ = self.run_it(self.files, "--json")
        told = json.loads(output)
        self.assertEqual((status, told["size"], told["root"], told["finding"]["code"]), (1, None, None, "checkpoint.malformed"))
        self.assertIsNone(told["finding"]["position"])

    def test_quiet_prints_findings_only(self):
        self.assertEqual(self.run_it(self.files, "--quiet"), (0, "", ""))
        self.damage()
        self.assertEqual(self.run_it(self.files, "--quiet")[0], 1)
        self.assertTrue(self.run_it(self.files, "--quiet")[1].startswith("FINDING entry.leaf"))

    def test_a_ledger_directory_and_its_file_are_left_as_they_were(self):
        ledger = self.directory / "ledger"
        ledger.mkdir()
        store(ledger, self.w.entries, self.w.checkpoint()).close()
        before = {file.name: file.read_bytes() for file in ledger.iterdir()}
        self.assertEqual(self.run_it(ledger)[0], 0)
        self.assertEqual(self.run_it(ledger / "ledger.sqlite")[0], 0)
        self.assertEqual({file.name: file.read_bytes() for file in ledger.iterdir()}, before)

    def test_a_log_or_journal_beside_the_target_of_a_link_is_seen(self):
        real, links = self.directory / "real", self.directory / "links"
        real.mkdir()
        links.mkdir()
        store(real, self.w.entries, self.w.checkpoint()).close()
        (links / "ledger.sqlite").symlink_to(real / "ledger.sqlite")
        (links / "head").symlink_to(real / "head")
        self.assertEqual(self.run_it(links)[0], 0)
        writer = sqlite3.connect(real / "ledger.sqlite")
        self.addCleanup(writer.close)
        writer.execute("UPDATE entries SET leaf = zeroblob(32) WHERE position = 2")
        writer.commit()
        self.assertEqual((self.run_it(links)[1]).split(":")[0], "FINDING entry.leaf at position 2")
        writer.close()
        (real / "ledger.sqlite-journal").write_bytes(b"x")
        status, _, errors = self.run_it(links)
        self.assertEqual(status, 4)
        self.assertIn("rollback journal", errors)

    def test_what_is_written_to_while_it_is_read_is_read_again(self):
        ledger = self.directory / "ledger"
        ledger.mkdir()
        store(ledger, self.w.entries, self.w.checkpoint()).close()
        self.w.say(MONITOR, [self.w.finding()])
        options = verify.arguments([str(ledger), "--key", self.w.log.verifier_key])
        verification, times = log.Verification.run, []

        def grow():
            """The file changes, and nothing is left beside it, as after an officer's short run."""
            for file in ledger.iterdir():
                file.unlink()
            store(ledger, self.w.entries, self.w.checkpoint()).close()

        def fail():
            raise sqlite3.DatabaseError("database disk image is malformed")

        def grow_and_fail():
            grow()
            fail()

        def run_with(disturbances):
            left = iter(disturbances)

            def run(this, *words):
                times.append(1)
                next(left, lambda: None)()
                return verification(this, *words)

            times.clear()
            with unittest.mock.patch.object(log.Verification, "run", run):
                return verify.check_log(options)

        for disturbances in ([], [grow], [grow_and_fail], [grow, grow_and_fail, grow, grow]):
            finding, checkpoint, _ = run_with(disturbances)
            self.assertEqual((finding, checkpoint.size, len(times)), (None, 4 if disturbances else 3, len(disturbances) + 1))
        with self.assertRaises(sources.Changed):
            run_with([grow] * 9)
        self.assertEqual(len(times), verify.ATTEMPTS)
        with self.assertRaises(sqlite3.DatabaseError):
            run_with([fail])
        self.assertEqual(len(times), 1)

    def test_remembers_the_checkpoint_it_verified(self):
        kept = self.directory / "remembered"
        self.assertEqual(self.run_it(self.files, "--remember", kept)[0], 0)
        self.assertEqual(kept.read_bytes(), self.w.checkpoint())
        self.w.say(MONITOR, [self.w.finding()])
        longer = self.directory / "longer"
        publish(longer, self.w.entries, self.w.checkpoint())
        self.assertEqual(self.run_it(longer, "--remember", kept)[0], 0)
        self.assertEqual(kept.read_bytes(), self.w.checkpoint())
        status, output, _ = self.run_it(self.files, "--remember", kept)
        self.assertEqual((status, output.split(":")[0]), (1, "FINDING checkpoint.rollback"))
        self.assertEqual(kept.read_bytes(), self.w.checkpoint())

    def test_usage_and_unreadable_sources(self):
        self.assertEqual(self.run_it(self.files, key="ledger+00000000+AQ==")[0], 2)
        self.assertEqual(self.run_it()[0], 2)
        self.assertEqual(self.run_it(self.files, "--more")[0], 2)
        empty = self.directory / "empty"
        empty.mkdir()
        for source in (empty, self.directory / "none", VERIFIER / "verify"):
            status, output, errors = self.run_it(source)
            self.assertEqual((status, output), (4, ""))
            self.assertTrue(errors.startswith("verify: "), errors)
        self.assertEqual(self.run_it(self.files, "--schemas", empty)[0], 4)

    def test_checks_a_proof(self):
        leaves, entry, file = self.w.leaves(), self.directory / "entry", self.directory / "entry.tlog-proof"

        def proof(index, size=3, hashes=None, checkpoint=None, first="c2sp.org/tlog-proof@v1\n"):
            lines = "".join(b64(one) + "\n" for one in (path(index, leaves[:size]) if hashes is None else hashes))
            return f"{first}index {index}\n{lines}\n".encode() + (checkpoint or self.w.checkpoint(size))

        table = [
            (proof(index, size), index, None) for size in (1, 2, 3) for index in range(size)
        ] + [
            (proof(1), 2, "proof.inclusion"),
            (proof(1, hashes=[]), 1, "proof.inclusion"),
            (proof(1, hashes=[*path(1, leaves), sha256(b"")]), 1, "proof.inclusion"),
            (proof(3, hashes=[leaves[0]]), 2, "proof.inclusion"),
            (proof(1, first="c2sp.org/tlog-proof@v2\n"), 1, "proof.malformed"),
            (proof(1, first="c2sp.org/tlog-proof@v1\nextra AAAA\n"), 1, "proof.malformed"),
            (proof(1).replace(b"index 1", b"index 01"), 1, "proof.malformed"),
            (proof(1, checkpoint=b"x"), 1, "checkpoint.malformed"),
            (proof(1, checkpoint=self.w.checkpoint(signers=[Signer("x")])), 1, "checkpoint.signature"),
            (proof(1, checkpoint=checkpoint_text(self.w.origin, 3, sha256(b""), [self.w.log])), 1, "proof.inclusion"),
        ]
        for data, index, code in table:
            with self.subTest(code=code, index=index):
                file.write_bytes(data)
                entry.write_bytes(self.w.entries[index])
                status, output, _ = self.run_it("proof", file, entry, "--json")
                told = json.loads(output)
                self.assertEqual((status, told["finding"] and told["finding"]["code"]), (1 if code else 0, code))

    def test_a_proof_of_a_leaf_that_is_no_entry_at_its_index(self):
        moved = [self.w.entries[1], self.w.entries[0]]
        leaves = [sha256(b"\x00" + entry) for entry in moved]
        proof = f"c2sp.org/tlog-proof@v1\nindex 0\n{b64(leaves[1])}\n\n".encode()
        (self.directory / "p").write_bytes(proof + checkpoint_text(self.w.origin, 2, mth(leaves), [self.w.log]))
        (self.directory / "e").write_bytes(moved[0])
        status, output, _ = self.run_it("proof", self.directory / "p", self.directory / "e")
        self.assertEqual((status, output.split(":")[0]), (1, "FINDING entry.position at position 0"))


if __name__ == "__main__":
    unittest.main()
