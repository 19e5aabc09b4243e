"""Cases for Tests/Vectors/admission/malleability.json: other bytes that a careless reader takes for the same, or for sound ones."""
import re

import curve
from make_vectors import A, B, MONITOR, ORIGIN, RT, STRANGER, Cases, base, institution, key_of, with_signature
from writer import Signer, Writer, b64, checkpoint_text, compact, mth, recorded_at, sha256

URL = str.maketrans("+/", "-_")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
# Names that look like monitor/1, or are it but for what cannot be seen.
ALIKE = {
    "a Greek omicron": "monit\u03bfr/1", "a Cyrillic o": "m\u043enitor/1", "a full-width letter": "\uff4donitor/1",
    "a mark from right to left": "monitor/1\u200f", "an isolate around it": "\u2066monitor/1\u2069",
    "a zero-width space": "moni\u200btor/1", "a zero-width joiner": "moni\u200dtor/1", "a byte order mark": "\ufeffmonitor/1",
    "a soft hyphen": "moni\u00adtor/1", "a combining mark": "monitor/1\u0301", "an upper-case letter": "Monitor/1",
    "a variation selector": "monitor/1\ufe0f", "a division slash": "monitor\u22151",
}
WHITE = {"NEL": "\u0085", "a no-break space": "\u00a0", "an ogham space": "\u1680", "an en quad": "\u2000", "a hair space": "\u200a",
         "a line separator": "\u2028", "a paragraph separator": "\u2029", "a narrow no-break space": "\u202f",
         "a mathematical space": "\u205f", "an ideographic space": "\u3000"}


def next_letter(text):
    """Base64 with one padding bit set."""
    bare = text.rstrip("=")
    return bare[:-1] + ALPHABET[ALPHABET.index(bare[-1]) + 1] + text[len(bare):]


def note(cases, name, code, make):
    """As Cases.note; but nothing follows a note that is sound."""
    if code != "ok":
        return cases.note(name, code, make)
    w = base()
    w.add(make(w))
    cases.put(name, w)


def signature_lines(cases):
    def line(name, code, change):
        def make(w):
            for _ in range(1000):
                text = w.text(MONITOR, [w.finding()])
                encoded = b64(MONITOR.key_id + MONITOR.sign(text))
                if "+" in encoded and "/" in encoded:
                    return text + f"\n— monitor/1 {change(encoded)}\n".encode()
            raise AssertionError(name)
        note(cases, f"signature: {name}", code, make)

    bad = "note.malformed"
    line("padding bits", bad, next_letter)
    line("no padding", bad, lambda t: t.rstrip("="))
    line("more padding", bad, lambda t: t + "====")
    line("padding in the middle", bad, lambda t: t[:4] + "====" + t[4:])
    line("the URL alphabet", bad, lambda t: t.translate(URL))
    line("a space", bad, lambda t: t[:40] + " " + t[40:])
    line("a line feed", bad, lambda t: t[:40] + "\n" + t[40:])
    line("a tab at the end", bad, lambda t: t + "\t")
    line("a carriage return at the end", bad, lambda t: t + "\r")
    line("a letter of full width", bad, lambda t: t[:-3] + "\uff21" + t[-2:])
    line("nothing", bad, lambda t: "")
    line("as it should be", "ok", lambda t: t)


