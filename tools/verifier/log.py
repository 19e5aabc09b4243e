"""The checks of a whole log and of one proof, in the order of SPEC 8."""
import re

from admission import NOTHING, Admission
from finding import Finding
from merkle import Tree, leaf_hash, root_from_proof
from moment import is_recorded
from note import DIGEST, MAXIMUM, NUMBER, check_checkpoint, decode_base64, encode_base64, parse_verifier_key
from sources import WIDTH

LONGEST = 65_535
ENTRY = re.compile(rf"amanah/entry/v1\n({NUMBER})\n([0-9T:.Z-]{{24}})\n({DIGEST})\n\n".encode())
PROOF = re.compile(rf"c2sp\.org/tlog-proof@v1\nindex ({NUMBER})\n((?:{DIGEST}\n){{0,63}})\n".encode())


def read_entry(entry, position):
    """The fields of an entry at its position: recordedAt, previous and the note's bytes (SPEC 4)."""
    match = ENTRY.match(entry)
    if len(entry) > LONGEST or not match or int(match[1]) > MAXIMUM or not is_recorded(match[2].decode()):
        raise Finding("entry.malformed", position, "expected an entry as section 4 says, found something else")
    if int(match[1]) != position:
        raise Finding("entry.position", position, f"expected position {position}, found {int(match[1])}")
    return match[2].decode(), decode_base64(match[3].decode()), entry[match.end():]


class Verification:
    """One run over a log. The checkpoint is there once its signature has been checked."""

    def __init__(self, source, log_key_text, event_types):
        self.source, self.key, self.checkpoint = source, parse_verifier_key(log_key_text), None
        self.tree, self.admission, self.as_of = Tree(), Admission(self.key, log_key_text, event_types), ""

    def run(self, remembered=None, progress=lambda done, size: None):
        """Raises the first finding; returns the bytes of the checkpoint when there is none."""
        data = self.source.checkpoint()
        if data is None:
            raise Finding("checkpoint.malformed", None, "expected a checkpoint, found none")
        self.checkpoint = check_checkpoint(data, self.key)
        size = self.checkpoint.size
        if remembered is not None:
            remembered = check_checkpoint(remembered, self.key, "the remembered checkpoint")
            if remembered.size > size:
                raise Finding("checkpoint.rollback", None,
                              f"expected {remembered.size} entries or more as remembered, found {size}")
        self._check_entries(size, progress)
        if remembered is not None:
            self._check_root("checkpoint.inconsistent", remembered)
        check_tiles(self.source, self.tree)
        self._check_root("checkpoint.root", self.checkpoint)
        if self.source.reaches_beyond(size):
            raise Finding("entry.beyondCheckpoint", size, f"expected {size} entries, found more stored")
        return data

    def _check_entries(self, size, progress):
        previous = NOTHING
        for position, (stored, entry) in enumerate(self.source.entries(size)):
            leaf = leaf_hash(entry)
            if leaf != stored:
                raise Finding("entry.leaf", position,
                              f"expected the leaf hash {encode_base64(stored)}, found {encode_base64(leaf)}")
            recorded_at, claimed, note = read_entry(entry, position)
            if claimed != previous:
                raise Finding("entry.previous", position,
                              f"expected {encode_base64(previous)}, found {encode_base64(claimed)}")
            if recorded_at < self.as_of:
                raise Finding("entry.recordedAt", position, f"expected {self.as_of} or later, found {recorded_at}")
            self.admission.admit(position, recorded_at, note, self.tree)
            self.tree.append(leaf)
            previous, self.as_of = leaf, recorded_at
            progress(position + 1, size)

    def _check_root(self, code, checkpoint):
        root = self.tree.root(checkpoint.size)
        if root != checkpoint.root:
            raise Finding(code, None, f"expected {encode_base64(root)} as the root of the first {checkpoint.size} "
                          f"entries, found {encode_base64(checkpoint.root)}")


def check_tiles(source, tree):
    """SPEC 8 step 4: every tile of level 1 and above, lowest level first."""
    level = 1
    while tree.size >> 8 * level:
        count = tree.size >> 8 * level
        for first in range(0, count, WIDTH):
            width = min(WIDTH, count - first)
            expected = tree.hashes(8 * level, first, first + width)
            for index, found in enumerate(source.tile_hashes(level, first // WIDTH, width)):
                if found != expected[32 * index:32 * index + 32]:
                    raise Finding("tile.hash", first + index << 8 * level,
                                  f"hash {index} of tile {first // WIDTH} of level {level} is not the tree's")
        level += 1


def verify_proof(proof, entry, log_key_text):
    """Checks that an entry is in the log that signed the proof's checkpoint; returns its index and the checkpoint."""
    match = PROOF.match(proof)
    if not match or int(match[1]) > MAXIMUM:
        raise Finding("proof.malformed", None, "expected a tlog-proof without extra data, found something else")
    checkpoint = check_checkpoint(proof[match.end():], parse_verifier_key(log_key_text), "the proof's checkpoint")
    index, hashes = int(match[1]), [decode_base64(line) for line in match[2].decode().split()]
    if root_from_proof(leaf_hash(entry), index, checkpoint.size, hashes) != checkpoint.root:
        raise Finding("proof.inclusion", None, f"the proof does not lead from this entry at {index} to the root")
    read_entry(entry, index)
    return index, checkpoint
