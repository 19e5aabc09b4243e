"""Where a log is read from: published files (SPEC 5) or a ledger's SQLite file (SPEC 12), never written to."""
import os
import pathlib
import sqlite3
import urllib.parse

from finding import Finding

WIDTH = 256


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
        raise Finding("tile.malformed", position, f"expected {32 * width} bytes in {name}, found {len(hashes)}")


def blob(value):
    """A column's bytes; a value of another type, which no sound file holds, counts as empty."""
    return value if isinstance(value, bytes) else b""


class PublishedFiles:
    """A directory as C2SP tlog-tiles lays it out."""

    def __init__(self, directory):
        self.directory = directory

    def checkpoint(self):
        return self._read("checkpoint")

    def tile(self, level, number, width):
        return self._read(self._path(level, number, width))

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
            bundle, start = self._read(name), 0
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
                              f"expected {name} to end after {width} entries, found {len(bundle) - start} bytes more")

    def reaches_beyond(self, size):
        """Whether a bundle has place for entries at or above the size."""
        root = self.directory / "tile" / "entries"
        for folder, _, files in os.walk(root):
            for file in files:
                parts = pathlib.Path(folder, file).relative_to(root).parts
                width = WIDTH
                if len(parts) > 1 and parts[-2].endswith(".p"):
                    width, parts = file, parts[:-2] + (parts[-2][:-2],)
                digits = "".join(part.removeprefix("x") for part in parts) + str(width)
                if digits.isascii() and digits.isdigit():
                    number = int(digits[:-len(str(width))])
                    if number * WIDTH + int(width) > size:
                        return True
        return False

    def _path(self, level, number, width):
        digits = str(number).zfill((len(str(number)) + 2) // 3 * 3)
        groups = [digits[at:at + 3] for at in range(0, len(digits), 3)]
        name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
        return f"tile/{level}/{name}" + (f".p/{width}" if width < WIDTH else "")

    def _read(self, name):
        try:
            return (self.directory / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


class LedgerFile:
    """A ledger's SQLite file, read in one transaction so that a writer at work changes nothing under it."""

    def __init__(self, path):
        self.head = path.with_name("head")
        # In WAL mode even a reader makes files beside the ledger, unless SQLite is told that nobody writes; that is so without a log file.
        with path.open("rb") as file:
            in_wal_mode = file.read(20)[18:19] == b"\x02"
        at_rest = in_wal_mode and not path.with_name(path.name + "-wal").exists()
        address = f"file:{urllib.parse.quote(str(path.resolve()))}?mode=ro" + ("&immutable=1" if at_rest else "")
        self.database = sqlite3.connect(address, uri=True, isolation_level=None)
        self.database.execute("PRAGMA trusted_schema = OFF")

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
            check_tile(blob(row[1]), 1, position, "the column leaf")
            yield row[1], blob(row[2])

    def reaches_beyond(self, size):
        return self.database.execute("SELECT 1 FROM entries WHERE position >= ?", (size,)).fetchone() is not None

    def _read_head(self):
        try:
            return self.head.read_bytes()
        except FileNotFoundError:
            return None