def hashes(cases):
    bad = "note.malformed"

    def previous(name, change):
        def make(w):
            while not {"+", "/"} <= set(b64(w.authors[MONITOR.name][1])):
                w.say(MONITOR, [w.finding()])
            return w.note(MONITOR, [w.finding()], previous=change(b64(w.authors[MONITOR.name][1])))
        w = base()
        note = make(w)
        position = len(w.entries)
        w.add(note)
        cases.put(f"previous: {name}", w, bad, position)

    previous("padding bits", next_letter)
    previous("no padding", lambda t: t.rstrip("="))
    previous("the URL alphabet", lambda t: t.translate(URL))
    previous("a space", lambda t: t[:-1] + " =")
    seen = lambda change: lambda w: w.note(MONITOR, [w.finding()], seen={"size": 3, "root": change(b64(mth(w.leaves())))})  # noqa: E731
    cases.note("seen root: padding bits", bad, seen(next_letter))
    cases.note("seen root: no padding", bad, seen(lambda t: t.rstrip("=")))
    digest = lambda change: lambda w: compact(w.event("handover.recorded", {  # noqa: E731
        "recipient": "01900000-0000-7000-8000-00000000aaaa", "programme": "BPNT", "period": "2026-04", "region": "32.04.05",
        "outlet": "EW-1", "collector": "self", "cash": 1, "items": [], "packaged": False,
        "evidence": [{"kind": "signature", "digest": change(b64(b"\xff" * 32))}]}))
    cases.events("evidence: padding bits", "event.schema", MONITOR, digest(next_letter))
    cases.events("evidence: the URL alphabet", "event.schema", MONITOR, digest(lambda t: t.translate(URL)))
    cases.events("evidence: canonical, by one who may not", "authority.role", MONITOR, digest(lambda t: t))
    w = base()
    while not {"+", "/"} <= set(b64(w.leaves()[-1])):
        w.say(MONITOR, [w.finding()])
    for name, change in (("padding bits", next_letter), ("the URL alphabet", lambda t: t.translate(URL)),
                         ("a space", lambda t: t[:-1] + " ")):
        forged = Writer()
        forged.entries = list(w.entries)
        sound = w.entry(w.note(MONITOR, [w.finding()]), recorded_at(600)).decode()
        leaf = b64(w.leaves()[-1])
        forged.append(sound.replace(leaf, change(leaf), 1).encode())
        cases.put(f"leaf hash in an entry: {name}", forged, "entry.malformed", len(w.entries))
    root = b64(mth(w.leaves()))
    for name, change in (("padding bits", next_letter), ("no padding", lambda t: t.rstrip("=")), ("a space", lambda t: t + " ")):
        body = f"{ORIGIN}\n{len(w.entries)}\n{change(root)}\n".encode()
        cases.put(f"root of a checkpoint: {name}", w, "checkpoint.malformed", checkpoint=body + b"\n" + w.log.line(body).encode())
    good = w.checkpoint().decode()
    head, encoded = good.rstrip("\n").rsplit(" ", 1)
    for name, change in (("padding bits", next_letter), ("no padding", lambda t: t.rstrip("=")),
                         ("the URL alphabet", lambda t: t.translate(URL) + "-_-_")):
        cases.put(f"signature of a checkpoint: {name}", w, "checkpoint.malformed", checkpoint=f"{head} {change(encoded)}\n".encode())


def keys(cases):
    def grant(name, code, text):
        cases.events(f"key: {name}", code, A, lambda w: w.granted(text, ["auditor"]))

    public = STRANGER.verifier_key
    grant("its key id in upper case", "event.schema",
          re.sub(r"\+(.{8})\+", lambda m: f"+{m[1].upper()}+", Signer("stranger", "s2").verifier_key))
    grant("white space at its end", "event.schema", public + " ")
    grant("padding that is none", "event.schema", public + "=")
    spelled = next(key for key in (Signer(f"s/{n}").verifier_key for n in range(99)) if {"+", "/"} <= set(key.split("+", 2)[2]))
    grant("the URL alphabet", "event.schema", "+".join(spelled.split("+", 2)[:2]) + "+" + spelled.split("+", 2)[2].translate(URL))
    for number, point in enumerate(curve.small_order()):
        grant(f"small order, number {number}", "grant.key", key_of(curve.encode(point).hex()))
    for number, data in enumerate(curve.not_canonical()):
        grant(f"another spelling of a point, number {number}", "grant.key", key_of(data.hex()))
    base_point = curve.recover(int.from_bytes(STRANGER.public, "little") & (1 << 255) - 1, STRANGER.public[31] >> 7)
    for number, point in list(enumerate(curve.small_order()))[1:]:
        mixed = curve.encode(curve.add(base_point, point))
        grant(f"a sound key plus small order, number {number}", "grant.key", key_of(mixed.hex()))
    grant("a point of order 2L, which the original libsodium 1.0.18 accepts (CVE-2025-69277)", "grant.key",
          key_of("feaf9d07b868cc52786305312c376563c622b0386a10d105e3c1501b28d65f7e"))
    w = Writer()
    odd = key_of(curve.encode(curve.small_order()[2]).hex())
    w.say(A, [w.opened([A, odd])])
    cases.put("a governor whose key has order 4", w, "grant.key", 0)


