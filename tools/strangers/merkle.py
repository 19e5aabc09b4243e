"""pymerkle (PyPI) grows the RFC 6962 tree from the entries, without the tiles, and compares every root that the ledger names."""
from base64 import b64decode

from refused import Refused

PROOFS = 300


def audit(published, chance):
    import pymerkle

    tree = pymerkle.InmemoryTree(algorithm="sha256")
    seen = {}
    for position, (entry, note) in enumerate(zip(published.entries, published.notes())):
        tree.append_entry(entry)
        head = note.header.get("seen")
        if head:
            seen.setdefault((head["size"], head["root"]), position)
    for (size, root), position in seen.items():
        if tree.get_root(size) != b64decode(root):
            raise Refused("seen", position, f"its author saw another root at size {size}")
    if tree.get_root() != published.tree_root:
        raise Refused("root", None, "the entries have another root than the checkpoint")
    size = published.size
    positions = range(size) if size <= PROOFS else sorted(chance.sample(range(size), PROOFS))
    for position in positions:
        leaf, proof = tree.get_leaf(position + 1), tree.prove_inclusion(position + 1, size)
        pymerkle.verify_inclusion(leaf, published.tree_root, proof, index=position + 1, size=size)
    return {"roots": len(seen) + 1, "inclusion proofs": len(positions)}


def check_receipt(index, size, hashes, leaf, root):
    """Whether the proof in a receipt is, hash by hash, the one that pymerkle would accept."""
    import pymerkle
    from pymerkle.core import _inclusion_path_layout

    rule, _ = _inclusion_path_layout(index + 1, size)
    proof = pymerkle.InclusionProof("sha256", True, size, index + 1, rule, [leaf, *hashes])
    try:
        pymerkle.verify_inclusion(leaf, root, proof, index=index + 1, size=size)
    except pymerkle.InvalidProof as error:
        raise Refused("inclusion", index, str(error)) from error
    return {"receipts": 1}
