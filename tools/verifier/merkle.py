"""The tree of RFC 6962 section 2.1."""
import hashlib


def leaf_hash(entry):
    """SHA-256(0x00 ‖ entry)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """All complete subtrees of a growing tree: `levels[k]` holds the roots of those with 2^k leaves, 32 bytes each."""

    def __init__(self):
        self.levels = [bytearray()]
        self.size = 0

    def append(self, leaf):
        self.levels[0] += leaf
        self.size += 1
        level, count, right = 0, self.size, leaf
        while count % 2 == 0:
            right = node_hash(bytes(self.levels[level][-64:-32]), right)
            level, count = level + 1, count // 2
            if level == len(self.levels):
                self.levels.append(bytearray())
            self.levels[level] += right

    def hashes(self, level, start, end):
        """The roots of the subtrees with 2^level leaves, from number `start` up to `end`."""
        return bytes(self.levels[level][start * 32:end * 32])

    def root(self, size):
        """The root of the first `size` leaves."""
        if size == 0:
            return hashlib.sha256().digest()
        root, end = None, size
        for level in range(size.bit_length()):
            if size >> level & 1:
                end -= 1 << level
                left = self.hashes(level, end >> level, (end >> level) + 1)
                root = left if root is None else node_hash(left, root)
        return root


def root_from_proof(leaf, index, size, proof):
    """The root to which an inclusion proof (RFC 6962 section 2.1.1) leads; None when it has the wrong number of hashes."""
    if index >= size:
        return None
    node, last, root = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if node % 2 == 1 or node == last:
            root = node_hash(sibling, root)
            while node % 2 == 0 and node != 0:
                node, last = node >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        node, last = node >> 1, last >> 1
    return root if last == 0 else None
