"""An independent writer of small ledgers: keys from fixed seeds, notes, entries, checkpoints, published files, SQLite."""
import base64
import ctypes
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

VERIFIER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(VERIFIER))

from note import sodium  # noqa: E402

ROOT = VERIFIER.parents[1]
SCHEMAS = ROOT / "Schemas"
ORIGIN = "ledger.example/exercise"
START = 1_776_305_523  # 2026-04-16T02:12:03Z


def b64(data):
    return base64.b64encode(data).decode()


def sha256(data):
    return hashlib.sha256(data).digest()


def mth(leaves):
    """RFC 6962 section 2.1, as it is written there."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + mth(leaves[:half]) + mth(leaves[half:]))


def path(index, leaves):
    """RFC 6962 section 2.1.1, as it is written there."""
    if len(leaves) == 1:
        return []
    half = 1 << (len(leaves) - 1).bit_length() - 1
    if index < half:
        return path(index, leaves[:half]) + [mth(leaves[half:])]
    return path(index - half, leaves[half:]) + [mth(leaves[:half])]


def recorded_at(seconds, milliseconds=0):
    import datetime
    moment = datetime.datetime.fromtimestamp(START + seconds, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + f".{milliseconds:03d}Z"


class Signer:
    """A key made from the hash of a label, so that every run makes the same bytes."""

    def __init__(self, name, label=None):
        self.name = name
        public, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        sodium.crypto_sign_seed_keypair(public, secret, sha256(f"amanah test key {label or name}".encode()))
        self.public, self.secret = public.raw, secret.raw
        self.key_id = sha256(name.encode() + b"\n\x01" + self.public)[:4]
        self.verifier_key = f"{name}+{self.key_id.hex()}+{b64(bytes([1]) + self.public)}"

    def sign(self, text):
        signature = ctypes.create_string_buffer(64)
        sodium.crypto_sign_detached(signature, None, text, ctypes.c_ulonglong(len(text)), self.secret)
        return signature.raw

    def line(self, text, key_id=None):
        return f"— {self.name} {b64((key_id or self.key_id) + self.sign(text))}\n"


class Named(str):
    """A verifier key as text, where a signer is expected."""

    verifier_key = property(str)


def wrong_id(signer):
    name, _, key = signer.verifier_key.split("+", 2)
    return Named(f"{name}+00000000+{key}")


def key_of(public, name="odd"):
    public = bytes([1]) + bytes.fromhex(public)
    return Named(f"{name}+{sha256(name.encode() + b'%c' % 10 + public)[:4].hex()}+{b64(public)}")


def identifier(number):
    return f"01900000-0000-7000-8000-{number:012x}"


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Writer:
    """A ledger in memory. `add` appends a note without judging it: that is for the verifier under test."""

    def __init__(self, origin=ORIGIN, label=None):
        self.origin, self.log = origin, Signer(origin, label)
        self.entries, self.authors, self.serial, self.clock = [], {}, 0, 0

    def event(self, name, data, **more):
        self.serial += 1
        return {"type": name, "id": identifier(self.serial), "at": "2026-04-16T09:12:03+07:00", "data": data, **more}

    def opened(self, governors, **more):
        return self.event("ledger.opened", {
            "origin": self.origin, "logKey": self.log.verifier_key, "title": "Exercise", "purpose": "exercise",
            "governors": [{"key": g.verifier_key, "holder": identifier(900 + n)} for n, g in enumerate(governors)], **more})

    def granted(self, key, roles, **more):
        return self.event("key.granted", {
            "key": getattr(key, "verifier_key", key), "holder": identifier(800), "roles": roles,
            "validFrom": "2026-01-01T00:00:00+07:00", **more})

    def revoked(self, name):
        return self.event("key.revoked", {"key": name, "reason": "lost"})

    def finding(self, region="32.04", code="price.aboveCeiling", **more):
        return self.event("finding.raised", {
            "finding": f"F-{self.serial}", "region": region, "code": code, "severity": "low", **more})

    def text(self, author, events, /, **header):
        """The text of the author's next note; `header` overrides parts of its header."""
        name = getattr(author, "name", author)
        sequence, previous = self.authors.get(name, (1, bytes(32)))
        fields = {"ledger": self.origin, "author": name, "sequence": sequence, "previous": b64(previous)}
        if "seen" in header:
            fields["seen"] = header["seen"]
        fields["signedAt"] = "2026-04-16T09:12:03+07:00"
        fields.update(header)
        lines = [e if isinstance(e, str) else compact(e) for e in events]
        return "".join(line + "\n" for line in ["amanah/note/v1", compact(fields), *lines]).encode()

    def note(self, author, events, cosigners=(), /, **header):
        text = self.text(author, events, **header)
        return text + ("\n" + "".join(s.line(text) for s in (author, *cosigners))).encode()

    def add(self, note, author=None, recorded=None):
        """Appends the note as an entry; counts the author's sequence when the author is given."""
        if recorded is None:
            self.clock += 1
            recorded = recorded_at(self.clock, self.clock % 1000)
        self.append(self.entry(note, recorded))
        if author is not None:
            text = note[:note.rindex(b"\n\n") + 1]
            self.authors[author.name] = (self.authors.get(author.name, (1, b""))[0] + 1, sha256(text))

    def entry(self, note, recorded, position=None, previous=None):
        position = len(self.entries) if position is None else position
        previous = previous or (self.leaves()[-1] if self.entries else bytes(32))
        return f"amanah/entry/v1\n{position}\n{recorded}\n{b64(previous)}\n\n".encode(errors="surrogateescape") + note

    def append(self, entry):
        self.entries.append(entry)

    def say(self, author, events, cosigners=(), recorded=None, **header):
        self.add(self.note(author, events, cosigners, **header), author, recorded)

    def leaves(self):
        return [sha256(b"\x00" + entry) for entry in self.entries]

    def checkpoint(self, size=None, signers=None):
        leaves = self.leaves()[:len(self.entries) if size is None else size]
        return checkpoint_text(self.origin, len(leaves), mth(leaves), signers or [self.log])


