"""Where a log is read from: published files (SPEC 5) or a ledger's SQLite file (SPEC 12), never written to."""
import errno
import os
import pathlib
import re
import sqlite3
import stat
import urllib.parse

from finding import Finding
from note import LARGEST_NOTE

WIDTH = 256
LARGEST_BUNDLE = WIDTH * (2 + 65_535)
BUNDLE = re.compile(r"((?:x[0-9]{3}/)*)([0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")
APPLICATION, VERSION = 0x416D6E68, 2
TABLES = """
CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT;
CREATE TABLE tile_hashes(level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place)) STRICT, WITHOUT ROWID;
CREATE TABLE notes(author TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (author, sequence)) STRICT, WITHOUT ROWID;
CREATE TABLE governance(position INTEGER PRIMARY KEY) STRICT;
CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, checkpoint BLOB NOT NULL) STRICT;
"""
LAYOUT = """
SELECT list.name, list.type, list.wr, list.strict, info.name, info.type, info."notnull", info.dflt_value, info.pk, info.hidden
FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS info
WHERE list.schema = 'main' AND substr(list.name, 1, 7) <> 'sqlite_' ORDER BY list.name, info.cid
"""
INDEXES = "SELECT name FROM sqlite_schema WHERE type = 'index' AND substr(name, 1, 7) <> 'sqlite_'"


class Changed(OSError):
    """Somebody wrote to a ledger that was at rest when it was opened, so that nothing read since then counts."""


def open_source(path):
    """The source at a path: a directory with ledger.sqlite, such a file itself, or a directory of published files."""
    path = pathlib.Path(path)
    if path.is_file():
        return LedgerFile(path)
    if (path / "ledger.sqlite").is_file():
        return LedgerFile(path / "ledger.sqlite")
    if (path / "checkpoint").is_file() or (path / "tile").is_dir():
        return PublishedFiles(path)
    raise OSError(f"{path} is neither a ledger nor published files")


def check_tile(hashes, width, position, name):
    """Refuses a tile that is absent or not as long as it must be."""
    if hashes is None:
        raise Finding("tile.missing", position, f"expected {name}, found none")
    if len(hashes) != 32 * width:
        raise Finding("tile.malformed", position, f"expected {32 * width} bytes in {name}, found another number")


def read_regular(path, limit):
    """A regular file's bytes, one more than the limit at most; None when there is none. Does not wait for a pipe's writer."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO):
            return None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as file:
        return file.read(limit + 1)


def layout(database):
    """What the tables, views and indexes of a database are, as SQLite itself understands them."""
    return database.execute(LAYOUT).fetchall(), database.execute(INDEXES).fetchall()


def blob(value):
    """A column's bytes; a value of another type, which no sound file holds, counts as empty."""
    return value if isinstance(value, bytes) else b""


