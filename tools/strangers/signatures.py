"""OpenSSL verifies every signature: the library through PyPI's `cryptography`, and Debian's own `openssl` for a part of them."""
import base64
import json
import subprocess
import tempfile
from pathlib import Path

from published import read_note, read_signed
from refused import Refused

# What stands before an Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410).
PREFIX = bytes.fromhex("302a300506032b6570032100")
COMMAND_LINE_CALLS = 150


def audit(published, key, chance):
    text, lines = read_signed(published.checkpoint)
    keys = dict([read_key(key)])
    claims = [(None, text, line, _public(keys, line, None)) for line in lines]
    keys = {}
    for position, entry in enumerate(published.entries):
        note = read_note(entry, position)
        if position == 0:
            _learn(keys, note.events)
        claims += [(position, note.text, line, _public(keys, line, position)) for line in note.signatures]
        _learn(keys, note.events)
    for claim in claims:
        _library(*claim)
    called = claims if len(claims) <= COMMAND_LINE_CALLS else claims[:1] + chance.sample(claims[1:], COMMAND_LINE_CALLS - 1)
    with tempfile.TemporaryDirectory() as folder:
        for claim in called:
            _command_line(Path(folder), *claim)
    return {"signatures by the library": len(claims), "signatures by the command": len(called), "keys": len(keys)}


def read_key(text):
    name, key_id, data = text.split("+", 2)
    return (name, bytes.fromhex(key_id)), base64.b64decode(data)[1:]


def _learn(keys, events):
    for line in events:
        event = json.loads(line)
        if event["type"] == "ledger.opened":
            keys.update(read_key(governor["key"]) for governor in event["data"]["governors"])
        elif event["type"] == "key.granted":
            keys.update([read_key(event["data"]["key"])])


def _public(keys, line, position):
    public = keys.get((line.name, line.key_id))
    if public is None:
        raise Refused("checkpoint" if position is None else "signature", position, "by a key that the ledger does not know")
    return public


def _library(position, text, line, public):
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(line.bytes, text)
    except InvalidSignature as error:
        raise _refusal(position) from error


def _command_line(folder, position, text, line, public):
    names = [folder / name for name in ("key.der", "text", "signature")]
    for path, data in zip(names, (PREFIX + public, text, line.bytes)):
        path.write_bytes(data)
    done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin", "-in", names[1],
                           "-sigfile", names[2]], capture_output=True, text=True)
    if done.returncode != 0 or "Verified Successfully" not in done.stdout:
        raise _refusal(position)


def _refusal(position):
    return Refused("checkpoint" if position is None else "signature", position, "it does not verify")
