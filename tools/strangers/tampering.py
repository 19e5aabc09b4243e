"""Tampered copies of a published ledger, and which stranger must refuse each of them at which position.

An attack gets a copy that it may change, and returns what must be found: {stranger: (kind, position)}. Strangers that are not named
need not see it: who reads no tiles cannot see that one was changed."""
import base64
import re

from published import WIDTH, read_note, tile_path


class NothingToAttack(Exception):
    """The ledger has nothing of the kind that is attacked."""


def flipped(data, index, bit=0):
    return data[:index] + bytes([data[index] ^ 1 << bit]) + data[index + 1:]


def _choose(copy, chance, wanted):
    """A position from 1 on whose note is as wanted, and the note."""
    positions = [p for p in range(1, copy.size) if wanted(read_note(copy.entries[p]))]
    if not positions:
        raise NothingToAttack
    position = chance.choice(positions)
    return position, read_note(copy.entries[position])


def _is_no_grant(note):
    return not any('"type":"key.' in line for line in note.events)


def _digit_of_event(entry, note, chance):
    """Where a digit stands in a value of an event: flipped, it is another digit."""
    start = entry.index(note.events[0].encode()) + len('{"type":"')
    end = start + sum(len(line.encode()) + 1 for line in note.events) - len('{"type":"')
    return start + chance.choice([m.start() for m in re.finditer(rb"[0-9]", entry[start:end])])


def _first_seen(copy, position):
    """What who compares roots finds after an entry was forged: the first author who saw another one, else the checkpoint."""
    for later in range(position + 1, copy.size):
        seen = read_note(copy.entries[later]).header.get("seen")
        if seen and seen["size"] > position:
            return "seen", later
    return "root", None


def _flip_signature(entry, index):
    """The entry with one bit of one signature flipped."""
    head, _, lines = entry.rpartition(b"\n\n")
    lines = lines.splitlines()
    dash, name, data = lines[index].split(b" ")
    data = base64.b64encode(flipped(base64.b64decode(data), 40))
    lines[index] = b" ".join((dash, name, data))
    return head + b"\n\n" + b"".join(line + b"\n" for line in lines)


def _flip_in_file(copy, path, index, bit=0):
    file = copy.root / path
    file.write_bytes(flipped(file.read_bytes(), index, bit))


def entry_byte(copy, chance):
    "a digit of an event in a bundle"
    position, note = _choose(copy, chance, _is_no_grant)
    entry = copy.entries[position]
    copy.store(position, flipped(entry, _digit_of_event(entry, note, chance)))
    return {"go": ("leaf", position), "tlog-scales": ("inclusion", position), "openssl": ("signature", position),
            "pymerkle": _first_seen(copy, position)}


def bundle_cut(copy, chance):
    "a bundle that is cut off"
    file = copy.root / tile_path("entries", 0, min(WIDTH, copy.size))
    file.write_bytes(file.read_bytes()[:-1])
    last = min(WIDTH, copy.size) - 1
    return {"go": ("bundle", last), "pymerkle": ("bundle", last), "openssl": ("bundle", last)}


def bundle_grown(copy, chance):
    "a byte behind the last entry of a bundle"
    file = copy.root / tile_path("entries", 0, min(WIDTH, copy.size))
    file.write_bytes(file.read_bytes() + b"\0")
    end = min(WIDTH, copy.size)
    return {"go": ("bundle", end), "pymerkle": ("bundle", end), "openssl": ("bundle", end)}


def leaf_in_full_tile(copy, chance):
    "a leaf hash in a full tile"
    position = chance.randrange(WIDTH)
    _flip_in_file(copy, tile_path(0, 0, WIDTH), 32 * position + chance.randrange(32))
    # A proof in this tile needs the hash unless it is for the entry itself; so the first proof fails that is for another one.
    return {"go": ("leaf", position), "tlog-scales": ("inclusion", 0 if position else 1)}


