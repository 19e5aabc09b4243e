"""Attacks by someone who can write to what is stored, and has no key."""
import os
import shutil

from make_vectors import replace
from writer import Signer, Writer, b64, checkpoint_text, mth, published_files, sha256

from .attack import DATABASES, PUBLISHED, STORAGE, Attack, Case
from .town import KEPT, items_of, later, rewritten

FULL = ("tile/0/000.p/8", "tile/entries/000.p/8")


def changed(old, new, position):
    def change(entries):
        entries[position] = replace(old, new)(entries[position])
    return change


def leaf_left(town):
    entries = list(town.honest.entries)
    changed("33.01", "33.02", 3)(entries)
    return Case(entries, town.honest.checkpoint(), leaves=town.honest.leaves())


def other_leaf(town):
    leaves = town.honest.leaves()
    leaves[3] = sha256(b"other")
    return town.case(leaves=leaves)


def moved_time(position):
    def make(town):
        entries = list(town.honest.entries)
        recorded = items_of(town.honest)[position][0]
        changed(recorded, later(recorded), position)(entries)
        return Case(entries, town.honest.checkpoint())
    return make


def rehashed(town):
    """An edit with all hashes after it made anew, under the old checkpoint."""
    items = items_of(town.honest)
    items[3] = (items[3][0], replace("33.01", "33.02")(items[3][1]))
    return Case(rewritten(items)[0], town.honest.checkpoint())


def last_time_rehashed(town):
    items = items_of(town.honest)
    items[7] = (later(items[7][0]), items[7][1])
    return Case(rewritten(items)[0], town.honest.checkpoint())


def older_checkpoint(town):
    return town.case(checkpoint=town.honest.checkpoint(KEPT + 1))


def without(position):
    return lambda entries: entries.pop(position)


def truncated(town):
    """Everything from position 6 on is gone, the checkpoint stays."""
    return Case(town.honest.entries[:6], town.honest.checkpoint())


def long_case(**more):
    return lambda town: town.case(town.long(), **more)


def cut_tile(town):
    return town.case(files={"tile/0/000.p/8": b"".join(town.honest.leaves())[:-1]},
                     sql="UPDATE entries SET leaf = zeroblob(31) WHERE position = 3")


def bundle(town, change):
    data = published_files(town.honest.entries, 8)["tile/entries/000.p/8"]
    return town.case(files={"tile/entries/000.p/8": change(data)})


def ends(town, count):
    return sum(2 + len(entry) for entry in town.honest.entries[:count])


def sql(statement):
    return lambda town: town.case(sql=statement)


AS_VIEW = "ALTER TABLE entries RENAME TO hidden; CREATE VIEW entries AS SELECT position, leaf, entry FROM hidden"
OTHER_INDEX = "CREATE INDEX quick ON entries(position, leaf, entry)"
GENERATED = "ALTER TABLE entries ADD COLUMN quick BLOB GENERATED ALWAYS AS (leaf) VIRTUAL"
AS_TEXT = """
PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'entries'; PRAGMA writable_schema = RESET;
UPDATE entries SET entry = CAST(entry AS TEXT) WHERE position = 2;
PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'entries'; PRAGMA writable_schema = RESET;
"""
NULLS = """
PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'entry BLOB NOT NULL', 'entry BLOB') WHERE name = 'entries';
PRAGMA writable_schema = RESET; UPDATE entries SET entry = NULL WHERE position = 2;
PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'entry BLOB', 'entry BLOB NOT NULL') WHERE name = 'entries';
PRAGMA writable_schema = RESET;
"""


def committed_in_log(statement):
    """The change is in a write-ahead log that was never moved into the file, as after a crash of whoever made it."""
    def make(town):
        def after(directory):
            import sqlite3
            database = sqlite3.connect(directory / "ledger.sqlite", isolation_level=None)
            database.execute("PRAGMA wal_autocheckpoint = 0")
            database.execute(statement)
            for name in ("ledger.sqlite", "ledger.sqlite-wal"):
                shutil.copy(directory / name, directory / (name + ".kept"))
            database.close()
            for name in ("ledger.sqlite", "ledger.sqlite-wal"):
                os.replace(directory / (name + ".kept"), directory / name)
        return town.case(after=after)
    return make


