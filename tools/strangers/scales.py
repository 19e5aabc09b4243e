"""tlog-scales (PyPI) reads the published tiles, verifies the checkpoint, and proves and checks inclusions and consistencies."""
import subprocess
import sys
from pathlib import Path

from refused import Refused

INCLUSIONS = 2_000


def audit(published, key, chance):
    from tlog_scales import backend, reader, signing, tiles, tlog

    files = reader.TilesReader(backend.LocalBackend(Path(published)))
    head = _said("checkpoint", None, files.get_checkpoint)
    _said("checkpoint", None, head.verify, signing.Vkey.from_string(key))
    if _said("tile", None, files.calculate_root_hash) != head.root_hash:
        raise Refused("root", None, "the tiles have another root than the checkpoint")
    positions = range(head.size) if head.size <= INCLUSIONS else sorted(chance.sample(range(head.size), INCLUSIONS))
    for position in positions:
        leaf = tiles.leaf_hash(_said("bundle", position, files.get_entry, position))
        proof = _said("tile", position, files.get_inclusion_proof, position, head.size)
        _said("inclusion", position, proof.check, leaf, head.root_hash)
    sizes = sorted({min(head.size, s) for s in (1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537)}
                   | {chance.randint(1, head.size) for _ in range(30)})
    for size in sizes:
        proof = _said("tile", None, files.get_consistency_proof, size, head.size)
        _said("consistency", size, proof.check, files.mth(0, size), head.root_hash)
        false = tlog.ConsistencyProof(size, head.size, [bytes(32)] + proof.node_hashes[1:])
        if size < head.size and _holds(false.check, files.mth(0, size), head.root_hash):
            raise Refused("consistency", size, "a false proof was accepted")
    return {"inclusion proofs": len(positions), "consistency proofs": len(sizes), "checkpoints": 1}


def proof_text(published, position):
    """The tlog-proof that the command of tlog-scales prints."""
    done = subprocess.run([sys.executable, "-m", "tlog_scales.cli", "gen-proof", str(Path(published).resolve()), str(position)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused("receipt", position, done.stderr.strip().splitlines()[-1])
    return done.stdout


def check_receipt(proof, entry, key):
    """Checks a tlog-proof that somebody else made."""
    from tlog_scales import signing, tiles, tlog
    from tlog_scales.utils import b64dec

    body, _, checkpoint = proof.partition("\n\n")
    lines = body.split("\n")
    index = int(lines[1].removeprefix("index "))
    head = _said("checkpoint", None, tlog.Checkpoint.from_text, checkpoint)
    _said("checkpoint", None, head.verify, signing.Vkey.from_string(key))
    found = tlog.InclusionProof(index, head.size, [b64dec(line) for line in lines[2:]])
    _said("inclusion", index, found.check, tiles.leaf_hash(entry), head.root_hash)
    return {"receipts": 1}


def _said(kind, position, function, *arguments):
    """What the function returns; a finding if it throws anything, since this library has no one type of error."""
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001
        raise Refused(kind, position, f"{type(error).__name__}: {error}") from error


def _holds(function, *arguments):
    try:
        function(*arguments)
    except Exception:  # noqa: BLE001
        return False
    return True
