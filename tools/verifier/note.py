"""Keys, signed notes, checkpoints and author notes (SPEC 2, 3 and 5)."""
import binascii
import hashlib
import re
from typing import NamedTuple, Optional

from finding import Finding
from moment import is_local
from sodium import load

NAME = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,79}"
DIGEST = r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
NUMBER = r"(?:0|[1-9][0-9]{0,15})"
MAXIMUM = 2**53 - 1

VERIFIER_KEY = re.compile(rf"({NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/]{{44}})")
WHITE = " \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
LARGEST_NOTE, MOST_SIGNATURES = 1_000_000, 100
SIGNATURE_LINE = re.compile(f"— ([^+\n{WHITE}]+) ([A-Za-z0-9+/=]+)")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
HEADER = re.compile(
    rf'\{{"ledger":"({NAME})","author":"({NAME})","sequence":({NUMBER}),"previous":"({DIGEST})",'
    rf'(?:"seen":\{{"size":({NUMBER}),"root":"({DIGEST})"\}},)?"signedAt":"([^"\\]*)"\}}'
)

sodium = load()


class Malformed(ValueError):
    """Bytes are not what they claim to be."""


class Key(NamedTuple):
    """A public key with its name."""

    name: str
    id: bytes
    public: bytes

    def verifies(self, text, signature):
        """Whether the signature of the text is valid (SPEC 2)."""
        return len(signature) == 64 and sodium.crypto_sign_verify_detached(signature, text, len(text), self.public) == 0


class Signature(NamedTuple):
    name: str
    key_id: bytes
    bytes: bytes


class SignedNote(NamedTuple):
    text: bytes
    lines: list
    signatures: list


class Checkpoint(NamedTuple):
    size: int
    root: bytes


class AuthorNote(NamedTuple):
    """An author note whose form is right; nothing else about it is checked."""

    text: bytes
    signatures: list
    ledger: str
    author: str
    sequence: int
    previous: bytes
    seen: Optional[Checkpoint]
    events: list


def decode_base64(text):
    """The bytes of canonical base64."""
    try:
        data = binascii.a2b_base64(text)
    except ValueError as error:
        raise Malformed("it is not base64") from error
    if binascii.b2a_base64(data, newline=False).decode() != text:
        raise Malformed("its base64 is not canonical")
    return data


def encode_base64(data):
    return binascii.b2a_base64(data, newline=False).decode()


def read_number(text):
    """A number of at most 2^53 - 1 that NUMBER matched."""
    number = int(text)
    if number > MAXIMUM:
        raise Malformed("a number is above 2^53 - 1")
    return number


def parse_verifier_key(text):
    """The key, if its id is right and libsodium says that it is a point of the prime-order subgroup."""
    match = VERIFIER_KEY.fullmatch(text)
    if not match:
        raise Malformed("it is not a verifier key")
    name, public = match[1], decode_base64(match[3])
    key_id = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    if public[0] != 1:
        raise Malformed("it is not an Ed25519 key")
    if key_id.hex() != match[2]:
        raise Malformed(f"expected the key id {key_id.hex()}, found {match[2]}")
    if sodium.crypto_core_ed25519_is_valid_point(public[1:]) != 1:
        raise Malformed("its public key is not a point of the prime-order subgroup")
    return Key(name, key_id, public[1:])


def parse_signed_note(data):
    """A C2SP signed note: its text, the text's lines, and its signatures, none of them verified."""
    if len(data) > LARGEST_NOTE:
        raise Malformed(f"it has more than {LARGEST_NOTE:,} bytes")
    try:
        whole = data.decode()
    except UnicodeDecodeError as error:
        raise Malformed("it is not UTF-8") from error
    if CONTROL.search(whole):
        raise Malformed("it has a control character")
    text, blank, rest = whole.rpartition("\n\n")
    if not blank or not rest.endswith("\n"):
        raise Malformed("it does not end in signature lines after a blank line")
    signatures = []
    if rest.count("\n") > MOST_SIGNATURES:
        raise Malformed(f"it has more than {MOST_SIGNATURES} signature lines")
    for line in rest[:-1].split("\n"):
        match = SIGNATURE_LINE.fullmatch(line)
        if not match:
            raise Malformed("a signature line is malformed")
        signature = decode_base64(match[2])
        if len(signature) < 5:
            raise Malformed("a signature is shorter than 5 bytes")
        signatures.append(Signature(match[1], signature[:4], signature[4:]))
    return SignedNote((text + "\n").encode(), text.split("\n"), signatures)


def check_checkpoint(data, key, what="the checkpoint"):
    """The checkpoint, after SPEC 8 step 1."""
    def fail(code, message):
        raise Finding("checkpoint." + code, None, f"{what}: {message}")

    try:
        note = parse_signed_note(data)
    except Malformed as error:
        fail("malformed", f"expected a signed note, but {error}")
    ours = [line.bytes for line in note.signatures if (line.name, line.key_id) == (key.name, key.id)]
    if len(ours) != 1:
        fail("signature", f"expected one signature by {key.name}+{key.id.hex()}, found {len(ours)}")
    if not key.verifies(note.text, ours[0]):
        fail("signature", f"the signature by {key.name}+{key.id.hex()} does not verify")
    body = note.lines
    if len(body) != 3 or not re.fullmatch(NUMBER, body[1]) or not re.fullmatch(DIGEST, body[2]) or int(body[1]) > MAXIMUM:
        fail("malformed", "expected three lines: origin, size, root")
    if body[0] != key.name:
        fail("origin", f"expected {key.name}, found {body[0]}")
    return Checkpoint(int(body[1]), decode_base64(body[2]))


def parse_author_note(data):
    """An author note in the form of SPEC 3."""
    note = parse_signed_note(data)
    if note.lines[0] != "amanah/note/v1":
        raise Malformed("its first line is not the domain separator")
    header = HEADER.fullmatch(note.lines[1]) if len(note.lines) > 1 else None
    if not header or not is_local(header[7]):
        raise Malformed("its header is not as section 3 says")
    sequence = read_number(header[3])
    if sequence == 0:
        raise Malformed("sequences begin at 1")
    events = note.lines[2:]
    if not 1 <= len(events) <= 256:
        raise Malformed(f"expected 1 to 256 events, found {len(events)}")
    if len(note.signatures) > 16:
        raise Malformed(f"expected at most 16 signatures, found {len(note.signatures)}")
    seen = Checkpoint(read_number(header[5]), decode_base64(header[6])) if header[5] else None
    return AuthorNote(note.text, note.signatures, header[1], header[2], sequence, decode_base64(header[4]), seen, events)
