"""Hashes of guessable numbers that need no secret. A NIK has about forty unknown bits: whoever finds such a hash finds the number."""

import base64
import hashlib
import re

ALGORITHMS = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"]
# A hash may be cut; nobody would cut it shorter than this.
LENGTH = 12
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
HEXADECIMAL = re.compile(rb"[0-9a-fA-F]{24,}")


def spellings(number, label):
    """What somebody may have hashed instead of the keyed input of SPEC 9.1."""
    plain, name = number.encode(), label.encode()
    return [plain, plain + b"\n", name + plain, name + b"\n" + plain, name + b":" + plain, b"amanah/tag/v1\n" + name + b"\n" + plain,
            number.encode("utf-16-le"), int(number).to_bytes(8, "big"), int(number).to_bytes(8, "little")]


def hashes(numbers, public=()):
    """The first bytes of every hash of every number -> the number's place. `public` are keys that an attacker knows."""
    keys = [b"", bytes(32), *public]
    found = {}
    for place, number in enumerate(numbers):
        for label in ("nik", "kk"):
            for text in spellings(number, label):
                digests = [hashlib.new(name, text).digest() for name in ALGORITHMS]
                digests += [hashlib.blake2b(text, digest_size=size, key=key[:64]).digest() for size in (16, 32) for key in keys]
                digests.append(hashlib.sha256(hashlib.sha256(text).digest()).digest())
                for digest in digests:
                    found[digest[:LENGTH]] = place
    return found


def decoded(blob):
    """The bytes that the texts of a blob spell, in base64 from any of its four places, and in hexadecimal."""
    for text in BASE64.findall(blob):
        text = text.translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            part = text[start:]
            yield base64.b64decode(part[:len(part) // 4 * 4])
    for text in HEXADECIMAL.findall(blob):
        for start in range(2):
            part = text[start:]
            yield bytes.fromhex(part[:len(part) // 2 * 2].decode())


def found_in(blob, known):
    """The place of a number whose hash stands in the blob, raw or as text; else None."""
    for data in [blob, *decoded(blob)]:
        for start in range(len(data) - LENGTH + 1):
            if (place := known.get(data[start:start + LENGTH])) is not None:
                return place
    return None
