#!/usr/bin/env python3
"""Writes the vectors of this folder; with --check only compares them with what it would write. See README.md."""

import json
import pathlib
import sys

from reference import *

HERE = pathlib.Path(__file__).parent
ORIGIN = "bansos.example/ledger"
SEED = bytes(range(32))
OTHER_SEED = bytes(range(32, 64))
LOG = (ORIGIN, SEED)
KNOWN_LEAVES = [
    bytes.fromhex(text)
    for text in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]


def entry(position):
    """Entry i of the long tree: its position in decimal ASCII."""
    return str(position).encode()


LONG = Tree([leaf_hash(entry(i)) for i in range(70_000)])
KNOWN = Tree([leaf_hash(leaf) for leaf in KNOWN_LEAVES])
EDGES = [255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000]


def flipped(data, index=0):
    return data[:index] + bytes([data[index] ^ 1]) + data[index + 1 :]


def keys():
    public = public_key(SEED)
    good = verifier_text(ORIGIN, public)
    name, digits, body = good.split("+", 2)

    def refused(text, error):
        return {"text": text, "error": error}

    order8 = bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")
    not_canonical = (P + 1).to_bytes(32, "little")
    # A point of the group plus one of order 8: canonical, not small, and outside the prime-order group.
    y = int.from_bytes(order8, "little") & ((1 << 255) - 1)
    mixed = encode_point(add(multiply(7, BASE), (recover_x(y, order8[31] >> 7), y)))
    bad_points = [bytes(32), b"\x01" + bytes(31), order8, not_canonical, mixed, b"\xff" * 32] + unreduced_points()
    # Of order 2L: the original libsodium 1.0.18 takes it for one of the prime-order group (CVE-2025-69277).
    bad_points.append(bytes.fromhex("feaf9d07b868cc52786305312c376563c622b0386a10d105e3c1501b28d65f7e"))
    return {
        "good": [
            {
                "name": name,
                "seed": seed.hex(),
                "publicKey": public_key(seed).hex(),
                "keyID": key_id(name, public_key(seed)).hex(),
                "verifier": verifier_text(name, public_key(seed)),
                "signer": signer_text(name, seed),
            }
            for name, seed in [
                LOG,
                ("witness.example/w1", OTHER_SEED),
                ("lampura/abung-selatan/petugas-017", sha256(b"petugas-017")),
                ("ledger.example/é", sha256(b"name with a letter outside ASCII")),
            ]
        ],
        "refusedVerifiers": [
            refused("", "malformed"),
            refused(name, "malformed"),
            refused(f"{name}+{digits}", "malformed"),
            refused(f"{name}+{digits}+", "malformed"),
            refused(f"{name}+{digits.upper()}+{body}", "malformed"),
            refused(f"{name}+{digits[1:]}+{body}", "malformed"),
            refused(f"{name}+0{digits}+{body}", "malformed"),
            refused(f"{name}+{digits}+{body[:-1]}", "malformed"),
            refused(f"{name}+{digits}+{body}\n", "malformed"),
            refused(f"{name}+{digits}+{body[:-4]}=T{body[-2:]}", "malformed"),
            refused(f"+{digits}+{body}", "invalidName"),
            refused(f"a b+{digits}+{body}", "invalidName"),
            refused(f"a\u00a0b+{digits}+{body}", "invalidName"),
            refused(f"a\u2028b+{digits}+{body}", "invalidName"),
            refused(f"a\tb+{digits}+{body}", "invalidName"),
            refused(f"{name}+{digits}+{b64(bytes([2]) + public)}", "unknownType"),
            refused(f"{name}+{digits}+{b64(bytes([1]) + public[:-1])}", "invalidKey"),
            refused(f"{name}+{digits}+{b64(bytes([1]) + public + bytes(1))}", "invalidKey"),
            refused(f"{name}+00000000+{body}", "wrongKeyID"),
            refused(f"{name}x+{digits}+{body}", "wrongKeyID"),
        ]
        + [refused(verifier_text(name, point), "invalidKey") for point in bad_points],
        "refusedPublicKeys": [point.hex() for point in bad_points],
        "signatures": [
            {
                "seed": seed.hex(),
                "message": message.hex(),
                "signature": sign(seed, message).hex(),
            }
            for seed, message in [(SEED, b""), (SEED, b"\x72"), (OTHER_SEED, bytes(range(256)) * 5)]
        ],
        "refusedSignatures": refused_signatures(),
    }