def signatures(cases):
    seed = sha256(f"amanah test key {MONITOR.name}".encode())
    bad = "signature.invalid"

    def made(name, code, nonce, torsion):
        note(cases, f"signature: {name}", code, lambda w: with_signature(
            w, lambda text: curve.sign(seed, MONITOR.public, text, nonce, torsion), lambda s: s))

    made("made by other means, and sound", "ok", 12345, (0, 1))
    for number, point in enumerate(curve.small_order()):
        made(f"R is small order, number {number}; with the cofactor it would verify", bad, 0, point)
        if number:
            made(f"R is sound plus small order, number {number}; with the cofactor it would verify", bad, 777, point)
    for number, data in enumerate(curve.not_canonical()):
        cases.note(f"signature: R is another spelling of a point, number {number}", bad, lambda w: with_signature(
            w, MONITOR.sign, lambda s: data + s[32:]))
    for times in (1, 2, 7, 14):
        cases.note(f"signature: S and {times} times the group order", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: (
            s[:32] + (int.from_bytes(s[32:], "little") + times * curve.ORDER).to_bytes(32, "little"))))
    cases.note("signature: S negated", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: (
        s[:32] + (curve.ORDER - int.from_bytes(s[32:], "little")).to_bytes(32, "little"))))
    cases.note("signature: nothing but zeros", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: bytes(64)))
    cases.note("signature: the hash of the text signed, as Ed25519ph has it", bad, lambda w: with_signature(
        w, lambda text: MONITOR.sign(sha256(text)), lambda s: s))


def lines(cases):
    def two(name, code, make):
        def signed(w):
            text = w.text(MONITOR, [w.finding()])
            return text + b"\n" + make(text).encode()
        cases.note(f"lines: {name}", code, signed)

    def renamed(signer, name):
        return lambda text: signer.line(text).replace(signer.name, name, 1)

    for what, name in ALIKE.items():
        two(f"a second name with {what}", "key.unknown", lambda t: MONITOR.line(t) + renamed(MONITOR, name)(t))
        two(f"the author's name with {what}", "signature.author", lambda t: renamed(MONITOR, name)(t))
    for what, mark in WHITE.items():
        two(f"a second name with {what}", "note.malformed", lambda t: MONITOR.line(t) + renamed(RT, f"rt{mark}/1")(t))
    for what, name in list(ALIKE.items()):
        cases.note(f"header: an author with {what}", "signature.author" if name.isascii() else "note.malformed",
                   lambda w: w.note(MONITOR, [w.finding()], author=name))
        cases.events(f"grant: a key with {what}", "grant.key" if name.isascii() else "event.schema", A, lambda w: w.granted(
            MONITOR.verifier_key.replace("monitor/1", name), ["auditor"]))
    two("one key, the line twice", "signature.duplicate", lambda t: MONITOR.line(t) * 2)
    two("one key, the lines not side by side", "signature.duplicate", lambda t: MONITOR.line(t) + A.line(t) + MONITOR.line(t))
    two("a co-signature of the kind 0x04", "key.unknown", lambda t: MONITOR.line(t) + cosignature(RT, t))
    two("a co-signature of the kind 0x04 under the key id of 0x01", "signature.invalid",
        lambda t: MONITOR.line(t) + cosignature(RT, t, RT.key_id))
    for order in ((A, B, RT), (RT, B, A)):
        w = base()
        w.say(MONITOR, [w.finding()], order)
        cases.put(f"lines: co-signers in the order {', '.join(s.name for s in order)}", w)
    one, other = same_id()
    w = base()
    w.say(A, [w.granted(one, ["auditor"]), w.granted(other, ["auditor"])])
    w.say(one, [w.finding()], [other])
    w.say(A, [w.revoked(one.name)])
    w.say(other, [w.finding()])
    w.say(other, [w.finding()], [one])
    cases.put("lines: two names of one key with one key id, one of them revoked", w, "key.revoked", 7)


def cosignature(signer, text, key_id=None):
    own = sha256(signer.name.encode() + b"\n\x04" + signer.public)[:4]
    stamp = (1_776_305_523).to_bytes(8, "big")
    signed = b"cosignature/v1\ntime 1776305523\n" + text
    return f"— {signer.name} {b64((key_id or own) + stamp + signer.sign(signed))}\n"


def same_id():
    """Two names that give one public key the same key id: only four bytes of a hash, so any two of many will do."""
    found, number = {}, 0
    while True:
        name = f"auditor/{number}"
        key_id = sha256(name.encode() + b"\n\x01" + STRANGER.public)[:4]
        if key_id in found:
            return Signer(found[key_id], STRANGER.name), Signer(name, STRANGER.name)
        found[key_id], number = name, number + 1