def checkpoint_text(origin, size, root, signers):
    body = f"{origin}\n{size}\n{b64(root)}\n".encode()
    return body + ("\n" + "".join(s.line(body) for s in signers)).encode()


def tile_path(number, width):
    name = f"{number % 1000:03d}"
    while number >= 1000:
        number //= 1000
        name = f"x{number % 1000:03d}/{name}"
    return name if width == 256 else f"{name}.p/{width}"


def tiles(leaves):
    """Every tile of the tree over the leaves: {(level, number): hashes}."""
    found, level, hashes = {}, 0, leaves
    while hashes:
        for first in range(0, len(hashes), 256):
            found[level, first // 256] = hashes[first:first + 256]
        hashes = [mth(hashes[first:first + 256]) for first in range(0, len(hashes) - 255, 256)]
        level += 1
    return found


def published_files(entries, size, leaves=None):
    """The files of the first `size` entries by name; `leaves` stands in for the leaf hashes of level 0 when given."""
    entries, files = entries[:size], {}
    for (level, number), hashes in tiles([sha256(b"\x00" + entry) for entry in entries]).items():
        if level == 0 and leaves:
            hashes = leaves[:size][number * 256:number * 256 + 256]
        files[f"tile/{level}/{tile_path(number, len(hashes))}"] = b"".join(hashes)
    for first in range(0, len(entries), 256):
        part = entries[first:first + 256]
        bundle = b"".join(len(entry).to_bytes(2, "big") + entry for entry in part)
        files[f"tile/entries/{tile_path(first // 256, len(part))}"] = bundle
    return files


def publish(directory, entries, checkpoint, leaves=None):
    """Published files for all entries and, when it is smaller, for the size that the checkpoint tells."""
    told = checkpoint.split(b"\n")[1:2]
    size = int(told[0]) if told and told[0].isdigit() else len(entries)
    files = {"checkpoint": checkpoint, **published_files(entries, size, leaves),
             **published_files(entries, len(entries), leaves)}
    for name, data in files.items():
        target = Path(directory, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return files


TABLES = """
CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT;
CREATE TABLE tile_hashes(level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place))
  STRICT, WITHOUT ROWID;
CREATE TABLE notes(author TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (author, sequence)) STRICT, WITHOUT ROWID;
CREATE TABLE governance(position INTEGER PRIMARY KEY) STRICT;
CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, checkpoint BLOB NOT NULL) STRICT;
"""


def store(directory, entries, checkpoint, leaves=None, head=True):
    """A ledger directory with ledger.sqlite and head; returns the open connection."""
    own = [sha256(b"\x00" + entry) for entry in entries]
    database = sqlite3.connect(Path(directory, "ledger.sqlite"), isolation_level=None)
    database.execute("PRAGMA page_size = 16384")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"PRAGMA application_id = {0x416D6E68}")
    database.execute("PRAGMA user_version = 2")
    database.executescript(TABLES)
    database.execute("BEGIN")
    database.executemany("INSERT INTO entries VALUES (?, ?, ?)", [
        (position, leaf, entry) for position, (leaf, entry) in enumerate(zip(leaves or own, entries))])
    database.executemany("INSERT INTO tile_hashes VALUES (?, ?, ?)", [
        (level, number * 256 + index, found) for (level, number), hashes in tiles(own).items() if level > 0
        for index, found in enumerate(hashes)])
    database.execute("INSERT INTO checkpoints VALUES (?, ?)", (len(entries), checkpoint))
    database.execute("COMMIT")
    if head:
        Path(directory, "head").write_bytes(checkpoint)
    return database
