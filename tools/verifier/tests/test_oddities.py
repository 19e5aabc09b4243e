"""Odd files, odd streams and faults of the verifier's own: a clear word and the right status, never a traceback (SPEC 5, 8, 12, 13)."""
import contextlib
import io
import json
import os
import pathlib
import socket
import subprocess
import sys
import unittest.mock

import test_command
from test_command import verify
from writer import SCHEMAS, VERIFIER, checkpoint_text, mth, store

import log
import sodium
import strictjson

NEXT = "tile/entries/001"


def make(kind, path):
    """Something that is no regular file, in the place of whatever is there."""
    path.unlink(missing_ok=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        # By a descriptor: the name of a socket must be short.
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)}/{path.name}")
    else:
        path.symlink_to(kind)


def nest(folder, names, last=None):
    """Folders in each other, deeper than any path can say."""
    at = os.open(folder, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=at)
        deeper = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = deeper
    if last:
        os.close(os.open(last, os.O_CREAT | os.O_WRONLY, dir_fd=at))
    os.close(at)


class Case(test_command.Asked):
    def expect(self, wanted, *words):
        """The status that it ends with and, for a finding, what it says of where."""
        status, output, errors = self.run_it(*words)
        self.assertNotIn("Traceback", errors)
        self.assertEqual((status, output.split(":")[0].removeprefix("FINDING ") if status == 1 else None),
                         wanted if isinstance(wanted, tuple) else (wanted, None), output + errors)
        return errors


class PublishedFilesOfOddKinds(Case):
    def test_folders_in_folders_without_end_are_not_walked_through(self):
        entries = self.files / "tile/entries"
        self.addCleanup(subprocess.run, ["rm", "-rf", entries], check=True)
        nest(entries, ["d"] * 1_500)
        nest(entries, ["x001"] * 1_500, "001")
        self.expect(0, self.files)
        (entries / "001").write_bytes(b"")
        self.expect((1, "entry.beyondCheckpoint at position 3"), self.files)

    def test_bundles_beyond_the_size_are_sought_where_bundles_may_be(self):
        places = {"x001/x000/x000/x000/000": True, "x034/x999/x999/x999/999": True, "x000/001": False,
                  "x001/x000/x000/x000/x000/000": False,
                  "x036/x000/x000/x000/000": False, "000.p/4": True, "000.p/03": False, "000.p/256": False, "000.p/2": False, "1": False, "0001": False,
                  "x002": False, "x001/000.p/1": True, "d/001": False, "001.p": False, "001.p/x/1": False}
        for place, is_beyond in places.items():
            with self.subTest(place):
                path = self.files / "tile/entries" / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b"")
                self.expect((1, "entry.beyondCheckpoint at position 3") if is_beyond else 0, self.files)
                path.unlink()

    def test_the_search_begins_behind_a_link_and_follows_none_to_a_folder_below(self):
        entries, elsewhere = self.files / "tile/entries", self.directory / "elsewhere"
        entries.rename(elsewhere)
        entries.symlink_to(elsewhere)
        self.expect(0, self.files)
        (self.directory / "more").mkdir()
        (self.directory / "more/001").write_bytes(b"")
        (elsewhere / "x001").symlink_to(self.directory / "more")
        self.expect(0, self.files)
        (elsewhere / "001").symlink_to(self.directory / "more/001")
        self.expect((1, "entry.beyondCheckpoint at position 3"), self.files)

    def test_of_a_bundle_beyond_and_a_folder_that_may_not_be_listed_the_same_comes_first_always(self):
        entries, listed = self.files / "tile/entries", os.scandir

        def scandir(folder):
            if pathlib.Path(folder).name == "x005":
                raise PermissionError(13, "Permission denied", str(folder))
            return listed(folder)

        for name in ("x005", "x001", "x009"):
            (entries / name).mkdir()
        with unittest.mock.patch.object(os, "scandir", scandir), contextlib.redirect_stderr(io.StringIO()):
            for place, status in {"x001/000": 4, "x009/000": 1, "x005/000": 4, "001": 1}.items():
                with self.subTest(place):
                    (entries / place).write_bytes(b"")
                    with contextlib.redirect_stdout(io.StringIO()):
                        self.assertEqual(verify.main([str(self.files), "--key", self.w.log.verifier_key]), status)
                    (entries / place).unlink()

    def test_what_is_no_regular_file_is_not_there(self):
        for kind in ("folder", "pipe", "socket", "/dev/zero", "/dev/null", "nothing", "001", "n" * 300, "/etc/passwd/x"):
            with self.subTest(kind):
                make(kind, self.files / NEXT)
                self.expect(0, self.files)
                subprocess.run(["rm", "-r", self.files / NEXT], check=True)

    def test_a_file_that_says_it_is_empty_is_not_read_on(self):
        bundle, tile = self.files / "tile/entries/000.p/3", self.files / "tile/0/000.p/3"
        for kind, code in {"/proc/version": "bundle.malformed", "/proc/self/maps": "bundle.malformed", "/dev/zero": "entry.missing",
                           "pipe": "entry.missing"}.items():
            with self.subTest(kind):
                make(kind, bundle)
                self.expect((1, f"{code} at position 0"), self.files)
        make("/proc/self/maps", tile)
        self.expect((1, "tile.malformed at position 0"), self.files)
        make("/proc/version", self.files / "checkpoint")
        self.expect((1, "checkpoint.malformed"), self.files)

    def test_what_may_not_be_looked_at_is_no_finding_and_not_passed_over(self):
        refused = PermissionError(13, "Permission denied")
        for name in ("scandir", "stat", "open"):
            with self.subTest(name), unittest.mock.patch.object(os, name, side_effect=refused), contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(verify.main([str(self.files), "--key", self.w.log.verifier_key]), 4)