def journal(town):
    return town.case(after=lambda directory: (directory / "ledger.sqlite-journal").write_bytes(bytes(512)))


def instead(name, put):
    def make(town):
        def change(path):
            if path.exists():
                path.unlink()
            put(path)
        return town.case(files={name: change})
    return make


def linked(path):
    shutil.copy(path, path.with_name("elsewhere"))
    path.unlink()
    path.symlink_to("elsewhere")


def link(town):
    return town.case(files={FULL[1]: linked})


def of_another_ledger(town):
    other = Writer("ledger.example/other")
    return town.case(checkpoint=checkpoint_text(other.origin, 8, mth(town.honest.leaves()), [other.log]))


def stranger_signs(town):
    return town.case(checkpoint=town.honest.checkpoint(signers=[Signer(town.honest.origin, "a key of the attacker")]))


def line_too_many(town):
    log = town.honest.log
    return town.case(checkpoint=town.honest.checkpoint() + f"— {log.name} {b64(log.key_id + bytes(64))}\n".encode())


def inserted(entries):
    entries.insert(4, entries[3])


def swapped(entries):
    entries[2], entries[3] = entries[3], entries[2]


ENTRIES = [
    Attack("an entry is edited; its stored leaf hash is left", STORAGE, "entry.leaf@3", leaf_left),
    Attack("an entry is edited, its leaf hash too", STORAGE, "signature.invalid@3", lambda t: t.stored(changed("33.01", "33.02", 3))),
    Attack("an entry is edited, everything after it hashed anew", STORAGE, "signature.invalid@3", rehashed),
    Attack("`recordedAt` of an entry is edited, its leaf hash too", STORAGE, "entry.previous@4", moved_time(3)),
    Attack("`recordedAt` of the last entry is edited, its leaf hash too", STORAGE, "checkpoint.root", last_time_rehashed),
    Attack("a stored leaf hash is replaced", STORAGE, "entry.leaf@3", other_leaf),
    Attack("stored leaf hashes are cut short", STORAGE, "tile.malformed@3", cut_tile, by_source={PUBLISHED: "tile.malformed@0"},
           remark="in published files the whole tile cannot be read"),
    Attack("an entry is deleted, its place left empty", STORAGE, "entry.missing@3", sql("DELETE FROM entries WHERE position = 3"),
           sources=DATABASES),
    Attack("an entry is deleted, the gap closed", STORAGE, "entry.position@3", lambda t: t.stored(without(3)),
           by_source={PUBLISHED: "tile.missing@0"}),
    Attack("two entries change places", STORAGE, "entry.position@2", lambda t: t.stored(swapped)),
    Attack("an entry stands twice", STORAGE, "entry.position@4", lambda t: t.stored(inserted)),
    Attack("the last two entries are cut off", STORAGE, "entry.missing@6", truncated, by_source={PUBLISHED: "tile.missing@0"},
           remark="in published files the tile of that size is missing"),
    Attack("an entry is added that nobody acknowledged", STORAGE, "entry.beyondCheckpoint@8", lambda t: t.stored(lambda e: e.append(e[7]))),
    Attack("the entries of an empty ledger under this checkpoint", STORAGE, "entry.missing@0", lambda t: t.stored(lambda e: e.clear()),
           by_source={PUBLISHED: "tile.missing@0"}),
]

HEADS = [
    Attack("the checkpoint is gone", STORAGE, "checkpoint.malformed", lambda t: Case(list(t.honest.entries), None)),
    Attack("the checkpoint is other bytes", STORAGE, "checkpoint.malformed", lambda t: t.case(checkpoint=b"nothing\n")),
    Attack("an older checkpoint is put back", STORAGE, "entry.beyondCheckpoint@7", older_checkpoint),
    Attack("a checkpoint with another root, signed by another key of the log's name", STORAGE, "checkpoint.signature", stranger_signs),
    Attack("a checkpoint of another ledger, by that ledger's key", STORAGE, "checkpoint.signature", of_another_ledger),
    Attack("a line under the log's name is added that is no signature", STORAGE, "checkpoint.signature", line_too_many,
           remark="whoever can add lines can make a log look bad, not good"),
]

