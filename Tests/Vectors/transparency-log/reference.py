"""The formats of SPEC sections 2, 5 and 9 once more, in plain Python without dependencies, for vectors only.

Slow and simple on purpose, and not constant time: never use it with real keys.
"""

import base64
import hashlib
import struct


def b64(data):
    return base64.b64encode(data).decode()


# Merkle tree, straight from the definition in RFC 6962, section 2.1.


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def split(n):
    """The largest power of two below n."""
    return 1 << ((n - 1).bit_length() - 1)


class Tree:
    """Leaf hashes with the three functions of RFC 6962, section 2.1; subtree hashes are remembered."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.known = {}

    def root(self, start, end):
        if start == end:
            return sha256(b"")
        if end - start == 1:
            return self.leaves[start]
        if (start, end) not in self.known:
            k = split(end - start)
            self.known[start, end] = node_hash(self.root(start, start + k), self.root(start + k, end))
        return self.known[start, end]

    def path(self, m, start, end):
        if end - start == 1:
            return []
        k = split(end - start)
        if m < k:
            return self.path(m, start, start + k) + [self.root(start + k, end)]
        return self.path(m - k, start + k, end) + [self.root(start, start + k)]

    def subproof(self, m, start, end, whole):
        if m == end - start:
            return [] if whole else [self.root(start, end)]
        k = split(end - start)
        if m <= k:
            return self.subproof(m, start, start + k, whole) + [self.root(start + k, end)]
        return self.subproof(m - k, start + k, end, False) + [self.root(start, start + k)]

    def consistency(self, old, new):
        return [] if old in (0, new) else self.subproof(old, 0, new, True)


# Ed25519 (RFC 8032, section 5.1) in affine coordinates.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE_Y = 4 * pow(5, P - 2, P) % P


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return P - x if x & 1 != sign else x


BASE = (recover_x(BASE_Y, 0), BASE_Y)


def add(a, b):
    k = D * a[0] * b[0] * a[1] * b[1] % P
    x = (a[0] * b[1] + a[1] * b[0]) * pow(1 + k, P - 2, P) % P
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - k, P - 2, P) % P
    return (x, y)


def multiply(scalar, point):
    result = (0, 1)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def encode_point(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def expand(seed):
    h = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(h[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return scalar, h[32:]


def public_key(seed):
    return encode_point(multiply(expand(seed)[0], BASE))


def sign(seed, message):
    scalar, prefix = expand(seed)
    public = encode_point(multiply(scalar, BASE))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % L
    commitment = encode_point(multiply(r, BASE))
    k = int.from_bytes(hashlib.sha512(commitment + public + message).digest(), "little") % L
    return commitment + ((r + k * scalar) % L).to_bytes(32, "little")


# Signed notes (C2SP signed-note).


def key_id(name, public):
    return sha256(name.encode() + b"\n\x01" + public)[:4]


def verifier_text(name, public):
    return f"{name}+{key_id(name, public).hex()}+{b64(bytes([1]) + public)}"


def signer_text(name, seed):
    return f"PRIVATE+KEY+{name}+{key_id(name, public_key(seed)).hex()}+{b64(bytes([1]) + seed)}"


def signature_line(name, seed, text):
    return f"— {name} {b64(key_id(name, public_key(seed)) + sign(seed, text.encode()))}\n"


def signed_note(text, *signers):
    return text + "\n" + "".join(signature_line(name, seed, text) for name, seed in signers)


def checkpoint_text(origin, size, root):
    return f"{origin}\n{size}\n{b64(root)}\n"


# XChaCha20-Poly1305-IETF (draft-irtf-cfrg-xchacha-03) and keyed BLAKE2b.


def chacha_rounds(state):
    state = list(state)
    quarters = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)]
    quarters += [(0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
    for _ in range(10):
        for a, b, c, d in quarters:
            for (to, other, mixed, turn) in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                state[to] = (state[to] + state[other]) & 0xFFFFFFFF
                value = state[mixed] ^ state[to]
                state[mixed] = (value << turn | value >> (32 - turn)) & 0xFFFFFFFF
    return state


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def chacha_block(key, counter, nonce):
    start = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(start, chacha_rounds(start))))


def hchacha(key, nonce16):
    state = chacha_rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce16))
    return struct.pack("<8I", *(state[:4] + state[12:]))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for start in range(0, len(message), 16):
        total = (total + int.from_bytes(message[start : start + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) & (2**128 - 1)).to_bytes(16, "little")


def xchacha_seal(key, nonce, plaintext, associated):
    subkey, short = hchacha(key, nonce[:16]), bytes(4) + nonce[16:]
    stream = b"".join(chacha_block(subkey, 1 + i, short) for i in range(-(-len(plaintext) // 64)))
    ciphertext = bytes(a ^ b for a, b in zip(plaintext, stream))
    padded = associated + bytes(-len(associated) % 16) + ciphertext + bytes(-len(ciphertext) % 16)
    tag = poly1305(
        chacha_block(subkey, 0, short)[:32], padded + struct.pack("<QQ", len(associated), len(ciphertext))
    )
    return nonce + ciphertext + tag


def keyed_blake2b(key, message):
    return hashlib.blake2b(message, key=key, digest_size=32).digest()


PRIME = 2**130 - 5


def mac_key(key, nonce):
    """The one-time key of Poly1305 for this key and nonce: the multiplier and what is added at the end."""
    first = chacha_block(hchacha(key, nonce[:16]), 0, bytes(4) + nonce[16:])
    return int.from_bytes(first[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, int.from_bytes(first[16:32], "little")


def xchacha_stream(key, nonce, count):
    """The bytes that a plaintext of `count` bytes is added to."""
    return xchacha_seal(key, nonce, bytes(count), b"")[len(nonce):-16]


def box_of_two_keys(keys, nonce, ciphertext, associated):
    """A box that is authentic under both keys: the last two blocks of `ciphertext` are replaced.

    Under each key the tag is a polynomial over GF(2^130 - 5) in the blocks. Two blocks are the unknowns of two linear equations, one for
    each key, that ask for the same tag. A solution must be two blocks of 128 bits, as one in sixteen is; another tag gives another one.
    """
    padded = associated + bytes(-len(associated) % 16) + ciphertext
    assert len(ciphertext) % 16 == 0
    tail = len(associated).to_bytes(8, "little") + len(ciphertext).to_bytes(8, "little")
    parts = [padded[i:i + 16] for i in range(0, len(padded) - 32, 16)]
    rows = []
    for key in keys:
        r, s = mac_key(key, nonce)
        known = 0
        for part in parts:
            known = (known + int.from_bytes(part + b"\1", "little")) * r % PRIME
        # ((known + x) r + y) r + z) r for the unknown x and y, and the lengths z.
        known = known * pow(r, 3, PRIME) + int.from_bytes(tail + b"\1", "little") * r
        rows.append((pow(r, 3, PRIME), pow(r, 2, PRIME), known, s))
    for tag in range(1 << 16):
        (a, b, e, s), (c, d, f, t) = rows
        left, right = (tag - s) % 2**128 - e, (tag - t) % 2**128 - f
        inverse = pow(a * d - b * c, -1, PRIME)
        x, y = (left * d - b * right) * inverse % PRIME, (a * right - left * c) * inverse % PRIME
        if x >> 128 == 1 and y >> 128 == 1:
            blocks = b"".join((value - 2**128).to_bytes(16, "little") for value in (x, y))
            return nonce + ciphertext[:-32] + blocks + tag.to_bytes(16, "little")
    raise ValueError("no tag fits")
