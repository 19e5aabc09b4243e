"""The tools that judge must themselves be right."""

import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import messages
from calls import Call, numbered, read_log
from desk import Broken
from disk_model import Disk, lay_out


def call(kind, path, target="", offset=0, data=b"", length=0, result=0):
    return Call(kind, path, target, offset, length or len(data), result, 0, data)


class DiskTests(unittest.TestCase):
    def disk(self, **files):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(lambda: __import__("shutil").rmtree(folder))
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return Disk(folder)

    def after(self, disk, variant, seed=0):
        return disk.after_power_cut(variant, seed)[1]

    def test_a_write_is_certain_once_its_file_is_flushed(self):
        disk = self.disk(log=b"old")
        disk.apply(call("write", "log", offset=3, data=b"new"))
        self.assertEqual(self.after(disk, "strict"), {"log": b"old"})
        self.assertEqual(self.after(disk, "data"), {"log": b"oldnew"})
        disk.apply(call("flush", "log"))
        self.assertEqual(self.after(disk, "strict"), {"log": b"oldnew"})

    def test_a_name_is_certain_once_its_directory_is_flushed(self):
        disk = self.disk(head=b"old")
        for step in (call("create", "head.amanah-new"), call("write", "head.amanah-new", data=b"new"), call("rename", "head.amanah-new", "head")):
            disk.apply(step)
        self.assertEqual(self.after(disk, "strict"), {"head": b"old"})
        # The classical mistake: renamed before it was flushed.
        self.assertEqual(self.after(disk, "names"), {"head": b""})
        disk.apply(call("flush", "."))
        self.assertEqual(self.after(disk, "strict"), {"head": b""})

    def test_a_flush_that_failed_has_forgotten(self):
        disk = self.disk(log=b"")
        disk.apply(call("write", "log", data=b"lost"))
        disk.apply(call("flush", "log", result=-1))
        disk.apply(call("write", "log", offset=4, data=b"kept"))
        disk.apply(call("flush", "log"))
        self.assertEqual(self.after(disk, "strict"), {"log": b"\0\0\0\0kept"})

    def test_an_unlinked_file_may_come_back(self):
        disk = self.disk(wal=b"frames")
        disk.apply(call("unlink", "wal"))
        self.assertEqual(self.after(disk, "strict"), {"wal": b"frames"})
        self.assertEqual(self.after(disk, "all"), {})

    def test_a_file_in_a_directory_that_was_lost_is_lost(self):
        disk = self.disk()
        for step in (call("mkdir", "keys"), call("create", "keys/a"), call("write", "keys/a", data=b"1"), call("flush", "keys/a"),
                     call("flush", "keys")):
            disk.apply(step)
        self.assertEqual(self.after(disk, "strict"), {})
        disk.apply(call("flush", "."))
        self.assertEqual(self.after(disk, "strict"), {"keys/a": b"1"})

    def test_parts_are_torn_at_sectors_and_follow_the_seed(self):
        disk = self.disk(log=b"")
        for number in range(20):
            disk.apply(call("write", "log", offset=number * 2048, data=bytes([number + 1]) * 2048))
        states = {self.after(disk, "some", seed)["log"] for seed in range(10)}
        self.assertGreater(len(states), 5)
        self.assertEqual(self.after(disk, "some", 3), self.after(disk, "some", 3))
        for state in states:
            for sector in range(0, len(state) - len(state) % 512, 512):
                self.assertEqual(len(set(state[sector:sector + 512])), 1)

    def test_a_state_is_laid_out(self):
        disk = self.disk(a=b"1")
        with tempfile.TemporaryDirectory() as folder:
            lay_out(disk.after_power_cut("strict"), folder)
            self.assertEqual((Path(folder) / "a").read_bytes(), b"1")


class CallTests(unittest.TestCase):
    def test_a_log_that_was_cut_short_is_read_to_its_last_whole_call(self):
        with tempfile.NamedTemporaryFile() as log:
            log.write(b"write\t0\t3\t3\t0\t3\tlog\t\nabc" + b"write\t3\t9\t9\t0\t9\t(stdout)\t\nrecorded\n" + b"write\t3\t3\t3\t0\t3\tlog\t\nde")
            log.flush()
            calls = read_log(log.name)
        self.assertEqual([c.data for c in calls], [b"abc", b"recorded\n"])
        self.assertEqual(len(numbered(calls)), 1)


class MessageTests(unittest.TestCase):
    def run_with(self, text, status=4):
        return SimpleNamespace(status=status, err=text, message=text)

    def test_a_good_message_passes(self):
        messages.check(self.run_with("amanah: /x/head: the disk is full; free space, and try again"), "en", ("head",))
        messages.check(self.run_with("amanah: /x/head: disk penuh; kosongkan ruang, lalu ulangi [No space left, error 28]"), "id",
                       ("head",))

    def test_other_messages_do_not(self):
        for text, lang in (("amanah: disk penuh; kosongkan ruang", "id"), ("amanah: head: disk penuh", "id"), ("", "en"),
                           ("amanah: head: the disk is full; free space", "id"), ("amanah: head: kosongkan ruang, gagal again", "en")):
            with self.assertRaises(Broken):
                messages.check(self.run_with(text), lang, ("head",))

    def test_a_signal_and_a_trap_are_crashes(self):
        for status, text in ((-11, ""), (4, "Fatal error: index out of range"), (132, "")):
            with self.assertRaises(Broken):
                messages.no_crash(self.run_with(text, status))


if __name__ == "__main__":
    unittest.main()
