"""Bytes of logs changed, and entries deleted, swapped, inserted, repeated and cut off: found, and where.

Every byte in turn: tools/tamper.
"""
import random
import re
import tempfile
import unittest
from pathlib import Path

from make_vectors import A, B, MONITOR, RT, base
from test_vectors import MEMORY, verdict
from writer import Signer, Writer, b64, mth, publish, recorded_at, sha256, store

from finding import Finding
from log import check_tiles
from sources import PublishedFiles
from merkle import Tree


def small():
    """Five entries: the opening, grants, findings with co-signer and seen head."""
    w = base()
    w.say(MONITOR, [w.finding()], [RT], seen={"size": 2, "root": b64(mth(w.leaves()[:2]))})
    w.say(B, [w.revoked("inspector/1")])
    return w


def long_log(count):
    w = base()
    for _ in range(count - len(w.entries)):
        w.say(MONITOR, [w.finding()])
    return w


def rewritten(notes, times=None):
    """The log that its operator, who holds the log key, makes of these notes: everything of its own consistent."""
    forged = Writer()
    for position, note in enumerate(notes):
        forged.append(forged.entry(note, times[position] if times else recorded_at(position)))
    return forged


def times_of(w):
    return [re.search(rb"\n(20[^\n]*)\n", entry)[1].decode() for entry in w.entries]


def notes_of(w):
    return [entry.split(b"\n\n", 1)[1] for entry in w.entries]


