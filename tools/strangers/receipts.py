"""Receipts (C2SP tlog-proof), made and checked by Amanah and by strangers, in every combination."""
import base64
import subprocess
import sys
from pathlib import Path

import go
import merkle
import scales
from published import leaf_hash
from refused import Refused
from tampering import flipped

ROOT = Path(__file__).resolve().parent.parent.parent


def exchange(amanah, ledger, published, key, folder, chance):
    """Whoever made a receipt, everybody accepts it, and everybody refuses it when a byte of it or of its entry is changed."""
    size = published.size
    positions = sorted({p for p in (0, 255, 256, size // 2, size - 1) if 0 <= p < size})
    checked = refused = 0
    for position in positions:
        amanah.run("prove", position, "-L", ledger, "-o", folder)
        ours, entry = (folder / f"{position}.tlog-proof").read_text(), (folder / f"{position}.entry").read_bytes()
        theirs = scales.proof_text(published.root, position)
        if ours != theirs:
            raise Refused("receipt", position, "Amanah and tlog-scales make different receipts")
        if entry != published.entries[position]:
            raise Refused("receipt", position, "it has another entry than the bundle")
        verdicts = _verdicts(amanah, theirs, entry, key, folder)
        if set(verdicts.values()) != {None}:
            raise Refused("receipt", position, f"not everybody accepts it: {verdicts}")
        checked += len(verdicts)
        for proof, changed in ((_changed_hash(ours, chance), entry), (ours, flipped(entry, chance.randrange(len(entry)))),
                               (ours.replace("index ", "index 1"), entry)):
            verdicts = _verdicts(amanah, proof, changed, key, folder)
            if None in verdicts.values():
                raise Refused("receipt", position, f"somebody accepts a changed receipt: {verdicts}")
            refused += len(verdicts)
    return {"receipts": len(positions), "verdicts": checked, "refusals of changed ones": refused}


def _changed_hash(proof, chance):
    lines = proof.split("\n")
    index = chance.randrange(2, lines.index(""))
    lines[index] = base64.b64encode(flipped(base64.b64decode(lines[index]), chance.randrange(32))).decode()
    return "\n".join(lines)


def _verdicts(amanah, proof, entry, key, folder):
    """What each of five checkers says: None, or what it finds."""
    paths = folder / "receipt.tlog-proof", folder / "receipt.entry"
    paths[0].write_text(proof)
    paths[1].write_bytes(entry)
    python = [sys.executable, ROOT / "tools/verifier/verify", "proof", *paths, "--key", key]
    return {
        "amanah": amanah.run("check", paths[0], "--entry", paths[1], "--key", key, expect=(0, 1)).returncode or None,
        "the Python verifier": subprocess.run(python, capture_output=True).returncode or None,
        "go": _finding(go.receipt, *paths, key),
        "tlog-scales": _finding(scales.check_receipt, proof, entry, key),
        "pymerkle": _finding(_pymerkle, proof, entry),
    }


def _finding(function, *arguments):
    try:
        function(*arguments)
    except Refused as refused:
        return str(refused)
    return None


def _pymerkle(proof, entry):
    body, _, checkpoint = proof.partition("\n\n")
    lines, head = body.split("\n"), checkpoint.split("\n")
    index, size = int(lines[1].removeprefix("index ")), int(head[1])
    if index >= size:
        raise Refused("receipt", index, "its index is beyond the checkpoint")
    return merkle.check_receipt(index, size, [base64.b64decode(line) for line in lines[2:]], leaf_hash(entry), base64.b64decode(head[2]))