def unreduced_points():
    """Points of large order whose y is written as y + p: the only ones are those with y below 19."""
    found = []
    for y in range(2, 19):
        x = recover_x(y, 0)
        if (y * y - 1 - x * x * (D * y * y + 1)) % P == 0 and multiply(8, (x, y)) != (0, 1):
            found.append((y + P).to_bytes(32, "little"))
    return found


def refused_signatures():
    message = b"amanah"
    public, good = public_key(SEED), sign(SEED, message)
    s = int.from_bytes(good[32:], "little")

    def case(why, signature, text=message, key=public):
        return {"why": why, "publicKey": key.hex(), "message": text.hex(), "signature": signature.hex()}

    return [
        case("another message", good, b"Amanah"),
        case("another key", good, key=public_key(OTHER_SEED)),
        case("a bit of R", flipped(good)),
        case("a bit of S", flipped(good, 32)),
        case("S plus the group order", good[:32] + (s + L).to_bytes(32, "little")),
        case("R of small order", b"\x01" + bytes(31) + good[32:]),
        case("63 bytes", good[:-1]),
        case("65 bytes", good + bytes(1)),
        case("nothing", b""),
    ]


def roots():
    sizes = list(range(0, 34)) + [100, 128, 200] + EDGES
    return {
        "known": {
            "entries": [leaf.hex() for leaf in KNOWN_LEAVES],
            "leafHashes": [b64(hash) for hash in KNOWN.leaves],
            "roots": [b64(KNOWN.root(0, size)) for size in range(9)],
        },
        "long": [{"size": size, "root": b64(LONG.root(0, size))} for size in sizes],
    }


