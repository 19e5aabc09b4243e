"""The files of a published ledger (SPEC 5): read without trust, and written again after tampering. Shares no code with either verifier."""
import base64
import hashlib
import json
import shutil
from pathlib import Path
from typing import NamedTuple

from refused import Refused

WIDTH = 256


class Signature(NamedTuple):
    name: str
    key_id: bytes
    bytes: bytes


class Note(NamedTuple):
    text: bytes
    signatures: list
    header: dict
    events: list


def number_path(number):
    """C2SP tlog-tiles: three digits at a time."""
    parts = [f"{number % 1000:03d}"]
    while number >= 1000:
        number //= 1000
        parts.insert(0, f"x{number % 1000:03d}")
    return "/".join(parts)


def tile_path(kind, number, width):
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{kind}/{number_path(number)}{partial}"


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def read_signed(message, position=None):
    """A signed note: its text and signature lines."""
    text, blank, lines = message.rpartition(b"\n\n")
    if not blank:
        raise Refused("note", position, "it has no signatures")
    signatures = []
    for line in lines.decode().splitlines():
        dash, name, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash != "—" or len(data) < 5:
            raise Refused("note", position, "a signature line is malformed")
        signatures.append(Signature(name, data[:4], data[4:]))
    return text + b"\n", signatures


def read_note(entry, position=None):
    """The author note of an entry."""
    text, signatures = read_signed(entry.split(b"\n", 5)[5], position)
    lines = text.decode().split("\n")
    return Note(text, signatures, json.loads(lines[1]), lines[2:-1])


class Published:
    """A directory as `amanah publish` writes it."""

    def __init__(self, root):
        self.root = Path(root)
        self.checkpoint = (self.root / "checkpoint").read_bytes()
        lines = self.checkpoint.decode().split("\n")
        self.origin, self.size, self.tree_root = lines[0], int(lines[1]), base64.b64decode(lines[2])
        self.entries = [entry for first in range(0, self.size, WIDTH) for entry in self._bundle(first)]

    def _bundle(self, first):
        width = min(WIDTH, self.size - first)
        try:
            data = (self.root / tile_path("entries", first // WIDTH, width)).read_bytes()
        except FileNotFoundError as error:
            raise Refused("bundle", first, "it is missing") from error
        for position in range(first, first + width):
            end = 2 + int.from_bytes(data[:2], "big")
            if len(data) < max(2, end):
                raise Refused("bundle", position, "it is cut off")
            yield data[2:end]
            data = data[end:]
        if data:
            raise Refused("bundle", first + width, "bytes follow its last entry")

    def notes(self):
        return (read_note(entry, position) for position, entry in enumerate(self.entries))

    def events(self):
        """Position, place and line of every event."""
        for position, note in enumerate(self.notes()):
            for place, line in enumerate(note.events):
                yield position, place, line

    def copy(self, target):
        shutil.copytree(self.root, target)
        return Published(target)

    def store(self, position, entry):
        """Replaces an entry in its bundle and touches nothing else."""
        self.entries[position] = entry
        first = position - position % WIDTH
        bundle = self.entries[first:first + WIDTH]
        (self.root / tile_path("entries", first // WIDTH, len(bundle))).write_bytes(
            b"".join(len(e).to_bytes(2, "big") + e for e in bundle))

    def forge(self, position, entry):
        """Replaces an entry and makes everything after it fit: previous leaf hashes and all tiles. Only the checkpoint cannot be made."""
        self.store(position, entry)
        for later in range(position + 1, self.size):
            lines = self.entries[later].split(b"\n", 4)
            lines[3] = base64.b64encode(leaf_hash(self.entries[later - 1]))
            self.store(later, b"\n".join(lines))
        self.write_tiles()

    def write_tiles(self):
        level, hashes = 0, [leaf_hash(entry) for entry in self.entries]
        while hashes:
            for first in range(0, len(hashes), WIDTH):
                tile = hashes[first:first + WIDTH]
                (self.root / tile_path(level, first // WIDTH, len(tile))).write_bytes(b"".join(tile))
            hashes = [_top(hashes[first:first + WIDTH]) for first in range(0, len(hashes) - WIDTH + 1, WIDTH)]
            level += 1


def _top(hashes):
    while len(hashes) > 1:
        hashes = [hashlib.sha256(b"\1" + hashes[i] + hashes[i + 1]).digest() for i in range(0, len(hashes), 2)]
    return hashes[0]