class BothInOneFolder(Case):
    def test_a_database_beside_published_files_is_read_only_when_told(self):
        store(self.files, self.w.entries[:2], self.w.checkpoint(2)).close()
        self.assertIn("--source", self.expect(2, self.files))
        self.assertIn("read        database", self.run_it(self.files, "--source", "database")[1])
        self.assertIn("checkpoint  2 entries", self.run_it(self.files, "--source", "database")[1])
        self.assertIn("read        published files", self.run_it(self.files, "--source", "files")[1])
        self.assertIn("checkpoint  3 entries", self.run_it(self.files, "--source", "files")[1])
        self.expect(0, self.files / "ledger.sqlite")
        self.expect(0, self.files / "ledger.sqlite", "--source", "database")
        self.expect(2, self.files / "ledger.sqlite", "--source", "files")
        self.expect(2, self.files, "--source", "both")
        self.damage()
        self.assertIn("FINDING entry.leaf at position 2", self.run_it(self.files, "--source", "files")[1])
        self.assertIn("read        published files", self.run_it(self.files, "--source", "files")[1])
        self.assertEqual(json.loads(self.run_it(self.files, "--source", "files", "--json")[1])["source"], "files")

    def test_what_is_asked_for_must_be_there(self):
        self.expect(4, self.files, "--source", "database")
        ledger = self.directory / "ledger"
        ledger.mkdir()
        store(ledger, self.w.entries, self.w.checkpoint()).close()
        self.expect(4, ledger, "--source", "files")
        self.expect(0, ledger, "--source", "database")

    def test_a_database_that_is_no_file_beside_published_files(self):
        for kind in ("folder", "pipe", "socket", "/dev/zero"):
            with self.subTest(kind):
                make(kind, self.files / "ledger.sqlite")
                self.expect(2, self.files)
                self.expect(0, self.files, "--source", "files")
                self.expect(4, self.files, "--source", "database")
                self.expect(4, self.files / "ledger.sqlite", *([] if kind != "folder" else ["--source", "database"]))
                subprocess.run(["rm", "-r", self.files / "ledger.sqlite"], check=True)

    def test_what_stands_beside_a_database(self):
        ledger = self.directory / "ledger"
        ledger.mkdir()
        store(ledger, self.w.entries, self.w.checkpoint()).close()
        for suffix in ("-journal", "-wal"):
            beside = ledger / ("ledger.sqlite" + suffix)
            for kind in ("folder", "pipe", "socket", "/dev/zero", "/proc/version", "nothing", beside.name, "n" * 200):
                with self.subTest(suffix + ": " + kind):
                    make(kind, beside)
                    self.expect(4, ledger)
                    subprocess.run(["rm", "-r", beside], check=True)
            beside.write_bytes(b"")
            self.expect(0, ledger)
            beside.unlink()