class PublishedFiles:
    """A directory as C2SP tlog-tiles lays it out."""

    def __init__(self, directory):
        self.directory = directory

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nothing to look at again: a log's published files only grow, and its checkpoint comes last."""

    def checkpoint(self):
        return self._read("checkpoint", LARGEST_NOTE)

    def tile(self, level, number, width):
        return self._read(self._path(level, number, width), 32 * width)

    def tile_hashes(self, level, number, width):
        """The hashes of a tile above the leaves, one by one; what can't be read is a finding (SPEC 8 step 4)."""
        hashes = self.tile(level, number, width)
        check_tile(hashes, width, number * WIDTH << 8 * level, self._path(level, number, width))
        for index in range(width):
            yield hashes[32 * index:32 * index + 32]

    def entries(self, size):
        """Each entry below the size with its stored leaf hash; what can't be read is a finding (SPEC 8 steps 3a, 3b)."""
        for first in range(0, size, WIDTH):
            width = min(WIDTH, size - first)
            name = self._path("entries", first // WIDTH, width)
            leaves = self.tile(0, first // WIDTH, width)
            check_tile(leaves, width, first, self._path(0, first // WIDTH, width))
            bundle, start = self._read(name, LARGEST_BUNDLE), 0
            if bundle is None:
                raise Finding("entry.missing", first, f"expected {name}, found none")
            for index in range(width):
                end = start + 2 + int.from_bytes(bundle[start:start + 2], "big")
                if end > len(bundle):
                    raise Finding("bundle.malformed", first + index, f"expected an entry in {name}, found it cut off")
                yield leaves[32 * index:32 * index + 32], bundle[start + 2:end]
                start = end
            if start < len(bundle):
                raise Finding("bundle.malformed", first + width,
                              f"expected {name} to end after {width} entries, found more bytes")

    def reaches_beyond(self, size):
        """Whether a bundle has place for entries at or above the size."""
        root = self.directory / "tile" / "entries"
        for folder, _, files in os.walk(root):
            for file in files:
                path = pathlib.Path(folder, file)
                match = BUNDLE.fullmatch(path.relative_to(root).as_posix())
                if not match or match[1].startswith("x000") or not path.is_file():
                    continue
                number, width = int(re.sub("[x/]", "", match[1]) + match[2]), int(match[3] or WIDTH)
                if number < 2**45 and (width < WIDTH or not match[3]) and number * WIDTH + width > size:
                    return True
        return False

    def _path(self, level, number, width):
        digits = str(number).zfill((len(str(number)) + 2) // 3 * 3)
        groups = [digits[at:at + 3] for at in range(0, len(digits), 3)]
        name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
        return f"tile/{level}/{name}" + (f".p/{width}" if width < WIDTH else "")

    def _read(self, name, limit):
        return read_regular(self.directory / name, limit)


class LedgerFile:
    """A ledger's SQLite file. Beside a writer at work it is read in one transaction, which the writer changes nothing under. A ledger at
    rest is read as if nobody ever wrote to it, which makes no files beside it; whoever reads looks again at the end (`with`)."""

    def __init__(self, path):
        self.path, self.head = path, path.with_name("head")
        # Behind a link SQLite keeps its log and journal beside the target.
        self.file = pathlib.Path(os.path.realpath(path))
        if self._is_filled("-journal"):
            raise OSError(f"{path}: expected no rollback journal beside it, found one")
        self.before = self._look()
        # In WAL mode even a reader makes files beside the ledger, unless SQLite is told that nobody writes; that is so without a log file.
        with self.file.open("rb") as file:
            in_wal_mode = file.read(20)[18:19] == b"\x02"
        self.at_rest = in_wal_mode and not self.file.with_name(self.file.name + "-wal").exists()
        address = f"file:{urllib.parse.quote(str(self.file))}?mode=ro" + ("&immutable=1" if self.at_rest else "")
        self.database = sqlite3.connect(address, uri=True, isolation_level=None)
        self.database.execute("PRAGMA trusted_schema = OFF")
        try:
            self._check_form(path)
        except (OSError, sqlite3.Error):
            self.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Ends the reading. Raises Changed, in place of whatever went wrong, when a ledger at rest was written to meanwhile."""
        self.database.close()
        if self.at_rest and (self._is_filled("-wal") or self._look() != self.before):
            raise Changed(f"{self.path}: it was written to while it was read; verify when nobody records, or a copy")

    def _look(self):
        status = self.file.stat()
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _is_filled(self, suffix):
        beside = self.file.with_name(self.file.name + suffix)
        try:
            return beside.stat().st_size > 0
        except FileNotFoundError:
            return False

    def _check_form(self, path):
        """Refuses a file that is no ledger: a view or an extra index could show each statement something else (SPEC 12)."""
        found = [self.database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if found != [APPLICATION, VERSION]:
            raise OSError(f"{path}: expected a ledger of version {VERSION}, found application id {found[0]}, version {found[1]}")
        sound = sqlite3.connect(":memory:")
        sound.executescript(TABLES)
        if layout(self.database) != layout(sound):
            raise OSError(f"{path}: expected the tables of a ledger and no others, found other ones")

    def checkpoint(self):
        """The head as of one snapshot of the tables: read again when the writer moved it meanwhile."""
        while True:
            before = self._read_head()
            self.database.execute("BEGIN")
            newest = self.database.execute("SELECT checkpoint FROM checkpoints ORDER BY size DESC LIMIT 1").fetchone()
            if before == self._read_head():
                return before if before is not None or newest is None else blob(newest[0])
            self.database.execute("ROLLBACK")

    def tile_hashes(self, level, number, width):
        rows = dict(self.database.execute(
            "SELECT place, hash FROM tile_hashes WHERE level = ? AND place >= ? AND place < ?",
            (level, number * WIDTH, number * WIDTH + width)).fetchall())
        for place in range(number * WIDTH, number * WIDTH + width):
            found = blob(rows[place]) if place in rows else None
            check_tile(found, 1, place << 8 * level, f"hash {place} of level {level}")
            yield found

    def entries(self, size):
        rows = self.database.execute(
            "SELECT position, leaf, entry FROM entries WHERE position >= 0 AND position < ? ORDER BY position", (size,))
        for position in range(size):
            row = rows.fetchone()
            if row is None or row[0] != position:
                raise Finding("entry.missing", position, "expected a row in the table entries, found none")
            leaf = blob(row[1])
            check_tile(leaf, 1, position, "the column leaf")
            yield leaf, blob(row[2])

    def reaches_beyond(self, size):
        return self.database.execute("SELECT 1 FROM entries WHERE position >= ?", (size,)).fetchone() is not None

    def _read_head(self):
        return read_regular(self.head, LARGEST_NOTE)