def twofold(cases):
    """JSON that two readers could take for two things, and strings that only look dangerous."""
    def line(name, code, change):
        def make(w):
            text = compact(w.finding())
            changed = change(text)
            assert changed != text, name
            return w.note(MONITOR, [changed])
        note(cases, f"JSON: {name}", code, make)

    bad = "event.malformed"
    line("two types, the first without a schema", bad, lambda t: '{"type":"x",' + t[1:])
    line("two types, the second without a schema", bad, lambda t: t[:-1] + ',"type":"x"}')
    line("data twice", bad, lambda t: t[:-1] + ',"data":{}}')
    line("a key twice, in capitals of an escape", bad, lambda t: t.replace('"severity"', '"severit\\u0079":"low","severity"'))
    line("an unknown key twice within an array", bad, lambda t: t[:-1] + ',"x":[{"a":1,"a":2}]}')
    line("a key with the Kelvin sign beside K", "event.schema", lambda t: t[:-1] + ',"K":1,"\u212a":1}')
    line("keys in two cases", "event.schema", lambda t: t[:-1] + ',"Type":"x"}')
    line("a type with an escape", "ok", lambda t: t.replace("finding.raised", "finding\\u002eraised"))
    line("a key with an escape in lower and upper case", "ok", lambda t: t.replace('"code"', '"c\\u006F\\u0064e"'))
    line("a region with escaped digits", "ok", lambda t: t.replace('"32.04"', '"\\u0033\\u0032.0\\u0034"'))
    line("a slash that is escaped where one may be", "ok", lambda t: t.replace("price.aboveCeiling", "price\\/aboveCeiling"))
    line("an escape of eight digits", bad, lambda t: t.replace("price.above", "\\U00000041"))
    line("NUL as it is", "note.malformed", lambda t: t.replace("price.above", "price\x00"))
    line("a vertical tab between values", "note.malformed", lambda t: t.replace(",", ",\x0b", 1))
    line("the end of a line as U+2028 outside of strings", bad, lambda t: t.replace(",", ",\u2028", 1))
    line("a literal in capitals", bad, lambda t: t[:-1] + ',"x":TRUE}')
    for number in ("1E+2", "1e-0", "1_000", "0b1", "00", "-00", "9007199254740993", "-9007199254740993", "1" + "0" * 5000,
                   "123456789012345678", "\u0661", "\uff11"):
        line(f"the number {number[:20]}{'...' if len(number) > 20 else ''}", bad, lambda t: t[:-1] + f',"x":{number}' + "}")
    line("an unpaired quotation mark that hides white space", bad, lambda t: t[:-1] + ',"x": "')
    line("two objects on one line", bad, lambda t: t + "," + t)
    line("a second value after an escaped quotation mark", bad, lambda t: t[:-1] + ',"x":"\\"}')
    line("a backslash at the end of a string", bad, lambda t: t.replace("price.aboveCeiling", "price\\"))
    for name, text in (("noncharacters", "\ufffe\uffff\U0010ffff"), ("marks of direction", "\u202e\u2066\u061c"), ("a byte order mark", "\ufeff"),
                       ("C1 controls", "\u0080\u009f"), ("a note", "amanah/note/v1 \u2014 monitor/1 AAAA"), ("escaped slashes", "<\\/script>")):
        w = base()
        w.say(A, [institution(w, text, raw=True)])
        cases.put(f"JSON: a name with {name}", w)
    for name, raw in (("overlong slash", b"\xc0\xaf"), ("overlong NUL", b"\xc0\x80"), ("overlong of three bytes", b"\xe0\x80\xaf"),
                      ("a surrogate pair in bytes", b"\xed\xa0\xbc\xed\xbc\xbe"), ("a code point above U+10FFFF", b"\xf4\x90\x80\x80"),
                      ("a lone continuation byte", b"\x80"), ("a sequence cut off", b"\xe2\x80"), ("a byte that UTF-8 never has", b"\xfe")):
        cases.text(f"UTF-8: {name}", "note.malformed", lambda t: t.replace(b"price.aboveCeiling", raw))