def inclusion():
    cases = []

    def case(why, position, size, path, leaf, root, error=None):
        cases.append(
            {
                "why": why,
                "position": position,
                "size": size,
                "path": [b64(hash) for hash in path],
                "leaf": b64(leaf),
                "root": b64(root),
                "error": error,
            }
        )

    pairs = [(0, 1), (0, 2), (1, 2), (2, 3), (0, 7), (3, 7), (6, 7), (5, 8), (7, 8), (8, 9), (30, 33), (32, 33)]
    pairs += [(0, 256), (255, 256), (256, 257), (0, 65_537), (65_535, 65_536), (65_536, 65_537), (69_999, 70_000)]
    for position, size in pairs:
        path, leaf, root = LONG.path(position, 0, size), LONG.leaves[position], LONG.root(0, size)
        case("true", position, size, path, leaf, root)
        case("another leaf", position, size, path, flipped(leaf), root, "rootMismatch")
        case("another root", position, size, path, leaf, flipped(root, 31), "rootMismatch")
        case("a hash too many", position, size, path + [root], leaf, root, "wrongLength")
        case("position at the size", size, size, path, leaf, root, "positionOutOfRange")
        if path:
            case("a hash missing", position, size, path[:-1], leaf, root, "wrongLength")
            for step in {0, len(path) // 2, len(path) - 1}:
                changed = path[:step] + [flipped(path[step], 15)] + path[step + 1 :]
                case(f"hash {step} changed", position, size, changed, leaf, root, "rootMismatch")
        if len(path) > 1:
            case("hashes reversed", position, size, path[::-1], leaf, root, "rootMismatch")
    case("empty tree", 0, 0, [], LONG.leaves[0], sha256(b""), "positionOutOfRange")
    return {"cases": cases}


def consistency():
    cases = []

    def case(why, old, new, path, old_root, new_root, error=None):
        cases.append(
            {
                "why": why,
                "old": old,
                "new": new,
                "path": [b64(hash) for hash in path],
                "oldRoot": b64(old_root),
                "newRoot": b64(new_root),
                "error": error,
            }
        )

    pairs = [(1, 1), (1, 2), (1, 3), (2, 3), (3, 4), (3, 7), (4, 7), (6, 8), (7, 8), (8, 8), (8, 9), (31, 33)]
    pairs += [(255, 256), (256, 257), (257, 65_537), (65_535, 65_536), (65_536, 65_537), (1, 70_000), (69_999, 70_000)]
    for old, new in pairs:
        path, a, b = LONG.consistency(old, new), LONG.root(0, old), LONG.root(0, new)
        case("true", old, new, path, a, b)
        case("a hash too many", old, new, path + [b], a, b, "wrongLength")
        # Where the old tree is one perfect subtree, its root is itself the start of the path: only the new root can differ.
        power = old & (old - 1) == 0
        case("another old root", old, new, path, flipped(a), b, "rootMismatch" if power else "oldRootMismatch")
        case("another new root", old, new, path, a, flipped(b), "rootMismatch")
        if path:
            case("a hash missing", old, new, path[1:], a, b, "wrongLength")
            changed = [flipped(path[0])] + path[1:]
            case("first hash changed", old, new, changed, a, b, "rootMismatch" if power else "oldRootMismatch")
            case("sizes swapped", new, old, path, b, a, "sizesOutOfOrder")
    empty = sha256(b"")
    case("true", 0, 0, [], empty, empty)
    case("true", 0, 7, [], empty, LONG.root(0, 7))
    case("another empty root", 0, 7, [], flipped(empty), LONG.root(0, 7), "oldRootMismatch")
    case("an empty tree that differs", 0, 0, [], empty, flipped(empty), "rootMismatch")
    case("a proof from nothing", 0, 7, [LONG.root(0, 7)], empty, LONG.root(0, 7), "wrongLength")
    return {"cases": cases}


def notes():
    text = "Beras 10 kg\n\nditerima — utuh\n"
    other = ("witness.example/w1", OTHER_SEED)
    good = signed_note(text, LOG)
    line, other_line = signature_line(*LOG, text), signature_line(*other, text)
    prefix, encoded = line[:-1].rsplit(" ", 1)
    raw = good.encode()
    cases = []

    def case(why, note, error=None, signed_by=(ORIGIN,)):
        data = note if isinstance(note, bytes) else note.encode()
        cases.append({"why": why, "note": b64(data), "error": error, "signedBy": [] if error else list(signed_by)})

    case("true", good)
    case("an empty text line alone", signed_note("\n", LOG))
    case("two signatures", good + other_line)
    case("an unknown signature before", text + "\n" + other_line + line)
    case("the right id under another name", text + "\n" + line + line.replace(ORIGIN, "other.example"))
    case("a hundred signatures", good + other_line * 99)
    case("a hundred and one signatures", good + other_line * 100, "tooManySignatures")
    case("nothing", "", "unterminated")
    case("only a line feed", "\n", "noSignatures")
    case("no signatures", text, "malformedSignature 1 prefix")
    case("no blank line", "text\n" + line, "noSignatures")
    case("a blank line at the end", good + "\n", "noSignatures")
    case("no line feed at the end", good[:-1], "unterminated")
    case("text after the signatures", good + "more\n", "malformedSignature 2 prefix")
    case("a hyphen for the dash", text + "\n" + line.replace("—", "-"), "malformedSignature 1 prefix")
    case("no space after the dash", text + "\n" + line.replace("— ", "—"), "malformedSignature 1 prefix")
    case("no name", text + "\n— " + encoded + "\n", "malformedSignature 1 base64")
    case("an empty name", text + "\n—  " + encoded + "\n", "malformedSignature 1 name")
    case("a plus in the name", text + "\n— a+b " + encoded + "\n", "malformedSignature 1 name")
    case("a Unicode space in the name", text + "\n— a\u00a0b " + encoded + "\n", "malformedSignature 1 name")
    case("two spaces", text + "\n" + prefix + "  " + encoded + "\n", "malformedSignature 1 base64")
    case("a space at the end of the line", text + "\n" + prefix + " " + encoded + " \n", "malformedSignature 1 base64")
    case("no padding", text + "\n" + prefix + " " + encoded.rstrip("=") + "\n", "malformedSignature 1 base64")
    case("non-zero bits behind the last byte", text + "\n" + prefix + " " + encoded[:-2] + "h=\n",
         "malformedSignature 1 base64")
    case("the URL alphabet", text + "\n" + prefix + " " + encoded.replace("/", "_") + "\n", "malformedSignature 1 base64")
    case("four bytes", text + "\n" + prefix + " " + b64(bytes(4)) + "\n", "malformedSignature 1 tooShort")
    case("five bytes of another key", text + "\n" + prefix + " " + b64(bytes(5)) + "\n", "noKnownKey")
    case("a second line that is wrong", good + "— a b\n", "malformedSignature 2 base64")
    case("a carriage return", good.replace("kg\n", "kg\r\n"), "controlCharacter 11")
    case("a tab", good.replace("10 kg", "10\tkg"), "controlCharacter 8")
    case("a NUL", b"\0" + raw, "controlCharacter 0")
    case("DEL is no control character here", signed_note("\x7f\n", LOG))
    case("a lone continuation byte", b"\x80" + raw, "invalidUTF8 0")
    case("an overlong form", b"ab\xc0\xaf" + raw, "invalidUTF8 2")
    case("a surrogate", b"\xed\xa0\x80" + raw, "invalidUTF8 0")
    case("beyond U+10FFFF", b"\xf4\x90\x80\x80" + raw, "invalidUTF8 0")
    case("a sequence cut by a line feed", b"\xe2\x80\n" + raw, "invalidUTF8 0")
    case("the highest scalar", signed_note("\U0010ffff\n", LOG))
    case("a byte order mark is text", signed_note("\ufeffx\n", LOG))
    case("a byte order mark that was not signed", "\ufeff" + good, "invalidSignature")
    case("only an unknown key", text + "\n" + other_line, "noKnownKey")
    case("the text changed", good.replace("10 kg", "11 kg"), "invalidSignature")
    case("a line taken from the text", good.replace("Beras 10 kg\n\n", ""), "invalidSignature")
    case("an empty line added", "\n" + good, "invalidSignature")
    wrong = b64(key_id(ORIGIN, public_key(SEED)) + flipped(sign(SEED, text.encode())))
    case("a bit of the signature", text + "\n" + prefix + " " + wrong + "\n", "invalidSignature")
    short = b64(key_id(ORIGIN, public_key(SEED)) + sign(SEED, text.encode())[:-1])
    case("a signature of 63 bytes", text + "\n" + prefix + " " + short + "\n", "invalidSignature")
    case("the same line twice", good + line, "duplicateSignature")
    case("a right and a wrong signature", text + "\n" + line + prefix + " " + wrong + "\n", "duplicateSignature")
    case("a wrong and a right signature", text + "\n" + prefix + " " + wrong + "\n" + line, "invalidSignature")
    return {"verifier": verifier_text(ORIGIN, public_key(SEED)), "cases": cases}


def checkpoints():
    root = KNOWN.root(0, 8)
    text = checkpoint_text(ORIGIN, 8, root)
    cases = []

    def case(why, text, error=None):
        cases.append({"why": why, "note": signed_note(text, LOG), "error": error})

    case("true", text)
    case("the empty tree", checkpoint_text(ORIGIN, 0, sha256(b"")))
    case("the largest size", checkpoint_text(ORIGIN, 2**63 - 1, root))
    case("another origin", checkpoint_text("other.example/ledger", 8, root), "wrongOrigin")
    case("an empty origin", checkpoint_text("", 8, root), "invalidOrigin")
    case("an origin with a space", checkpoint_text("bansos example", 8, root), "invalidOrigin")
    case("a leading zero", checkpoint_text(ORIGIN, "08", root), "invalidSize")
    case("two zeroes", checkpoint_text(ORIGIN, "00", root), "invalidSize")
    case("a sign", checkpoint_text(ORIGIN, "+8", root), "invalidSize")
    case("a minus", checkpoint_text(ORIGIN, "-8", root), "invalidSize")
    case("no size", checkpoint_text(ORIGIN, "", root), "invalidSize")
    case("a size with a space", checkpoint_text(ORIGIN, "8 ", root), "invalidSize")
    case("a fraction", checkpoint_text(ORIGIN, "8.0", root), "invalidSize")
    case("Arabic digits", checkpoint_text(ORIGIN, "٨", root), "invalidSize")
    case("a size of 2^63", checkpoint_text(ORIGIN, 2**63, root), "invalidSize")
    case("a size of 2^64", checkpoint_text(ORIGIN, 2**64, root), "invalidSize")
    case("a size of 2^64 + 8", checkpoint_text(ORIGIN, 2**64 + 8, root), "invalidSize")
    case("a root of 31 bytes", checkpoint_text(ORIGIN, 8, root[:-1]), "invalidRoot")
    case("a root of 33 bytes", checkpoint_text(ORIGIN, 8, root + bytes(1)), "invalidRoot")
    case("an empty root", checkpoint_text(ORIGIN, 8, b""), "invalidRoot")
    case("a root that is not canonical", text[:-3] + "h=\n", "invalidRoot")
    case("an extension line", text + "extension\n", "extensionLines")
    case("an empty extension line", text + "\n", "extensionLines")
    case("two lines", f"{ORIGIN}\n8\n", "missingLine 3")
    case("one line", f"{ORIGIN}\n", "missingLine 2")
    note = signed_note(text, LOG)

    def raw(why, note, error):
        cases.append({"why": why, "note": note, "error": error})

    raw("cosigned", note + signature_line("witness.example/w1", OTHER_SEED, text), None)
    raw("the size changed", note.replace("\n8\n", "\n9\n"), "note invalidSignature")
    raw("signed by another key of the same name", signed_note(text, (ORIGIN, OTHER_SEED)), "note noKnownKey")
    raw("not signed", text, "note noSignatures")
    return {
        "verifier": verifier_text(ORIGIN, public_key(SEED)),
        "signer": signer_text(*LOG),
        "origin": ORIGIN,
        "size": 8,
        "root": b64(root),
        "cases": cases,
    }


def tiles():
    def tile(level, index, size):
        span = 256**level
        width = min(256, size // span - index * 256)
        start = index * 256
        hashes = b"".join(LONG.root((start + i) * span, (start + i + 1) * span) for i in range(width))
        return {"level": level, "index": index, "width": width, "sha256": sha256(hashes).hex()}

    def edge(size):
        """Every tile that a tree of this size has and a tree of one leaf less has not."""
        found = []
        for level in range(8):
            now, before = size // 256**level, (size - 1) // 256**level
            if now > before:
                found.append(tile(level, (now - 1) // 256, size))
        return found

    def path(level, index, width, text):
        return {"level": level, "index": index, "width": width, "path": text}

    def bundle(index, width):
        entries = [entry(i) for i in range(index * 256, index * 256 + width)]
        data = b"".join(struct.pack(">H", len(e)) + e for e in entries)
        return {"index": index, "width": width, "byteCount": len(data), "sha256": sha256(data).hex()}

    return {
        "paths": [
            path(0, 0, 256, "tile/0/000"),
            path(0, 0, 1, "tile/0/000.p/1"),
            path(0, 5, 255, "tile/0/005.p/255"),
            path(1, 999, 256, "tile/1/999"),
            path(1, 1000, 256, "tile/1/x001/000"),
            path(0, 1067, 256, "tile/0/x001/067"),
            path(3, 1234067, 17, "tile/3/x001/x234/067.p/17"),
            path(63, 0, 256, "tile/63/000"),
            path(0, 2**55 - 1, 256, "tile/0/x036/x028/x797/x018/x963/967"),
            path(None, 0, 256, "tile/entries/000"),
            path(None, 273, 112, "tile/entries/273.p/112"),
            path(None, 1000000, 256, "tile/entries/x001/x000/000"),
        ],
        "refusedPaths": """
            |/tile/0/000|tile|tile/|tile/0|tile/0/|tile/0/0|tile/0/00|tile/0/0000|tile/00/000|tile/01/000|tile/64/000|tile/-1/000
            |tile/+0/000|tile/x/000|tile//000|tile/0/x000/000|tile/0/x000/001|tile/0/000/001|tile/0/x001/x067|tile/0/x001/67
            |tile/0/X001/067|tile/0/1067|tile/0/x1/067|tile/0/000/|tile/0/000.p|tile/0/000.p/|tile/0/000.p/0|tile/0/000.p/256
            |tile/0/000.p/01|tile/0/000.p/+1|tile/0/000.p/-1|tile/0/000.p/1/|tile/0/.p/1|tile/0/00a|tile/0/٠٠٠|tile/0/ 00
            |tile/0/000.P/1|tile/0/000.p/1.p/1|tile/Entries/000|tile/entries|tile/entries/|tile/entries/0|tile/entries/000.p/0
            |tile/entries/x000/000|tiles/0/000|tile/0/x036/x028/x797/x018/x963/968|tile/entries/x009/x223/x372/x036/x854/x775/807|tile/0/x999/x999/x999/x999/x999/x999/999
            |tile/0/x001/x000/x000/x000/x000/x000/x000/000|tile/0/../000|tile/0/%30%30%30|checkpoint
        """.replace("\n            ", "").strip(" \n").split("|"),
        "edges": [{"size": size, "tiles": edge(size)} for size in [1, 2] + EDGES],
        "bundles": [bundle(0, 1), bundle(0, 255), bundle(0, 256), bundle(1, 3), bundle(273, 112)],
        "refusedBundles": [
            {"width": 1, "bundle": "", "error": "wrongCount"},
            {"width": 1, "bundle": "00", "error": "truncated 0"},
            {"width": 1, "bundle": "0001", "error": "truncated 0"},
            {"width": 2, "bundle": "00000002aa", "error": "truncated 2"},
            {"width": 2, "bundle": "0001aa00", "error": "truncated 3"},
            {"width": 1, "bundle": "0001aa0001bb", "error": "wrongCount"},
            {"width": 3, "bundle": "0001aa0001bb", "error": "wrongCount"},
        ],
    }


def receipts():
    size, position = 8, 5
    text = checkpoint_text(ORIGIN, size, KNOWN.root(0, size))
    note = signed_note(text, LOG)
    path = [b64(hash) + "\n" for hash in KNOWN.path(position, 0, size)]
    first = "c2sp.org/tlog-proof@v1\n"
    leaf = KNOWN_LEAVES[position]
    cases = []

    def case(why, proof, error=None, entry=leaf):
        cases.append({"why": why, "proof": proof, "entry": entry.hex(), "error": error})

    def proof(index=position, hashes=path, note=note, extra=""):
        return f"{first}{extra}index {index}\n{''.join(hashes)}\n{note}"

    lone = signed_note(checkpoint_text(ORIGIN, 1, KNOWN.root(0, 1)), LOG)
    case("true", proof())
    case("with extra data", proof(extra="extra " + b64(b"not signed") + "\n"))
    case("with empty extra data", proof(extra="extra \n"))
    case("a tree of one entry", proof(0, [], lone), entry=KNOWN_LEAVES[0])
    case("cosigned", proof(note=note + signature_line("witness.example/w1", OTHER_SEED, text)))
    case("another entry", proof(), "inclusion rootMismatch", KNOWN_LEAVES[4])
    case("another position", proof(4), "inclusion rootMismatch")
    case("a position beyond the tree", proof(8), "inclusion positionOutOfRange")
    case("a hash missing", proof(hashes=path[1:]), "inclusion wrongLength")
    case("a hash too many", proof(hashes=path + path[:1]), "inclusion wrongLength")
    case("hashes swapped", proof(hashes=[path[1], path[0], path[2]]), "inclusion rootMismatch")
    case("the checkpoint of another log", proof(note=signed_note(text, (ORIGIN, OTHER_SEED))), "checkpoint noKnownKey")
    case("the checkpoint changed", proof(note=note.replace("\n8\n", "\n7\n")), "checkpoint invalidSignature")
    case("another first line", proof().replace("@v1", "@v2"), "malformed 1")
    case("nothing", "", "malformed 1")
    case("a carriage return", proof().replace("@v1\n", "@v1\r\n"), "malformed 1")
    case("no index", first + "".join(path) + "\n" + note, "malformed 2")
    case("a leading zero", proof("05"), "malformed 2")
    case("a sign", proof("+5"), "malformed 2")
    case("an index of 2^63", proof(2**63), "malformed 2")
    case("extra after the index", f"{first}index 5\nextra AA==\n{''.join(path)}\n{note}", "malformed 3")
    case("extra that is not canonical", proof(extra="extra AB==\n"), "malformed 2")
    case("extra twice", proof(extra="extra AA==\nextra AA==\n"), "malformed 3")
    case("a hash that is not canonical", proof(hashes=[path[0][:-3] + "B=\n"] + path[1:]), "malformed 3")
    case("a short hash", proof(hashes=path[:2] + [path[2][4:]]), "malformed 5")
    case("64 hashes", proof(hashes=path[:1] * 64), "malformed 66")
    case("no empty line", first + "index 5\n" + "".join(path) + note, "malformed 6")
    case("cut after the hashes", first + "index 5\n" + "".join(path), "malformed 6")
    case("no checkpoint", proof(note=""), "note unterminated")
    case("a second empty line", proof(note="\n" + note), "checkpoint invalidSignature")
    return {"verifier": verifier_text(ORIGIN, public_key(SEED)), "cases": cases}


def seals():
    key, other = sha256(b"subject key"), sha256(b"another subject key")
    tag_key = sha256(b"tag key")

    def seal(plaintext, nonce, associated):
        commitment = keyed_blake2b(key, b"amanah/seal/v1\n" + nonce + plaintext)
        return {
            "key": key.hex(),
            "nonce": nonce.hex(),
            "plaintext": plaintext.hex(),
            "associatedData": associated.hex(),
            "box": b64(xchacha_seal(key, nonce, plaintext, associated)),
            "commitment": b64(commitment),
        }

    def tag(label, value):
        digest = keyed_blake2b(tag_key, f"amanah/tag/v1\n{label}\n".encode() + value)
        return {
            "key": tag_key.hex(),
            "label": label,
            "value": value.hex(),
            "digest": b64(digest),
            "tag": b64(digest[:16]),
        }

    associated = f"{ORIGIN}\n018f3c6a-7b1e-7c54-9a21-3f0e5d6c7b8a\nrecipient.registered".encode()
    nonce = bytes(range(24))
    good = seal(b'{"name":"contoh"}'.ljust(64), nonce, associated)
    forged = xchacha_seal(other, nonce, b"another plaintext", associated)
    box = base64.b64decode(good["box"])

    def refused(why, error, **changes):
        return dict(good, why=why, error=error, **changes)

    def two_keys():
        """One box, two subjects' texts: each is readable where its own key was chosen to be, and noise elsewhere."""
        texts = [b'{"name":"Siti Aminah","note":"', b'{"name":"Joko Susilo","note":"']
        size, keys = 128, [key, other]
        streams = [xchacha_stream(k, nonce, size) for k in keys]
        places = [0, 48]
        ciphertext = bytearray(size)
        for text, stream, place in zip(texts, streams, places):
            for offset, byte in enumerate(text):
                ciphertext[place + offset] = byte ^ stream[place + offset]
        made = box_of_two_keys(keys, nonce, bytes(ciphertext), associated)
        plaintexts = [bytes(a ^ b for a, b in zip(made[24:-16], stream)) for stream in streams]
        for k, plaintext in zip(keys, plaintexts):
            assert xchacha_seal(k, nonce, plaintext, associated) == made
        return {
            "associatedData": associated.hex(),
            "box": b64(made),
            "keys": [
                {
                    "key": k.hex(),
                    "plaintext": plaintext.hex(),
                    "commitment": b64(keyed_blake2b(k, b"amanah/seal/v1\n" + nonce + plaintext)),
                }
                for k, plaintext in zip(keys, plaintexts)
            ],
        }

    return {
        "twoKeys": two_keys(),
        "seals": [
            good,
            seal(b"", nonce, b""),
            seal(bytes(range(200)), sha256(b"nonce")[:24], b"x" * 16),
            seal(bytes(64), sha256(b"nonce 2")[:24], associated),
        ],
        "refused": [
            refused("another key", "notAuthentic", key=other.hex()),
            refused("another context", "notAuthentic", associatedData=(associated + b"x").hex()),
            refused("no context", "notAuthentic", associatedData=""),
            refused("a bit of the nonce", "notAuthentic", box=b64(flipped(box))),
            refused("a bit of the ciphertext", "notAuthentic", box=b64(flipped(box, 30))),
            refused("a bit of the tag", "notAuthentic", box=b64(flipped(box, len(box) - 1))),
            refused("cut by one byte", "notAuthentic", box=b64(box[:-1])),
            refused("39 bytes", "truncated", box=b64(box[:39])),
            refused("nothing", "truncated", box=""),
            refused("another commitment", "commitmentMismatch", commitment=b64(bytes(32))),
            refused(
                "a box that opens, under a commitment to another key and plaintext",
                "commitmentMismatch",
                key=other.hex(),
                box=b64(forged),
            ),
        ],
        "tags": [
            tag("nik", b"3201010101010001"),
            tag("kk", b"3201010101010001"),
            tag("nik", b"3201010101010002"),
            tag("file", bytes(range(256)) * 9),
            tag("file", b""),
        ],
    }


FILES = [keys, roots, inclusion, consistency, notes, checkpoints, tiles, receipts, seals]


def main():
    stale = []
    for make in FILES:
        path = HERE / f"{make.__name__}.json"
        text = json.dumps(make(), indent=1, ensure_ascii=False) + "\n"
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.exit(f"not as generated: {', '.join(stale)}")


if __name__ == "__main__":
    main()
