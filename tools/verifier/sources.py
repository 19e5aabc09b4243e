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
# What stands in the folders of tile/entries: bundles have numbers below 2^45, which are five groups of digits at most.
GROUP, BUNDLE, PARTIAL = re.compile("x([0-9]{3})"), re.compile(r"([0-9]{3})(\.p)?"), re.compile("[1-9][0-9]{0,2}")
MOST_BUNDLES = 2**45
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


DATABASE, FILES = "database", "files"
EXPECTED = {None: "a ledger or published files", DATABASE: "a ledger", FILES: "published files"}
# What the system says of a name that leads to no file.
ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO)


class Ambiguous(ValueError):
    """It was not said which of two things is to be read, or one was asked for that a file cannot be."""


class Changed(OSError):
    """Somebody wrote to a ledger that was at rest when it was opened, so that nothing read since then counts."""


def open_source(path, kind=None):
    """The source at a path: a directory with ledger.sqlite, such a file itself, or a directory of published files.

    A directory that has both is read only as the kind that is given, DATABASE or FILES; else it raises Ambiguous.
    """
    path = pathlib.Path(path)
    database = path / "ledger.sqlite"
    if os.path.exists(path) and not os.path.isdir(path):
        if kind == FILES:
            raise Ambiguous(f"{path}: expected a directory of published files, found a file")
        return LedgerFile(path)
    is_database = os.path.exists(database)
    is_published = os.path.exists(path / "checkpoint") or os.path.exists(path / "tile")
    if kind is None and is_database and is_published:
        raise Ambiguous(f"{path} has a database and published files, which may differ; choose one with --source database or --source files")
    if is_database and kind != FILES:
        return LedgerFile(database)
    if is_published and kind != DATABASE:
        return PublishedFiles(path)
    raise OSError(f"{path}: expected {EXPECTED[kind]}, found something else")


def check_tile(hashes, width, position, name):
    """Refuses a tile that is absent or not as long as it must be."""
    if hashes is None:
        raise Finding("tile.missing", position, f"expected {name}, found none")
    if len(hashes) != 32 * width:
        raise Finding("tile.malformed", position, f"expected {32 * width} bytes in {name}, found another number")


def read_regular(path, limit):
    """A regular file's bytes; None when there is none. Does not wait for a pipe's writer.

    No more than one byte over the limit, or over the size that the file has when it is opened: files of /proc say 0 and may never end.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in ABSENT:
            return None
        raise
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        data, most = b"", min(status.st_size, limit) + 1
        while len(data) < most and (more := os.read(descriptor, most - len(data))):
            data += more
        return data
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        os.close(descriptor)


def is_regular(path):
    """Whether there is a regular file, or a link to one."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except PermissionError:
        raise
    except OSError:
        return False


def scan(folder):
    """What is in a folder; nothing when there is none."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        if error.errno in ABSENT:
            return []
        raise


def layout(database):
    """What the tables, views and indexes of a database are, as SQLite itself understands them."""
    return database.execute(LAYOUT).fetchall(), database.execute(INDEXES).fetchall()


def blob(value):
    """A column's bytes; a value of another type, which no sound file holds, counts as empty."""
    return value if isinstance(value, bytes) else b""


class PublishedFiles:
    """A directory as C2SP tlog-tiles lays it out."""

    kind = FILES

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
        """Whether a bundle has place for entries at or above the size. Only where bundles may be is looked, so that folders in folders
        without end are nothing to walk through. In the order of names: of a bundle beyond and a folder that may not be listed, every
        verifier meets the same first."""
        folders = [(self.directory / "tile" / "entries", "", False)]
        while folders:
            folder, digits, is_partial = folders.pop()
            for found in sorted(scan(folder), key=lambda found: found.name):
                group, bundle = GROUP.fullmatch(found.name), BUNDLE.fullmatch(found.name)
                if is_partial:
                    if PARTIAL.fullmatch(found.name) and int(found.name) < WIDTH:
                        end = int(digits) * WIDTH + int(found.name)
                        if end > size and not found.is_dir(follow_symlinks=False) and is_regular(found.path):
                            return True
                elif group and digits + group[1] != "000" and int(digits + group[1] + "000") < MOST_BUNDLES:
                    if found.is_dir(follow_symlinks=False):
                        folders.append((found.path, digits + group[1], False))
                elif bundle and int(digits + bundle[1]) < MOST_BUNDLES:
                    if found.is_dir(follow_symlinks=False):
                        if bundle[2]:
                            folders.append((found.path, digits + bundle[1], True))
                    elif not bundle[2] and (int(digits + bundle[1]) + 1) * WIDTH > size and is_regular(found.path):
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

    kind = DATABASE

    def __init__(self, path):
        self.path, self.head = path, path.with_name("head")
        # Behind a link SQLite keeps its log and journal beside the target.
        self.file = pathlib.Path(os.path.realpath(path))
        if not stat.S_ISREG(self.file.stat().st_mode):
            raise OSError(f"{path}: expected a file, found something else, such as a directory or a pipe")
        journal, log = self._beside("-journal"), self._beside("-wal")
        if journal and (not stat.S_ISREG(journal.st_mode) or journal.st_size > 0):
            raise OSError(f"{path}: expected no rollback journal beside it, found one")
        if log and not stat.S_ISREG(log.st_mode):
            raise OSError(f"{path}: expected no write-ahead log beside it or a file, found something else")
        self.before = self._look()
        # In WAL mode even a reader makes files beside the ledger, unless SQLite is told that nobody writes; that is so without a log file.
        with self.file.open("rb") as file:
            in_wal_mode = file.read(20)[18:19] == b"\x02"
        self.at_rest = in_wal_mode and log is None
        address = f"file:{urllib.parse.quote(str(self.file))}?mode=ro" + ("&immutable=1" if self.at_rest else "")
        self.database = sqlite3.connect(address, uri=True, isolation_level=None)
        self.database.execute("PRAGMA trusted_schema = OFF")
        # Text that is not UTF-8 stands only in a file that is no ledger; it must not be an error of its own.
        self.database.text_factory = lambda text: text.decode(errors="replace")
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
        log = self._beside("-wal")
        if self.at_rest and (log and log.st_size > 0 or self._look() != self.before):
            raise Changed(f"{self.path}: it was written to while it was read; verify when nobody records, or a copy")

    def _look(self):
        status = self.file.stat()
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _beside(self, suffix):
        """The status of what has the file's name and the suffix, a link's own; None when there is nothing."""
        try:
            return os.lstat(f"{self.file}{suffix}")
        except FileNotFoundError:
            return None

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