TILES = [
    Attack("a hash above the leaves is changed (600 entries)", STORAGE, "tile.hash@256", long_case(
        files={"tile/1/000.p/2": lambda p: p.write_bytes(p.read_bytes()[:32] + bytes(32))},
        sql="UPDATE tile_hashes SET hash = zeroblob(32) WHERE level = 1 AND place = 1")),
    Attack("a hash above the leaves is missing (600 entries)", STORAGE, "tile.missing@256", long_case(
        files={"tile/1/000.p/2": None}, sql="DELETE FROM tile_hashes WHERE place = 1"), by_source={PUBLISHED: "tile.missing@0"}),
    Attack("a hash above the leaves is cut short (600 entries)", STORAGE, "tile.malformed@256", long_case(
        files={"tile/1/000.p/2": bytes(63)}, sql="UPDATE tile_hashes SET hash = zeroblob(31) WHERE place = 1"),
        by_source={PUBLISHED: "tile.malformed@0"}),
    Attack("a bundle of entries stands in another's place (600 entries)", STORAGE, "entry.leaf@256", long_case(
        files={"tile/entries/001": lambda p: p.write_bytes((p.parent / "000").read_bytes())}), sources=(PUBLISHED,)),
]

FILES = [
    Attack("a bundle is cut off between two entries", STORAGE, "bundle.malformed@5", lambda t: bundle(t, lambda d: d[:ends(t, 5)]),
           sources=(PUBLISHED,)),
    Attack("a bundle is cut off inside an entry", STORAGE, "bundle.malformed@5", lambda t: bundle(t, lambda d: d[:ends(t, 5) + 9]),
           sources=(PUBLISHED,)),
    Attack("bytes follow the last entry of a bundle", STORAGE, "bundle.malformed@8", lambda t: bundle(t, lambda d: d + b"\0"),
           sources=(PUBLISHED,)),
    Attack("a bundle of other width, and nothing in it", STORAGE, "entry.beyondCheckpoint@8", lambda t: t.case(files={"tile/entries/000": b""}), sources=(PUBLISHED,)),
    Attack("a bundle far beyond, in a folder of its own", STORAGE, "entry.beyondCheckpoint@8", lambda t: t.case(
        files={"tile/entries/x001/x002/003.p/1": b""}), sources=(PUBLISHED,)),
    Attack("files whose names tlog-tiles does not spell", STORAGE, "ok", lambda t: t.case(files={
        f"tile/entries/{name}": b"" for name in ("1", "0001", "x000/001", "001/002", "001.p/0", "001.p/256", "001.p/07", "001.P/1", "X001/000",
                                                 "x001/x/000", "\u0661\u0661\u0661", "notes.txt", "x999/x999/x999/x999/x999/999")}),
        sources=(PUBLISHED,), remark="they are no part of the log"),
    Attack("a link to the same bytes", STORAGE, "ok", link, sources=(PUBLISHED,), remark="bytes count, not where they lie"),
    Attack("a link that leads nowhere in place of a tile", STORAGE, "tile.missing@0", instead(FULL[0], lambda p: p.symlink_to("nowhere")),
           sources=(PUBLISHED,)),
    Attack("a link to itself in place of a bundle", STORAGE, "entry.missing@0", instead(FULL[1], lambda p: p.symlink_to(p.name)),
           sources=(PUBLISHED,)),
    Attack("a folder in place of a tile", STORAGE, "tile.missing@0", instead(FULL[0], lambda p: p.mkdir()), sources=(PUBLISHED,)),
    Attack("a pipe that nobody writes to in place of the checkpoint", STORAGE, "checkpoint.malformed", instead("checkpoint", os.mkfifo),
           sources=(PUBLISHED,),
           remark="a verifier that opened it would wait for ever"),
    Attack("a device without end in place of a bundle", STORAGE, "entry.missing@0", instead(FULL[1], lambda p: p.symlink_to("/dev/zero")),
           sources=(PUBLISHED,),
           remark="a verifier that read it would fill its memory"),
    Attack("a checkpoint of 40 million bytes", STORAGE, "checkpoint.malformed", lambda t: t.case(files={
        "checkpoint": t.honest.checkpoint() + b"\xe2\x80\x94 w AAAAAAA=\n" * 2_500_000}), sources=(PUBLISHED,)),
]