class Case(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(dir=MEMORY)
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def expect(self, w, code, position, **more):
        with tempfile.TemporaryDirectory(dir=MEMORY) as directory:
            publish(directory, w.entries, w.checkpoint())
            self.assertEqual(verdict(directory, w.log.verifier_key, **more), (code, position))


class StoredBytes(Case):
    """Someone who can write to the storage but has no key."""

    def flip_bytes(self, w, places, most=None):
        """Flips a bit of each byte (or of `most` of them) of each published file; `places` gives the wanted codes and position."""
        files = publish(self.directory, w.entries, w.checkpoint())
        bits = random.Random(6)
        self.assertEqual(verdict(self.directory, w.log.verifier_key), ("ok", None))
        for name, data in files.items():
            path, offsets = self.directory / name, range(len(data))
            for offset in offsets if most is None else bits.sample(offsets, min(most, len(data))):
                path.write_bytes(data[:offset] + bytes([data[offset] ^ 1 << bits.randrange(8)]) + data[offset + 1:])
                code, position = verdict(self.directory, w.log.verifier_key)
                codes, wanted = places(name, offset)
                self.assertEqual(position, wanted, f"{name} byte {offset}: {code}")
                self.assertIn(code, codes, f"{name} byte {offset}")
            path.write_bytes(data)

    def test_bytes_of_the_published_files_of_several_tiles(self):
        w = long_log(600)
        ends = {}
        for position in range(600):
            start = ends.get(position - 1, 0) if position % 256 else 0
            ends[position] = start + 2 + len(w.entries[position])

        def places(name, offset):
            if name == "checkpoint":
                return {"checkpoint.malformed", "checkpoint.signature"}, None
            number = int(re.search(r"/([0-9]{3})(\.p|$)", name)[1])
            if name.startswith("tile/1/"):
                return {"tile.hash"}, offset // 32 * 256
            if name.startswith("tile/0/"):
                return {"entry.leaf"}, number * 256 + offset // 32
            within = range(number * 256, min(600, number * 256 + 256))
            return {"entry.leaf", "bundle.malformed"}, next(at for at in within if offset < ends[at])
        self.flip_bytes(w, places, most=40)

    def test_files_that_are_missing_cut_off_or_longer(self):
        w = long_log(600)
        files = publish(self.directory, w.entries, w.checkpoint())
        cut = files["tile/entries/001"][:-1]
        table = [
            ("checkpoint", None, "checkpoint.malformed", None),
            ("checkpoint", b"", "checkpoint.malformed", None),
            ("tile/0/000", None, "tile.missing", 0),
            ("tile/0/002.p/88", None, "tile.missing", 512),
            ("tile/0/001", files["tile/0/001"][:-32], "tile.malformed", 256),
            ("tile/0/001", files["tile/0/001"] + bytes(32), "tile.malformed", 256),
            ("tile/0/001", files["tile/0/001"][:-1], "tile.malformed", 256),
            ("tile/0/001", b"", "tile.malformed", 256),
            ("tile/1/000.p/2", None, "tile.missing", 0),
            ("tile/1/000.p/2", bytes(33), "tile.malformed", 0),
            ("tile/entries/001", None, "entry.missing", 256),
            ("tile/entries/002.p/88", None, "entry.missing", 512),
            ("tile/entries/001", b"", "bundle.malformed", 256),
            ("tile/entries/001", b"\x00", "bundle.malformed", 256),
            ("tile/entries/001", cut, "bundle.malformed", 511),
            ("tile/entries/001", files["tile/entries/001"] + b"\x00", "bundle.malformed", 512),
            ("tile/entries/002.p/88", files["tile/entries/002.p/88"] + b"\x00\x00", "bundle.malformed", 600),
            ("tile/entries/001", files["tile/entries/000"], "entry.leaf", 256),
            ("tile/entries/002.p/89", b"", "entry.beyondCheckpoint", 600),
            ("tile/entries/002", b"", "entry.beyondCheckpoint", 600),
            ("tile/entries/x001/000", b"", "entry.beyondCheckpoint", 600),
            ("tile/entries/x001/000.p/1", b"", "entry.beyondCheckpoint", 600),
            ("tile/entries/002.p/87", b"", "ok", None),
            ("tile/0/002", b"", "ok", None),
            ("tile/entries/note.txt", b"", "ok", None),
        ]
        for name, data, code, position in table:
            with self.subTest(name=name, code=code, length=data and len(data)):
                path = self.directory / name
                path.unlink(missing_ok=True)
                if data is not None:
                    path.parent.mkdir(exist_ok=True)
                    path.write_bytes(data)
                self.assertEqual(verdict(self.directory, w.log.verifier_key), (code, position))
                path.unlink(missing_ok=True)
                if name in files:
                    path.write_bytes(files[name])

    def test_rows_of_the_ledger_file(self):
        w = long_log(600)
        key = w.log.verifier_key
        longer = long_log(601)
        table = [
            ("UPDATE entries SET entry = zeroblob(9) WHERE position = 300", "entry.leaf", 300),
            ("UPDATE entries SET leaf = zeroblob(32) WHERE position = 300", "entry.leaf", 300),
            ("UPDATE entries SET leaf = zeroblob(31) WHERE position = 300", "tile.malformed", 300),
            ("DELETE FROM entries WHERE position = 300", "entry.missing", 300),
            ("DELETE FROM entries WHERE position = 599", "entry.missing", 599),
            ("DELETE FROM entries WHERE position = 0", "entry.missing", 0),
            ("DELETE FROM entries", "entry.missing", 0),
            ("INSERT INTO entries VALUES (600, zeroblob(32), x'00')", "entry.beyondCheckpoint", 600),
            ("INSERT INTO entries VALUES (9000, zeroblob(32), x'00')", "entry.beyondCheckpoint", 600),
            ("UPDATE tile_hashes SET hash = zeroblob(32) WHERE place = 1", "tile.hash", 256),
            ("UPDATE tile_hashes SET hash = zeroblob(31) WHERE place = 1", "tile.malformed", 256),
            ("DELETE FROM tile_hashes WHERE place = 1", "tile.missing", 256),
            ("DELETE FROM tile_hashes", "tile.missing", 0),
            ("INSERT INTO tile_hashes VALUES (1, 2, zeroblob(32))", "ok", None),
            ("DELETE FROM notes", "ok", None),
        ]
        for statement, code, position in table:
            with self.subTest(statement), tempfile.TemporaryDirectory(dir=MEMORY) as directory:
                database = store(directory, w.entries, w.checkpoint())
                database.execute(statement)
                self.assertEqual(verdict(directory, key), (code, position))
                database.close()
                self.assertEqual(verdict(directory, key), (code, position))
        with tempfile.TemporaryDirectory(dir=MEMORY) as directory:
            database = store(directory, w.entries, w.checkpoint(), head=False)
            self.assertEqual(verdict(directory, key), ("ok", None))
            database.execute("INSERT INTO checkpoints VALUES (601, ?)", (longer.checkpoint(),))
            self.assertEqual(verdict(directory, key), ("entry.missing", 600))
            Path(directory, "head").write_bytes(w.checkpoint())
            self.assertEqual(verdict(directory, key), ("ok", None))
            Path(directory, "head").unlink()
            database.execute("DELETE FROM checkpoints")
            self.assertEqual(verdict(directory, key), ("checkpoint.malformed", None))
            database.close()


class OperatorForges(Case):
    """Someone who holds the log key as well: the tree, the chain and the checkpoint always fit what is stored."""

    def test_every_byte_of_every_entry_without_the_entries_after_it_changed(self):
        w, bits = small(), random.Random(7)
        for position, entry in enumerate(w.entries):
            time_from = entry.index(b"2026-")
            for offset in range(len(entry)):
                changed = entry[:offset] + bytes([entry[offset] ^ 1 << bits.randrange(8)]) + entry[offset + 1:]
                forged = Writer()
                forged.entries = w.entries[:position] + [changed] + w.entries[position + 1:]
                publish(self.directory, forged.entries, forged.checkpoint())
                code, at = verdict(self.directory, w.log.verifier_key)
                where = f"entry {position} byte {offset}: {code}"
                if time_from <= offset < time_from + 24 and code != "entry.malformed" and code != "entry.recordedAt":
                    # No author signs recordedAt; only the next entry's hash chain and remembered checkpoints hold it.
                    last = position == len(w.entries) - 1
                    allowed = {("ok", None)} if last else {("entry.previous", position + 1)}
                    self.assertIn((code, at), allowed | {("key.outOfTime", position)}, where)
                else:
                    self.assertEqual(at, position, where)

    def test_notes_left_out_swapped_repeated_and_inserted(self):
        w = base()                                  # 0 A+B, 1 A, 2 monitor
        for _ in range(3):
            w.say(MONITOR, [w.finding()])           # 3, 4, 5 monitor
        w.say(B, [w.revoked("rt/1")])               # 6 B
        notes = notes_of(w)
        stranger = w.note(Signer("stranger"), [w.finding()])
        table = [
            ("the opening left out", notes[1:], "genesis.missing", 0),
            ("the grants left out", notes[:1] + notes[2:], "key.unknown", 1),
            ("a finding left out", notes[:3] + notes[4:], "author.gap", 3),
            ("two findings swapped", notes[:3] + [notes[4], notes[3]] + notes[5:], "author.gap", 3),
            ("a finding repeated", notes[:4] + [notes[3]] + notes[4:], "author.fork", 4),
            ("the opening repeated", notes[:1] + notes, "author.fork", 1),
            ("a stranger's note inserted", notes[:3] + [stranger] + notes[3:], "key.unknown", 3),
            ("a note moved before its grant", [notes[0], notes[2], notes[1]] + notes[3:], "key.unknown", 1),
            ("an author's last note left out", notes[:6], "ok", None),
        ]
        for name, forged, code, position in table:
            with self.subTest(name):
                self.expect(rewritten(forged), code, position)

    def test_what_remains_is_caught_by_a_remembered_checkpoint_and_by_seen_heads(self):
        w = base()
        kept = w.checkpoint()
        cut = rewritten(notes_of(w)[:2])
        self.expect(cut, "checkpoint.rollback", None, remember=kept)
        other = base()
        other.say(B, [other.revoked("rt/1")])
        times = times_of(other)
        without = [0, 1, 3]
        forged = rewritten([notes_of(other)[at] for at in without], [times[at] for at in without])
        self.expect(forged, "checkpoint.inconsistent", None, remember=kept)
        w.say(A, [w.revoked("rt/1")], seen={"size": 3, "root": b64(mth(w.leaves()))})
        notes = notes_of(w)
        self.expect(rewritten([notes[0], notes[1], notes[3]]), "seen.future", 2)
        late = [recorded_at(second) for second in (5, 6, 7, 8)]
        self.expect(rewritten(notes, late), "seen.root", 3)

    def test_the_log_key_alone_makes_no_note(self):
        w = base()
        w.say(w.log, [w.finding()])
        self.expect(w, "key.unknown", 3)


class UpperTiles(unittest.TestCase):
    """Tiles of level 2, which a log of 70,000 entries has, checked without making such a log."""

    class Source(PublishedFiles, dict):
        def __init__(self, tiles):
            dict.__init__(self, tiles)

        def tile(self, level, number, width):
            return self.get((level, number))

    def test_every_tile_of_a_large_tree(self):
        tree, shuffled = Tree(), random.Random(9)
        for number in range(70_000):
            tree.append(sha256(number.to_bytes(4, "big")))
        tiles = self.Source({
            (level, first // 256): tree.hashes(8 * level, first, min(first + 256, 70_000 >> 8 * level))
            for level in (1, 2) for first in range(0, 70_000 >> 8 * level, 256)})
        self.assertEqual({key: len(hashes) // 32 for key, hashes in tiles.items()}, {(1, 0): 256, (1, 1): 17, (2, 0): 1})
        check_tiles(tiles, tree)
        for (level, number), hashes in list(tiles.items()):
            for index in range(len(hashes) // 32):
                offset = index * 32 + shuffled.randrange(32)
                tiles[level, number] = hashes[:offset] + bytes([hashes[offset] ^ 1]) + hashes[offset + 1:]
                with self.assertRaises(Finding) as caught:
                    check_tiles(tiles, tree)
                self.assertEqual((caught.exception.code, caught.exception.position), ("tile.hash", (number * 256 + index) * 256**level))
            del tiles[level, number]
            with self.assertRaises(Finding) as caught:
                check_tiles(tiles, tree)
            self.assertEqual((caught.exception.code, caught.exception.position), ("tile.missing", number * 256 ** (level + 1)))
            tiles[level, number] = hashes


if __name__ == "__main__":
    unittest.main()