def leaf_in_partial_tile(copy, chance):
    "a leaf hash in the partial tile"
    if copy.size % WIDTH == 0:
        raise NothingToAttack
    first = copy.size - copy.size % WIDTH
    position = chance.randrange(first, copy.size)
    _flip_in_file(copy, tile_path(0, first // WIDTH, copy.size - first), 32 * (position - first) + chance.randrange(32))
    return {"go": ("leaf", position), "tlog-scales": ("root", None)}


def tile_missing(copy, chance):
    "a full tile that is missing"
    (copy.root / tile_path(0, 1, WIDTH)).unlink()
    return {"go": ("tile", WIDTH), "tlog-scales": ("tile", WIDTH)}


def upper_tile(copy, chance):
    "a hash in the last tile of level 1"
    hashes = copy.size // WIDTH
    first = hashes - hashes % WIDTH
    index = chance.randrange(first, hashes)
    _flip_in_file(copy, tile_path(1, first // WIDTH, hashes - first), 32 * (index - first) + 7)
    return {"go": ("tile", index * WIDTH), "tlog-scales": ("root", None)}


def full_upper_tile(copy, chance):
    "a hash in a full tile of level 1"
    index = chance.randrange(WIDTH)
    _flip_in_file(copy, tile_path(1, 0, WIDTH), 32 * index + 7)
    return {"go": ("tile", index * WIDTH)}


def highest_tile(copy, chance):
    "the hash in the tile of level 2"
    _flip_in_file(copy, tile_path(2, 0, 1), 5)
    return {"go": ("tile", 0), "tlog-scales": ("root", None)}


def checkpoint_signature(copy, chance):
    "the signature of the checkpoint"
    text = (copy.root / "checkpoint").read_bytes()
    head, _, line = text.rpartition(b"\n\n")
    dash, name, data = line.rstrip(b"\n").split(b" ")
    data = base64.b64encode(flipped(base64.b64decode(data), 4 + chance.randrange(64)))
    (copy.root / "checkpoint").write_bytes(head + b"\n\n" + b" ".join((dash, name, data)) + b"\n")
    return dict.fromkeys(("go", "tlog-scales", "openssl"), ("checkpoint", None))


def checkpoint_root(copy, chance):
    "the root in the checkpoint"
    lines = (copy.root / "checkpoint").read_bytes().split(b"\n")
    lines[2] = base64.b64encode(flipped(base64.b64decode(lines[2]), chance.randrange(32)))
    (copy.root / "checkpoint").write_bytes(b"\n".join(lines))
    return dict.fromkeys(("go", "tlog-scales", "openssl"), ("checkpoint", None)) | {"pymerkle": ("root", None)}


def checkpoint_of_another_key(copy, chance):
    "a checkpoint by another key of the log's name"
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    head, _, line = (copy.root / "checkpoint").read_bytes().rpartition(b"\n\n")
    dash, name, data = line.rstrip(b"\n").split(b" ")
    data = base64.b64encode(base64.b64decode(data)[:4] + key.sign(head + b"\n"))
    (copy.root / "checkpoint").write_bytes(head + b"\n\n" + b" ".join((dash, name, data)) + b"\n")
    return dict.fromkeys(("go", "tlog-scales", "openssl"), ("checkpoint", None))


def forged_event(copy, chance):
    "an event forged, every hash after it made to fit"
    position, note = _choose(copy, chance, _is_no_grant)
    entry = copy.entries[position]
    copy.forge(position, flipped(entry, _digit_of_event(entry, note, chance)))
    return _forgery(copy, position)


def forged_signature(copy, chance):
    "an author's signature, every hash after it made to fit"
    position, _ = _choose(copy, chance, lambda note: True)
    copy.forge(position, _flip_signature(copy.entries[position], 0))
    return _forgery(copy, position)


def forged_cosignature(copy, chance):
    "a co-signature, every hash after it made to fit"
    position, note = _choose(copy, chance, lambda note: len(note.signatures) > 1)
    copy.forge(position, _flip_signature(copy.entries[position], len(note.signatures) - 1))
    return _forgery(copy, position)


def _forgery(copy, position):
    return {"go": ("signature", position), "openssl": ("signature", position), "pymerkle": _first_seen(copy, position),
            "tlog-scales": ("root", None)}


def stripped_cosignature(copy, chance):
    "a co-signature taken away, every hash after it made to fit"
    position, _ = _choose(copy, chance, lambda note: len(note.signatures) > 1)
    entry = copy.entries[position]
    copy.forge(position, entry[:entry[:-1].rindex(b"\n") + 1])
    # Who knows only signed notes cannot miss what is not there; the roots that others saw show it.
    return {"go": _first_seen(copy, position), "pymerkle": _first_seen(copy, position), "tlog-scales": ("root", None)}


ATTACKS = (
    entry_byte, bundle_cut, bundle_grown, leaf_in_full_tile, leaf_in_partial_tile, tile_missing, upper_tile, checkpoint_signature,
    checkpoint_root, checkpoint_of_another_key, forged_event, forged_signature, forged_cosignature, stripped_cosignature,
)
# They need full tiles and a partial one: so many entries at least.
SMALLEST = 2 * WIDTH + 1
# For a ledger of more than 65,536 entries.
LONG_ATTACKS = (full_upper_tile, highest_tile)