def nested(cases):
    """A note within a note."""
    def both(w):
        return w.note(MONITOR, [w.finding()])

    cases.note("nested: the signature lines twice, the second over the text only", "signature.invalid",
               lambda w: (lambda note: note + b"\n" + note[note.rindex(b"\n\n") + 2:])(both(w)))
    cases.note("nested: a signed note signed again as it is", "event.malformed",
               lambda w: (lambda note: note + b"\n" + MONITOR.line(note).encode())(both(w)))
    cases.note("nested: a signature line among the events", "event.malformed",
               lambda w: (lambda text: text + b"\n" + MONITOR.line(text).encode())(
                   w.text(MONITOR, [w.finding(), MONITOR.line(b"x").rstrip("\n")])))
    cases.note("nested: a whole note among the events", "event.malformed",
               lambda w: (lambda text: text + b"\n" + MONITOR.line(text).encode())(
                   w.text(MONITOR, [w.finding(), *both(w).decode().rstrip("\n").split("\n")])))
    cases.note("nested: an entry where the note should be", "note.malformed", lambda w: w.entries[2])
    cases.note("nested: a checkpoint where the note should be", "note.malformed", lambda w: w.checkpoint())
    cases.note("nested: two notes one after the other", "signature.invalid", lambda w: both(w) + both(w))
    cases.note("lines: every line ends in CR LF", "note.malformed", lambda w: both(w).replace(b"\n", b"\r\n"))
    w = base()
    w.append(w.entry(b"", recorded_at(60), position=2))
    cases.put("entry: no note, and another position", w, "entry.position", 3)
    w = base()
    w.append(w.entry(b"", recorded_at(60), previous=bytes(32)))
    cases.put("entry: no note, and another previous", w, "entry.previous", 3)
    w = base()
    w.append(w.entry(b"", recorded_at(60)).replace(b"\n\n", b"\n"))
    cases.put("entry: it ends before its blank line", w, "entry.malformed", 3)
    w = base()
    w.append(w.entry(both(w), recorded_at(60)).replace(b"\n", b"\r\n"))
    cases.put("entry: every line ends in CR LF", w, "entry.malformed", 3)


def heads(cases):
    w = base()
    root = mth(w.leaves())

    def put(name, code, checkpoint, log=w):
        cases.put(f"checkpoint: {name}", log, code, checkpoint=checkpoint)

    def body(text):
        data = text.encode()
        return data + b"\n" + w.log.line(data).encode()

    good = w.checkpoint()
    witness = [f"— witness.example/{number} {b64(sha256(b'%d' % number)[:5])}\n".encode() for number in range(100)]
    put("100 signature lines", "ok", good + b"".join(witness[:99]))
    put("101 signature lines", "checkpoint.malformed", good + b"".join(witness))
    for what, mark in WHITE.items():
        put(f"a witness whose name holds {what}", "checkpoint.malformed", good + f"— wit{mark}ness {b64(bytes(9))}\n".encode())
    put("a witness whose name cannot be seen", "ok", good + f"— \u200b\u2066 {b64(bytes(9))}\n".encode())
    put("a witness under the log's name with a mark", "ok", good + f"— {ORIGIN}\u200f {b64(w.log.key_id + bytes(64))}\n".encode())
    put("a line under the log's name and key id that is no signature", "checkpoint.signature",
        good + f"— {ORIGIN} {b64(w.log.key_id + bytes(64))}\n".encode())
    put("the same before the true one", "checkpoint.signature",
        good.replace("— ".encode(), f"— {ORIGIN} {b64(w.log.key_id + bytes(64))}\n— ".encode()))
    put("the log's line in the kind 0x04 only", "checkpoint.signature",
        good[:good.index("— ".encode())] + cosignature(w.log, good).encode())
    text = f"{ORIGIN}\n3\n{b64(root)}\n"
    put("an origin with a space at its end", "checkpoint.origin", body(text.replace("\n", " \n", 1)))
    put("an origin in another case", "checkpoint.origin", body(text.replace("ledger", "Ledger", 1)))
    put("an origin with a mark", "checkpoint.origin", body(text.replace("\n", "\u200f\n", 1)))
    put("no origin", "checkpoint.origin", body(text.replace(ORIGIN, "", 1)))
    put("another origin, and a size above 2^53 - 1", "checkpoint.malformed", body(text.replace("\n3\n", "\n9007199254740992\n").replace("ledger", "Ledger", 1)))
    put("another origin, and a root without padding", "checkpoint.malformed",
        body(text.replace("=\n", "\n").replace("ledger", "Ledger", 1)))
    put("an extension line that is empty", "checkpoint.malformed", body(text + "\n"))
    put("a size with white space", "checkpoint.malformed", body(text.replace("\n3\n", "\n3 \n")))
    put("a size in other digits", "checkpoint.malformed", body(text.replace("\n3\n", "\n\u0663\n")))
    put("size 0 with a root of zeros", "checkpoint.root", checkpoint_text(ORIGIN, 0, bytes(32), [w.log]), Writer())
    put("a byte order mark", "checkpoint.signature", b"\xef\xbb\xbf" + good)


def cases():
    found = Cases()
    for part in (signature_lines, hashes, keys, signatures, lines, twofold, nested, heads):
        part(found)
    return found