DATABASE = [
    Attack("the triggers are dropped", STORAGE, "ok", sql("SELECT 1"), sources=DATABASES, remark="they stop mistakes, not attackers; the ledgers of this experiment have none"),
    Attack("a view stands in the place of `entries`", STORAGE, "exit 4", sql(AS_VIEW), sources=DATABASES, remark="a view may show each statement something else"),
    Attack("a table is added", STORAGE, "exit 4", sql("CREATE TABLE more(x)"), sources=DATABASES),
    Attack("an index is added that need not say what its table says", STORAGE, "exit 4", sql(OTHER_INDEX), sources=DATABASES),
    Attack("a generated column is added", STORAGE, "exit 4", sql(GENERATED), sources=DATABASES),
    Attack("`entries` is made anew WITHOUT ROWID", STORAGE, "exit 4", sql(
        "CREATE TABLE kept AS SELECT * FROM entries; DROP TABLE entries; CREATE TABLE entries(position INTEGER PRIMARY KEY, "
        "leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT, WITHOUT ROWID; INSERT INTO entries SELECT * FROM kept; DROP TABLE kept"),
        sources=DATABASES),
    Attack("an entry is stored as text, the declared type kept", STORAGE, "entry.leaf@2", sql(AS_TEXT), sources=DATABASES),
    Attack("an entry is NULL, the declared type kept", STORAGE, "entry.leaf@2", sql(NULLS), sources=DATABASES),
    Attack("an entry is a blob of 70 MB, its leaf hash left", STORAGE, "entry.leaf@2", sql("UPDATE entries SET entry = zeroblob(70000000) WHERE position = 2"), sources=DATABASES),
    Attack("rows at negative positions", STORAGE, "ok", sql("INSERT INTO entries VALUES (-1, zeroblob(32), x'00'), (-9223372036854775808, x'', x'')"), sources=DATABASES,
           remark="they are no entries"),
    Attack("nothing but a row at a negative position", STORAGE, "entry.missing@0", sql("DELETE FROM entries; INSERT INTO entries VALUES (-5, zeroblob(32), x'00')"), sources=DATABASES),
    Attack("a row at the greatest position there is", STORAGE, "entry.beyondCheckpoint@8", sql("INSERT INTO entries VALUES (9223372036854775807, x'', x'')"), sources=DATABASES),
    Attack("the indexes `notes` and `governance` lie", STORAGE, "ok", sql(
        "INSERT INTO governance VALUES (2), (77); INSERT INTO notes VALUES ('monitor/1', 1, 5), ('x', 9, 9)"), sources=DATABASES,
        remark="a verifier does not use them"),
    Attack("a change waits in a write-ahead log beside the file", STORAGE, "entry.leaf@3", committed_in_log(
        "UPDATE entries SET entry = CAST(replace(entry, '33.01', '33.02') AS BLOB) WHERE position = 3"), sources=DATABASES, remark="what the log holds counts as stored"),
    Attack("a rollback journal is put beside the file", STORAGE, "exit 4", journal, sources=DATABASES, remark="playing it back would change the evidence"),
    Attack("another application id", STORAGE, "exit 4", sql("PRAGMA application_id = 7"), sources=DATABASES),
]

GROUPS = [("What is stored is changed", ENTRIES), ("Checkpoints", HEADS), ("Tiles above the leaves", TILES),
          ("Tricks with published files", FILES), ("Tricks with the database", DATABASE)]