class OwnCheckpoint(Case):
    def test_a_file_that_holds_no_checkpoint_is_named_and_the_ledger_not_blamed(self):
        kept, sound = self.directory / "kept", self.w.checkpoint()
        for spoiled in (b"", bytes(len(sound)), sound.replace(b"\n", b"\r\n"), sound[:-1], sound.decode().encode("utf-16"),
                        b"x" * 2_000_000, b"\n\n"):
            with self.subTest(spoiled[:20]):
                kept.write_bytes(spoiled)
                self.damage()  # Whatever is wrong with the ledger.
                self.assertIn(str(kept), self.expect(4, self.files, "--remember", kept))
                self.assertEqual(kept.read_bytes(), spoiled)

    def test_a_checkpoint_that_is_one_still_speaks_of_the_ledger(self):
        kept = self.directory / "kept"
        kept.write_bytes(self.w.checkpoint().replace(self.w.origin.encode(), b"another", 1))
        self.expect((1, "checkpoint.signature"), self.files, "--remember", kept)

    def test_what_is_no_file_is_named_and_not_waited_for(self):
        kept = self.directory / "kept"
        for kind in ("folder", "pipe", "socket", "/dev/zero", "nothing", "kept"):
            with self.subTest(kind):
                make(kind, kept)
                self.assertIn(str(kept), self.expect(4, self.files, "--remember", kept))
                subprocess.run(["rm", "-r", kept], check=True)


class Library(Case):
    def test_one_that_accepts_a_point_of_order_2l_is_refused(self):
        asked = []
        with self.assertRaisesRegex(OSError, "libsodium 1.0.18 .*CVE-2025-69277"):
            sodium.check(lambda point: asked.append(point) or True, "1.0.18")
        sodium.check(lambda point: asked.append(point) or False, "1.0.18")
        self.assertEqual({point.hex() for point in asked}, {"feaf9d07b868cc52786305312c376563c622b0386a10d105e3c1501b28d65f7e"})

    def start(self, library):
        """Runs the command with another library in the place of libsodium."""
        program = f"import ctypes, runpy, sys, unittest.mock as mock\n{library}\nsys.argv = sys.argv[1:]\nrunpy.run_path(sys.argv[0], run_name='__main__')"
        words = [str(VERIFIER / "verify"), str(self.files), "--key", self.w.log.verifier_key]
        done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (4, ""), done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        return done.stderr

    def test_the_command_does_not_start_with_it(self):
        self.assertIn("libsodium 1.0.18", self.start("""
library = mock.MagicMock()
library.sodium_init.return_value = 0
library.sodium_version_string.return_value = b"1.0.18"
library.crypto_core_ed25519_is_valid_point.return_value = 1
ctypes.CDLL = lambda name: library"""))

    def test_the_command_does_not_start_without_one(self):
        self.assertIn("nothing.so", self.start("real = ctypes.CDLL\nctypes.CDLL = lambda name: real('nothing.so')"))


class OwnFaults(Case):
    def test_whatever_goes_wrong_inside_is_no_finding(self):
        for fault in (RecursionError("deep"), KeyError("data"), MemoryError(), KeyboardInterrupt(), ZeroDivisionError(), AssertionError(),
                      UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), OverflowError()):
            errors = io.StringIO()
            with self.subTest(repr(fault)), unittest.mock.patch.object(log.Verification, "run", side_effect=fault), \
                    contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()) as output:
                self.assertEqual(verify.main([str(self.files), "--key", self.w.log.verifier_key]), 4)
                self.assertEqual(output.getvalue(), "")
                self.assertRegex(errors.getvalue(), "^verify: .+\n$")

    def run_to(self, stdout, **environment):
        done = subprocess.run([VERIFIER / "verify", self.files, "--key", self.w.log.verifier_key], stdout=stdout, stderr=subprocess.PIPE,
                              check=False, env={**os.environ, **environment})
        self.assertNotIn(b"Traceback", done.stderr)
        self.assertNotIn(b"Exception", done.stderr)
        return done

    def test_a_full_disk_and_a_reader_that_is_gone(self):
        with open("/dev/full", "wb") as full:
            self.assertEqual(self.run_to(full).returncode, 4)
        reader, writer = os.pipe()
        os.close(reader)
        with open(writer, "wb") as gone:
            self.assertEqual(self.run_to(gone).returncode, 0)
        self.damage()
        reader, writer = os.pipe()
        os.close(reader)
        with open(writer, "wb") as gone:
            self.assertEqual(self.run_to(gone).returncode, 1)

    def test_what_is_printed_does_nothing_to_a_terminal_and_fits_any_encoding(self):
        (self.files / "checkpoint").write_bytes(checkpoint_text("\x9b31m\u202eled\u00e9r", 3, mth(self.w.leaves()), [self.w.log]))
        done = self.run_to(subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("found \\x9b31m\\u202eled\u00e9r", done.stdout.decode())
        done = self.run_to(subprocess.PIPE, PYTHONIOENCODING="ascii")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"led\\xe9r", done.stdout)

    def test_schemas_that_are_something_else(self):
        schemas = self.directory / "schemas"
        schemas.mkdir()
        for text in ("[" * 100_000, "{}", "[]", "null", '{"title": "x", "x-roles": []}', "\ufeff{}", "1" * 5_000, '{"title": 1, "x-roles": 1}'):
            with self.subTest(text[:20]):
                (schemas / "definitions.json").write_text("{}")
                (schemas / "x.json").write_text(text, "utf-8")
                self.expect(4, self.files, "--schemas", schemas)
        (schemas / "x.json").write_bytes(b"\xff")
        self.expect(4, self.files, "--schemas", schemas)
        self.expect(4, self.files, "--schemas", SCHEMAS / "definitions.json")

    def test_sources_and_proofs_that_cannot_be_read(self):
        loop = self.directory / "loop"
        loop.symlink_to(loop)
        for source in (self.directory / ("n" * 300), f"{self.directory}{'/d' * 3_000}", loop, "/dev/null", self.files / "checkpoint/x"):
            self.expect(4, source)
        (self.directory / "entry").write_bytes(self.w.entries[0])
        for proof in (self.directory, loop, self.directory / "none", self.directory / ("n" * 300)):
            self.expect(4, "proof", proof, self.directory / "entry")
            self.expect(4, "proof", self.directory / "entry", proof)
        self.expect((1, "proof.malformed"), "proof", "/dev/zero", "/dev/zero")


class HostileLines(unittest.TestCase):
    def test_strings_that_do_not_end_are_looked_through_once(self):
        for line in ('"' + '\\"' * 30_000, '{"a":"' + "\\" * 59_999, '"' * 59_999):
            self.assertLessEqual(len(strictjson.STRING.sub("", line)), 5)
            with self.assertRaises(strictjson.NotStrict):
                strictjson.parse_object(line)

    def test_deep_nesting_and_giant_numbers(self):
        for line in ("[" * 60_000, '{"a":' * 10_000, '{"a":"' + "[" * 60_000, '{"a":' + "9" * 60_000 + "}", '{"a":-' + "9" * 5_000 + "}",
                     '{"a":1' + "0" * 5_000 + ".5}", '{"a":1e999999999}', '{"a":Infinity}', '{"a":NaN}', '{"a":"\\ud800"}', '{"\\udfff":1}',
                     '{"a":"' + "\\u0000" * 10_000 + '"}', "", "\ufeff{}"):
            with self.subTest(line[:20]), self.assertRaises(strictjson.NotStrict):
                strictjson.parse_object(line)


if __name__ == "__main__":
    unittest.main()
