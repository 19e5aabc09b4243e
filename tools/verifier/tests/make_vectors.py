#!/usr/bin/env python3
"""Writes Tests/Vectors/admission: small logs, most of them with one thing wrong, and what a verifier must say."""
import json
import re

from writer import ORIGIN, ROOT, Signer, Writer, b64, checkpoint_text, compact, key_of, mth, recorded_at, sha256, wrong_id

DIRECTORY = ROOT / "Tests" / "Vectors" / "admission"
SMALL_ORDER = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
IDENTITY = "01" + "00" * 31
NON_CANONICAL = "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
ORDER = 2**252 + 27742317777372353535851937790883648493

A, B = Signer("governor/a"), Signer("governor/b")
MONITOR, RT, INSPECTOR = Signer("monitor/1"), Signer("rt/1"), Signer("inspector/1")
STRANGER, REGIONAL = Signer("stranger"), Signer("governor/regional")
THREE = 3


def base():
    """Positions 0 to 2: opening by two governors, grants, a finding. The next entry is at position 3."""
    w = Writer()
    w.say(A, [w.opened([A, B])], [B])
    w.say(A, [
        w.granted(MONITOR, ["monitor"], regions=["32.04", "33"], programmes=["BPNT"]),
        w.granted(RT, ["verifierRt"]),
        w.granted(INSPECTOR, ["inspector"], validFrom="2026-04-16T09:12:10+07:00", validUntil="2026-04-16T09:12:20+07:00"),
        w.granted(REGIONAL, ["governor"], regions=["32"], programmes=["BPNT"]),
    ])
    w.say(MONITOR, [w.finding("32.04.05", programme="BPNT")])
    return w


class Cases(list):
    """The cases of one file."""

    def put(self, name, w, code="ok", position=None, **more):
        checkpoint = more.pop("checkpoint", None) or w.checkpoint()
        self.append({"name": name, "key": more.pop("key", w.log.verifier_key),
                     "entries": [b64(entry) for entry in w.entries], "checkpoint": checkpoint.decode(errors="surrogateescape"),
                     **more, "expected": {"code": code, "position": position}})

    def note(self, name, code, make):
        """A case whose note at position 3 is what `make(writer)` returns; a good entry follows."""
        w = base()
        w.add(make(w))
        w.say(MONITOR, [w.finding()])
        self.put(name, w, code, THREE)

    def text(self, name, code, change, author=MONITOR):
        """The same, with the text of a sound note changed before it is signed."""
        def make(w):
            text = w.text(author, [w.finding()])
            changed = change(text)
            assert changed != text, name
            return changed + b"\n" + author.line(changed).encode()
        self.note(name, code, make)

    def events(self, name, code, author, *make):
        """The same, with the events that `make` functions give for the writer."""
        self.note(name, code, lambda w: w.note(author, [m(w) for m in make]))


def replace(old, new):
    return lambda data: data.replace(old.encode(), new.encode(), 1)


def sound():
    cases = Cases()
    cases.put("an empty log", Writer())
    cases.put("opening, grants, a finding", base())
    w = base()
    w.say(B, [w.granted(MONITOR, ["monitor"], regions=["51"])])
    w.say(MONITOR, [w.finding("51.03"), w.finding("33.01.01.2001"), w.finding("32.04", programme="BPNT")])
    cases.put("grants of one key add up", w)
    w = base()
    w.say(RT, [w.event("verification.recorded", {"recipient": "01900000-0000-7000-8000-00000000aaaa", "region": "51.03",
                                                 "level": "rt", "outcome": "eligible", "instrument": "homeVisit"})])
    cases.put("a verification by the role of its level", w)
    w = base()
    w.say(MONITOR, [w.finding()], [A, RT])
    cases.put("co-signers need a grant in force but no role", w)
    w = base()
    w.say(MONITOR, [w.finding()], seen={"size": 2, "root": b64(mth(w.leaves()[:2]))})
    w.say(MONITOR, [w.finding()], seen={"size": 4, "root": b64(mth(w.leaves()))})
    w.say(MONITOR, [w.finding()], seen={"size": 0, "root": b64(mth([]))})
    cases.put("seen heads of several sizes", w)
    w = base()
    w.say(MONITOR, [w.finding()] * 256)
    cases.put("256 events, all with one id", w)
    w = Writer()
    governors = [Signer(f"governor/{n}") for n in range(16)]
    w.say(governors[3], [w.opened(governors)], governors[:3] + governors[4:])
    cases.put("sixteen governors, sixteen signatures", w)
    w = Writer()
    w.say(A, [w.opened([A, A])])
    cases.put("a governor listed twice with the same key", w)
    w = base()
    w.say(A, [w.granted(STRANGER, ["auditor"]), w.revoked(STRANGER.name)])
    cases.put("granted and revoked in one note", w)
    w = base()
    w.say(A, [w.revoked(A.name), w.revoked(B.name), w.granted(STRANGER, ["governor"])])
    w.say(STRANGER, [w.granted(MONITOR, ["auditor"])])
    cases.put("a revocation holds from the next position on", w)
    w = base()
    w.say(REGIONAL, [w.granted(STRANGER, ["auditor", "governor"], regions=["32", "32.04"], programmes=["BPNT"])])
    cases.put("a grant within the scope of its author", w)
    w = base()
    w.say(INSPECTOR, [price(w)], recorded="2026-04-16T02:12:10.000Z")
    w.say(INSPECTOR, [price(w)], recorded="2026-04-16T02:12:19.999Z")
    cases.put("the first and the last millisecond of a grant", w)
    w = base()
    event = w.finding()
    w.say(MONITOR, [compact({key: event[key] for key in ("data", "at", "id", "type")})])
    cases.put("keys in another order", w)
    w = base()
    w.say(MONITOR, [compact(w.finding()).replace('"32.04"', '"\\u0033\\u0032.04"').replace('"code"', '"c\\u006fde"')])
    cases.put("escapes in an event", w)
    w = base()
    w.say(A, [institution(w, "\U0001F33E" * 300), institution(w, "\\uD83C\\uDF3E", raw=True), institution(w, "e\u0301\u00e9\u2028\u0085\ufeff")])
    cases.put("300 code points outside the basic plane; an escaped surrogate pair; marks and separators", w)
    w = base()
    witness = Signer("witness.example/w1")
    cases.put("a checkpoint with signatures by others, one of them under the log's name", w,
              checkpoint=w.checkpoint(signers=[witness, w.log, Signer(ORIGIN, "another key")]))
    long_line = "— witness.example:8080/~w " + b64(bytes(80)) + "\n"
    cases.put("a checkpoint with a longer signature of an unknown kind", w, checkpoint=w.checkpoint() + long_line.encode())
    cases.put("a remembered checkpoint of an earlier size", w, remember=w.checkpoint(2).decode())
    cases.put("a remembered checkpoint of the same size", w, remember=w.checkpoint().decode())
    cases.put("a remembered checkpoint of the empty log", w, remember=w.checkpoint(0).decode())
    return cases


def price(w):
    return w.event("price.surveyed", {"commodity": "rice", "unit": "g", "unitPrice": 14_000, "region": "32.04",
                                      "surveyedOn": "2026-04-16"})


def institution(w, name, raw=False):
    event = w.event("institution.registered", {"institution": "I-1", "name": "@", "kind": "agency"})
    return compact(event).replace("@", name) if raw else {**event, "data": {**event["data"], "name": name}}


def notes():
    cases = Cases()
    bad = "note.malformed"
    cases.text("another domain separator", bad, replace("note/v1", "note/v2"))
    cases.text("a byte order mark before the note", bad, lambda text: b"\xef\xbb\xbf" + text)
    cases.text("no events", bad, lambda text: b"\n".join(text.split(b"\n")[:2]) + b"\n")
    cases.text("no header", bad, lambda text: b"amanah/note/v1\n")
    cases.text("white space in the header", bad, replace(',"author"', ', "author"'))
    cases.text("an escape in the header", bad, replace('"author":"monitor/1"', '"author":"monitor\\/1"'))
    cases.text("header keys in another order", bad, replace(
        f'"ledger":"{ORIGIN}","author":"monitor/1"', f'"author":"monitor/1","ledger":"{ORIGIN}"'))
    cases.text("an unknown header key", bad, replace(',"signedAt"', ',"more":1,"signedAt"'))
    cases.text("a header key twice", bad, replace('"sequence":2', '"sequence":2,"sequence":2'))
    cases.text("seen that is null", bad, replace(',"signedAt"', ',"seen":null,"signedAt"'))
    cases.text("seen without root", bad, replace(',"signedAt"', ',"seen":{"size":1},"signedAt"'))
    cases.text("sequence 0", bad, replace('"sequence":2', '"sequence":0'))
    cases.text("a sequence with a leading zero", bad, replace('"sequence":2', '"sequence":02'))
    cases.text("a sequence as a string", bad, replace('"sequence":2', '"sequence":"2"'))
    cases.text("a sequence above 2^53 - 1", bad, replace('"sequence":2', '"sequence":9007199254740992'))
    cases.text("a previous of 31 bytes", bad,
               lambda text: re.sub(b'"previous":"[^"]*"', b'"previous":"%s"' % b64(bytes(31)).encode(), text))
    cases.text("a previous that is not canonical", bad,
               lambda text: re.sub(b'"previous":"[^"]*"', b'"previous":"%s"' % (b"A" * 42 + b"B="), text))
    cases.text("signedAt on a day that does not exist", bad, replace('"signedAt":"2026-04-16', '"signedAt":"2026-02-29'))
    cases.text("signedAt in UTC", bad, replace('09:12:03+07:00"}\n', '02:12:03Z"}\n'))
    cases.text("signedAt with a leap second", bad, replace('"signedAt":"2026-04-16T09:12:03', '"signedAt":"2026-04-16T09:12:60'))
    cases.text("a carriage return", bad, lambda text: text.replace(b"\n", b"\r\n", 1))
    cases.text("a tab within an event's string", bad, replace("price.aboveCeiling", "price\taboveCeiling"))
    cases.text("bytes that are not UTF-8", bad, lambda t: t.replace(b"price.aboveCeiling", b"\xff\xfe"))
    cases.text("an overlong encoding", bad, lambda t: t.replace(b"price.aboveCeiling", b"\xc0\xaf"))
    cases.text("an encoded surrogate", bad, lambda t: t.replace(b"price.aboveCeiling", b"\xed\xa0\x80"))
    cases.note("257 events", bad, lambda w: w.note(MONITOR, [w.finding()] * 257))
    cases.note("seventeen signatures", bad, lambda w: w.note(
        MONITOR, [w.finding()], [Signer(f"signer/{n}") for n in range(16)]))
    cases.note("no signature lines", bad, lambda w: w.text(MONITOR, [w.finding()]) + b"\n")
    cases.note("no blank line before the signatures", bad, lambda w: w.note(MONITOR, [w.finding()]).replace(b"\n\n", b"\n"))
    cases.note("no line feed at the end", bad, lambda w: w.note(MONITOR, [w.finding()])[:-1])
    cases.note("a line after the signatures", bad, lambda w: w.note(MONITOR, [w.finding()]) + b"more\n")
    cases.note("a blank line after the signatures", bad, lambda w: w.note(MONITOR, [w.finding()]) + b"\n")
    cases.note("a hyphen for the em dash", bad, lambda w: w.note(MONITOR, [w.finding()]).replace("— ".encode(), b"- "))
    cases.note("two spaces in a signature line", bad, lambda w: w.note(MONITOR, [w.finding()]).replace("— ".encode(), "—  ".encode()))
    cases.note("white space at the end of a signature line", bad, lambda w: w.note(MONITOR, [w.finding()])[:-1] + b" \n")
    cases.note("a plus in a signer's name", bad, lambda w: w.note(MONITOR, [w.finding()]).replace("— m".encode(), "— m+".encode()))
    cases.note("a signature without padding", bad, lambda w: w.note(MONITOR, [w.finding()]).rstrip(b"=\n") + b"\n")
    cases.note("a signature of four bytes", bad,
               lambda w: w.text(MONITOR, [w.finding()]) + f"\n— monitor/1 {b64(MONITOR.key_id)}\n".encode())
    cases.note("base64 that is not canonical", bad, noncanonical)
    cases.note("nothing", bad, lambda w: b"")
    cases.note("a note for another ledger", "note.ledger", lambda w: w.note(MONITOR, [w.finding()], ledger="ledger.example/other"))
    cases.note("the ledger's name in another case", "note.ledger", lambda w: w.note(MONITOR, [w.finding()], ledger=ORIGIN.upper()))

    cases.note("a co-signer first", "signature.author", lambda w: sign(w.text(MONITOR, [w.finding()]), A, MONITOR))
    cases.note("two signatures by the author", "signature.duplicate", lambda w: w.note(MONITOR, [w.finding()], [MONITOR]))
    cases.note("one name with two keys", "signature.duplicate", lambda w: w.note(MONITOR, [w.finding()], [Signer("monitor/1", "other")]))
    cases.note("a bad signature before a second line of the same key", "signature.invalid", lambda w: (
        lambda text: text + ("\n" + MONITOR.line(text + b"?") + MONITOR.line(text)).encode())(w.text(MONITOR, [w.finding()])))
    cases.note("two unknown names that only normalisation makes equal", "key.unknown", lambda w: sign(
        w.text(MONITOR, [w.finding()]), MONITOR, Signer("caf\u00e9"), Signer("cafe\u0301")))
    cases.note("an author that the ledger does not know", "key.unknown", lambda w: w.note(STRANGER, [w.finding()]))
    cases.note("a co-signer that the ledger does not know", "key.unknown", lambda w: w.note(MONITOR, [w.finding()], [STRANGER]))
    cases.note("the log's own key", "key.unknown", lambda w: w.note(w.log, [w.finding()]))
    cases.note("a known name with another key", "key.unknown", lambda w: w.note(Signer("monitor/1", "other"), [w.finding()]))
    cases.note("a known name with another key id", "key.unknown", lambda w: (
        lambda text: text + b"\n" + MONITOR.line(text, bytes(4)).encode())(w.text(MONITOR, [w.finding()])))
    bad = "signature.invalid"
    cases.note("a signature of another text", bad, lambda w: (
        lambda note: note.replace(b'"severity":"low"', b'"severity":"high"'))(w.note(MONITOR, [w.finding()])))
    cases.note("a co-signature of another text", bad, lambda w: (
        lambda text: text + ("\n" + MONITOR.line(text) + A.line(text + b"x")).encode())(w.text(MONITOR, [w.finding()])))
    cases.note("a signature of 63 bytes", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: s[:63]))
    cases.note("a signature of 65 bytes", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: s + b"\0"))
    cases.note("a signature with the group order added to S", bad, lambda w: with_signature(w, MONITOR.sign, lambda s: (
        s[:32] + (int.from_bytes(s[32:], "little") + ORDER).to_bytes(32, "little"))))
    cases.note("a signature whose R is the identity", bad,
               lambda w: with_signature(w, MONITOR.sign, lambda s: bytes.fromhex(IDENTITY) + s[32:]))
    cases.note("an unknown co-signer after an invalid signature", bad, lambda w: (
        lambda text: text + ("\n" + MONITOR.line(text + b"x") + STRANGER.line(text)).encode())(w.text(MONITOR, [w.finding()])))

    w = base()
    w.say(A, [w.revoked("monitor/1")])
    w.say(MONITOR, [w.finding()])
    cases.put("a revoked author", w, "key.revoked", 4)
    w = base()
    w.say(B, [w.revoked("rt/1")])
    w.say(MONITOR, [w.finding()], [RT])
    cases.put("a revoked co-signer", w, "key.revoked", 4)
    w = base()
    w.say(A, [w.revoked("monitor/1")])
    w.say(RT, [w.finding()], [MONITOR, STRANGER])
    cases.put("a revoked co-signer before an unknown one", w, "key.revoked", 4)
    w = base()
    w.say(A, [w.revoked("inspector/1")])
    w.say(INSPECTOR, [price(w)], recorded="2026-04-16T02:13:00.000Z")
    cases.put("revoked, and out of time too", w, "key.revoked", 4)
    w = base()
    w.say(INSPECTOR, [price(w)], recorded="2026-04-16T02:12:09.999Z")
    cases.put("a millisecond before validFrom", w, "key.outOfTime", 3)
    w = base()
    w.say(INSPECTOR, [price(w)], recorded="2026-04-16T02:12:20.000Z")
    cases.put("at validUntil", w, "key.outOfTime", 3)
    w = base()
    w.say(MONITOR, [w.finding()], [INSPECTOR], recorded="2026-04-16T02:12:20.000Z")
    cases.put("a co-signer out of time", w, "key.outOfTime", 3)

    cases.note("a sequence left out", "author.gap", lambda w: w.note(MONITOR, [w.finding()], sequence=3))
    cases.note("a first note with sequence 2", "author.gap", lambda w: w.note(RT, [w.finding()], sequence=2))
    cases.note("another note with a sequence used before", "author.fork",
               lambda w: w.note(MONITOR, [w.finding()], sequence=1, previous=b64(bytes(32))))
    w = base()
    w.append(w.entry(w.entries[2].split(b"\n\n", 1)[1], recorded_at(60)))
    cases.put("the same note again", w, "author.fork", 3)
    cases.note("another previous", "author.previous", lambda w: w.note(MONITOR, [w.finding()], previous=b64(sha256(b"other"))))
    cases.note("a previous before the first note", "author.previous", lambda w: w.note(RT, [w.finding()], previous=b64(sha256(b"other"))))
    cases.note("seen above the position", "seen.future",
               lambda w: w.note(MONITOR, [w.finding()], seen={"size": 4, "root": b64(mth(w.leaves()))}))
    cases.note("seen with another root", "seen.root",
               lambda w: w.note(MONITOR, [w.finding()], seen={"size": 3, "root": b64(mth(w.leaves()[:2]))}))
    cases.note("seen of size 0 with a root of nothing but zeros", "seen.root", lambda w: w.note(MONITOR, [w.finding()], seen={"size": 0, "root": b64(bytes(32))}))

    cases.note("a gap, and an event that is not JSON", "author.gap", lambda w: w.note(MONITOR, ["{"], sequence=5))
    cases.note("a stranger's note with an event that is not JSON", "key.unknown", lambda w: w.note(STRANGER, ["{"]))
    cases.note("a note for another ledger by a co-signer first", "note.ledger",
               lambda w: sign(w.text(MONITOR, [w.finding()], ledger="x"), A, MONITOR))
    cases.note("a co-signer first and twice", "signature.author", lambda w: sign(w.text(MONITOR, [w.finding()]), A, A))
    cases.note("a wrong seen root, and an event without a schema", "seen.root", lambda w: w.note(
        MONITOR, [w.event("finding.lost", {})], seen={"size": 3, "root": b64(bytes(32))}))
    return cases


def sign(text, *signers):
    return text + ("\n" + "".join(signer.line(text) for signer in signers)).encode()


def noncanonical(w):
    note = w.note(MONITOR, [w.finding()])
    assert note.endswith(b"=\n") and not note.endswith(b"==\n")
    last = note[-3:-2]
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return note[:-3] + alphabet[alphabet.index(last) + 1:][:1] + note[-2:]


def with_signature(w, make, change):
    text = w.text(MONITOR, [w.finding()])
    return text + f"\n— monitor/1 {b64(MONITOR.key_id + change(make(text)))}\n".encode()


def events():
    cases = Cases()

    def line(name, code, change):
        def make(w):
            text = compact(w.finding())
            changed = change(text)
            assert changed != text, name
            return w.note(MONITOR, [changed])
        cases.note(name, code, make)

    bad = "event.malformed"
    line("white space after a colon", bad, lambda t: t.replace(":", ": ", 1))
    line("white space before the object", bad, lambda t: " " + t)
    line("white space after the object", bad, lambda t: t + " ")
    line("a no-break space outside strings", bad, lambda t: t.replace(":", ":\u00a0", 1))
    line("an empty line", bad, lambda t: "")
    line("a byte order mark", bad, lambda t: "\ufeff" + t)
    line("something after the brace", bad, lambda t: t + "{}")
    line("a missing brace", bad, lambda t: t[:-1])
    line("a trailing comma", bad, lambda t: t[:-1] + ",}")
    line("a comment", bad, lambda t: t[:-1] + "/**/}")
    line("single quotes", bad, lambda t: t.replace('"type"', "'type'"))
    line("an array", bad, lambda t: "[" + t + "]")
    line("a string", bad, lambda t: '"x"')
    line("null", bad, lambda t: "null")
    line("a key twice", bad, lambda t: t[:-1] + ',"at":"2026-04-16T09:12:03+07:00"}')
    line("a key twice, once escaped", bad, lambda t: t[:-1] + ',"\\u0061t":"2026-04-16T09:12:03+07:00"}')
    line("a key twice within data", bad, lambda t: t.replace('"data":{', '"data":{"region":"32.04",'))
    for number in ("1.0", "1e3", "1E3", "-0", "01", "-01", "+1", "9007199254740992", "-9007199254740992", "NaN", "Infinity",
                   "-", "0x1", ".5", "1.", "1" * 400):
        line(f"the number {number[:20]}{'...' if len(number) > 20 else ''}", bad, lambda t: t[:-1] + f',"extra":{number}' + "}")
    for number in ("0", "-1", "9007199254740991", "-9007199254740991"):
        line(f"the number {number} where the schema has none", "event.schema", lambda t: t[:-1] + f',"extra":{number}' + "}")
    line("a literal that JSON does not have", bad, lambda t: t[:-1] + ',"extra":True}')
    for text in ("\\u0000", "\\u001f", "\\u007f", "\\u007F", "\\n", "\\t", "\\b", "\\f", "\\r", "\x7f", "\\x41", "\\'", "\\u12", "\\u+123",
                 "\\ud83c", "\\udf3e", "\\ud83c\\u0041", "\\udf3e\\ud83c", "\\", "\\\\\\u0000"):
        shown = text.replace("\x7f", "<7f>")
        line(f"the characters {shown} in a string", bad, lambda t: t.replace("price.aboveCeiling", text))
    for text in ("\\\\n", "\\/", "\\\\u0000", "\\u0020", "\\u0080", "\\ud83c\\udf3e"):
        line(f"the characters {text} in a string that may not hold them", "event.schema", lambda t: t.replace("price.aboveCeiling", text))
    line("nested 9 deep", bad, lambda t: t[:-1] + ',"extra":' + "[" * 8 + "]" * 8 + "}")
    line("nested 8 deep", "event.schema", lambda t: t[:-1] + ',"extra":' + "[" * 7 + "]" * 7 + "}")
    line("many small arrays, none deep", "event.schema", lambda t: t[:-1] + ',"extra":[' + ",".join(["[]"] * 50) + "]}")
    line("nested 20,000 deep", bad, lambda t: t[:-1] + ',"extra":' + "[" * 20_000 + "]" * 20_000 + "}")
    line("brackets within a string are not nesting", "event.schema", lambda t: t.replace("price.aboveCeiling", "[" * 20))
    line("two keys that only normalisation makes equal", "event.schema", lambda t: t[:-1] + ',"\u00e9":1,"e\u0301":1}')
    cases.note("a blank line between events", bad, lambda w: w.note(MONITOR, [w.finding(), "", w.finding()]))
    cases.note("the second of two events", bad, lambda w: w.note(MONITOR, [w.finding(), compact(w.finding()) + ","]))

    bad = "event.type"
    line("a type without a schema", bad, lambda t: t.replace("finding.raised", "finding.lowered"))
    line("the shared definitions as a type", bad, lambda t: t.replace("finding.raised", "definitions"))
    line("a path as a type", bad, lambda t: t.replace("finding.raised", "../Schemas/finding.raised"))
    line("a type in another case", bad, lambda t: t.replace("finding.raised", "Finding.raised"))
    line("a type that is a number", bad, lambda t: t.replace('"finding.raised"', "1"))
    line("no type", bad, lambda t: t.replace('"type":"finding.raised",', ""))
    line("an empty object", bad, lambda t: "{}")

    bad = "event.schema"
    line("a missing key", bad, lambda t: t.replace('"severity":"low"', '"period":"2026-04"'))
    line("an unknown key beside data", bad, lambda t: t[:-1] + ',"note":"x"}')
    line("an unknown key within data", bad, lambda t: t.replace('"data":{', '"data":{"name":"x",'))
    line("no data", bad, lambda t: re.sub(',"data":.*', "}", t))
    line("data that is an array", bad, lambda t: re.sub('"data":.*', '"data":[]}', t))
    line("a value outside its list", bad, lambda t: t.replace('"low"', '"Low"'))
    line("an id that is not version 7", bad, lambda t: t.replace("-7000-", "-4000-"))
    line("an id in upper case", bad, lambda t: t.replace("01900000-0000-7000-8000-", "01900000-0000-7000-A000-"))
    line("a day that does not exist", bad, lambda t: t.replace("2026-04-16T", "2026-02-29T"))
    line("31 April", bad, lambda t: t.replace("2026-04-16T", "2026-04-31T"))
    line("29 February of 2100", bad, lambda t: t.replace("2026-04-16T", "2100-02-29T"))
    line("hour 24", bad, lambda t: t.replace("T09:", "T24:"))
    line("a time in UTC", bad, lambda t: t.replace("+07:00", "Z"))
    line("an offset that Indonesia does not have", bad, lambda t: t.replace("+07:00", "+06:00"))
    line("a line feed's worth of trailing text in a code", bad, lambda t: t.replace("price.aboveCeiling", "price.aboveCeiling\u2028"))
    line("digits of another script", bad, lambda t: t.replace('"32.04"', '"3\u0662.04"'))
    line("a region of four digits", bad, lambda t: t.replace('"32.04"', '"3204"'))
    line("a code of 40 characters", bad, lambda t: t.replace("price.aboveCeiling", "x" * 40))
    line("an empty list that needs one", bad, lambda t: t.replace('"severity"', '"events":[],"severity"'))
    one = '"01900000-0000-7000-8000-000000000001"'
    line("a list with the same twice", bad, lambda t: t.replace('"severity"', f'"events":[{one},{one}],"severity"'))
    line("a null for an absent key", bad, lambda t: t.replace('"severity"', '"programme":null,"severity"'))
    line("a number for a string", bad, lambda t: t.replace('"price.aboveCeiling"', "5"))
    cases.events("a string for a number", bad, A, lambda w: compact(price(w)).replace("14000", '"14000"'))
    cases.events("a boolean for a number", bad, A, lambda w: compact(price(w)).replace("14000", "true"))
    cases.events("a negative price", bad, A, lambda w: compact(price(w)).replace("14000", "-1"))
    cases.events("a date that does not exist", bad, A, lambda w: compact(price(w)).replace('"2026-04-16"', '"2025-02-29"'))
    cases.events("a text of 301 code points", bad, A, lambda w: institution(w, "\u0301" * 301))
    cases.events("an empty text", bad, A, lambda w: institution(w, ""))
    cases.events("a refused event before one that is not JSON", bad, MONITOR, lambda w: w.event("finding.raised", {}), lambda w: "{")
    cases.events("an event without a schema before one that is not JSON", "event.type", MONITOR, lambda w: w.event("x", {}), lambda w: "{")
    cases.events("an event out of scope before one that is not JSON", "event.malformed", MONITOR, lambda w: w.finding("51"), lambda w: "{")
    return cases


def genesis():
    cases = Cases()

    def opening(name, code, make, signers=(A, B), **header):
        w = Writer()
        made = make(w)
        w.add(w.note(signers[0], made if isinstance(made, list) else [made], signers[1:], **header))
        cases.put(name, w, code, 0)

    opening("two events", "genesis.missing", lambda w: [w.opened([A, B]), w.opened([A, B])])
    opening("another event", "genesis.missing", lambda w: w.finding())
    opening("an opening that is not JSON", "event.malformed", lambda w: ["{"])
    opening("an opening that its schema refuses", "event.schema", lambda w: w.opened([]))
    opening("seventeen governors", "event.schema", lambda w: w.opened([Signer(f"g/{n}") for n in range(17)]))
    opening("another origin", "genesis.origin", lambda w: w.opened([A, B], origin="ledger.example/other"))
    opening("a log key of another name", "genesis.origin", lambda w: w.opened([A, B], logKey=Signer("ledger.example/other").verifier_key))
    opening("another log key of the same name", "genesis.logKey", lambda w: w.opened([A, B], logKey=Signer(ORIGIN, "other").verifier_key))
    opening("a log key with a wrong key id", "genesis.logKey", lambda w: w.opened([A, B], logKey=wrong_id(w.log)))
    opening("a governor with a wrong key id", "grant.key", lambda w: w.opened([A, wrong_id(B)]))
    opening("a governor whose key has small order", "grant.key", lambda w: w.opened([A, key_of(SMALL_ORDER)]))
    opening("two governors of one name", "grant.name", lambda w: w.opened([A, B, Signer(B.name, "other")]))
    opening("a governor named as the origin", "grant.name", lambda w: w.opened([A, w.log]), (A, B))
    opening("a name before a malformed key", "grant.name", lambda w: w.opened([A, w.log, wrong_id(B)]))
    opening("a stranger signs too", "key.unknown", lambda w: w.opened([A, B]), (A, B, STRANGER))
    opening("an author that is not listed", "key.unknown", lambda w: w.opened([A]), (B, A))
    opening("a governor who did not sign", "genesis.governors", lambda w: w.opened([A, B]), (A,))
    opening("a governor who did not sign, and sequence 2", "genesis.governors", lambda w: w.opened([A, B]), (A,), sequence=2)
    opening("sequence 2", "author.gap", lambda w: w.opened([A, B]), sequence=2)
    opening("a previous before the first note", "author.previous", lambda w: w.opened([A, B]), previous=b64(sha256(b"")))
    opening("seen before anything was", "seen.future", lambda w: w.opened([A, B]), seen={"size": 1, "root": b64(bytes(32))})
    opening("seen of size 0 with a wrong root", "seen.root", lambda w: w.opened([A, B]), seen={"size": 0, "root": b64(bytes(32))})
    opening("a header for another ledger", "note.ledger", lambda w: w.opened([A, B]), ledger="ledger.example/other")
    opening("the second governor first", "signature.author", lambda w: w.opened([A, B]), (A, B), author=B.name)
    opening("a governor's signature twice before another event", "signature.duplicate", lambda w: w.finding(), (A, A))
    w = Writer()
    text = w.text(A, [w.opened([A, B])])
    w.add(text + ("\n" + A.line(text) + B.line(text + b"x")).encode())
    cases.put("a governor's signature of another text", w, "signature.invalid", 0)
    w = Writer(label="first")
    w.say(A, [w.opened([A, B])], [B])
    other = Signer(ORIGIN, "second")
    cases.put("the log was opened for another key than the one that signs now", w, "genesis.logKey", 0,
              key=other.verifier_key, checkpoint=w.checkpoint(signers=[other]))
    cases.events("a second opening", "genesis.repeated", A, lambda w: w.opened([A, B]))
    cases.events("a second opening by one who may not", "genesis.repeated", MONITOR, lambda w: w.opened([A, B]))
    cases.events("a second opening after another event", "genesis.repeated", MONITOR, lambda w: w.finding(), lambda w: w.opened([A, B]))
    cases.events("an event out of scope before a second opening", "authority.region", MONITOR, lambda w: w.finding("51"),
                 lambda w: w.opened([A, B]))
    return cases


def authority():
    cases = Cases()
    verification = {"recipient": "01900000-0000-7000-8000-00000000aaaa", "region": "32.04", "level": "desa",
                    "outcome": "eligible", "instrument": "homeVisit"}
    cases.events("a role that may not sign the event type", "authority.role", RT, lambda w: w.finding())
    cases.events("a verification of another level", "authority.role", RT, lambda w: w.event("verification.recorded", verification))
    cases.events("a governor is not a monitor", "authority.role", A, lambda w: w.finding())
    cases.events("a monitor is not a governor", "authority.role", MONITOR, lambda w: w.granted(STRANGER, ["monitor"]))
    cases.events("the second event", "authority.role", MONITOR, lambda w: w.finding(), lambda w: price(w), lambda w: w.revoked("rt/1"))
    cases.note("a co-signer's role does not help", "authority.role", lambda w: w.note(RT, [w.finding()], [MONITOR]))
    cases.events("a region outside", "authority.region", MONITOR, lambda w: w.finding("51.03"))
    cases.events("a region above", "authority.region", MONITOR, lambda w: w.finding("32"))
    cases.events("a region beside", "authority.region", MONITOR, lambda w: w.finding("32.05"))
    cases.events("region and programme outside", "authority.region", MONITOR, lambda w: w.finding("51", programme="PKH"))
    cases.events("a programme outside", "authority.programme", MONITOR, lambda w: w.finding("32.04", programme="PKH"))
    cases.events("a programme in another case", "authority.programme", MONITOR, lambda w: w.finding("32.04", programme="bpnt"))
    w = base()
    w.say(A, [w.granted(MONITOR, ["auditor"], regions=["51"], programmes=["PKH"])])
    w.say(MONITOR, [w.finding("51", programme="BPNT")])
    cases.put("region of one grant, programme of another", w, "authority.programme", 4)
    w = base()
    w.say(A, [w.granted(MONITOR, ["inspector"], regions=["51"])])
    w.say(MONITOR, [w.finding("51", programme="BPNT")])
    cases.put("role of one grant, region of another", w, "authority.region", 4)
    period = {"programme": "BPNT", "period": "2026-04", "from": "2026-04-01", "until": "2026-04-30"}
    w = base()
    w.say(A, [w.granted(STRANGER, ["programmeManager"], regions=["32.04"])])
    w.say(STRANGER, [w.event("period.opened", {**period, "region": "32.04"})])
    w.say(STRANGER, [w.event("period.opened", period)])
    cases.put("an event that might have named a region and names none reaches everywhere", w, "authority.region", 5)
    w = base()
    w.say(A, [w.granted(INSPECTOR, ["monitor"])])
    w.say(INSPECTOR, [price(w), w.event("lot.inspected", lot())], recorded="2026-04-16T02:12:20.000Z")
    cases.put("the grant with the role has ended, another is in force", w, "authority.role", 4)
    w = base()
    w.say(A, [w.granted(A, ["auditor"]), w.finding()])
    cases.put("a grant holds from the next position on", w, "authority.role", 3)
    w = base()
    w.say(A, [w.granted(STRANGER, ["auditor"], validFrom="2027-01-01T00:00:00+07:00")])
    w.say(STRANGER, [w.finding()])
    cases.put("a grant that is not yet in force", w, "key.outOfTime", 4)

    cases.events("a key with a wrong key id", "grant.key", A, lambda w: w.granted(wrong_id(STRANGER), ["auditor"]))
    cases.events("a key of small order", "grant.key", A, lambda w: w.granted(key_of(SMALL_ORDER), ["auditor"]))
    cases.events("the identity", "grant.key", A, lambda w: w.granted(key_of(IDENTITY), ["auditor"]))
    cases.events("an encoding that is not canonical", "grant.key", A, lambda w: w.granted(key_of(NON_CANONICAL), ["auditor"]))
    cases.events("bytes that are no point", "grant.key", A, lambda w: w.granted(key_of("02" + "00" * 31), ["auditor"]))
    cases.events("a point outside the prime-order subgroup", "grant.key", A,
                 lambda w: w.granted(key_of(mixed_order(STRANGER)), ["auditor"]))
    cases.events("a key that is no verifier key", "event.schema", A, lambda w: w.granted("odd+00000000+AQ==", ["auditor"]))
    cases.events("a key of another kind", "event.schema", A, lambda w: w.granted(re.sub(r"\+A([^+]*)$", r"+B\1", STRANGER.verifier_key), ["auditor"]))
    cases.events("the name of another key", "grant.name", A, lambda w: w.granted(Signer("monitor/1", "other"), ["auditor"]))
    cases.events("the origin as name", "grant.name", A, lambda w: w.granted(Signer(ORIGIN, "other"), ["auditor"]))
    cases.events("one name with two keys in one note", "grant.name", A, lambda w: w.granted(STRANGER, ["auditor"]),
                 lambda w: w.granted(Signer("stranger", "other"), ["auditor"]))
    cases.events("revoked and granted again in one note", "grant.name", A, lambda w: w.revoked("rt/1"), lambda w: w.granted(RT, ["verifierRt"]))
    w = base()
    w.say(A, [w.revoked("rt/1")])
    w.say(B, [w.granted(RT, ["verifierRt"])])
    cases.put("a revoked key granted again", w, "grant.name", 4)
    cases.events("a role is needed before a key is looked at", "authority.role", MONITOR,
                 lambda w: w.granted(wrong_id(STRANGER), ["auditor"]))

    bad = "grant.scope"
    cases.events("everywhere, by a regional governor", bad, REGIONAL, lambda w: w.granted(STRANGER, ["auditor"], programmes=["BPNT"]))
    cases.events("every programme, by a governor of one", bad, REGIONAL, lambda w: w.granted(STRANGER, ["auditor"], regions=["32"]))
    cases.events("a region outside among others", bad, REGIONAL,
                 lambda w: w.granted(STRANGER, ["auditor"], regions=["32.04", "33"], programmes=["BPNT"]))
    cases.events("a programme outside among others", bad, REGIONAL, lambda w: w.granted(STRANGER, ["auditor"], regions=["32"], programmes=["BPNT", "PKH"]))
    cases.events("a name that is taken, beyond the scope too", "grant.name", REGIONAL, lambda w: w.granted(Signer("rt/1", "other"), ["auditor"]))
    w = base()
    w.say(A, [w.granted(REGIONAL, ["governor"], regions=["33"], programmes=["BPNT"]), w.granted(REGIONAL, ["auditor"])])
    w.say(REGIONAL, [w.granted(STRANGER, ["auditor"], regions=["32", "33"], programmes=["BPNT"])])
    cases.put("each region within another grant of the author, none within one", w, bad, 4)
    cases.events("a key that nobody knows", "revocation.unknown", A, lambda w: w.revoked("stranger"))
    cases.events("the log's key", "revocation.unknown", A, lambda w: w.revoked(ORIGIN))
    cases.events("the same key twice in one note", "revocation.unknown", A, lambda w: w.revoked("rt/1"), lambda w: w.revoked("rt/1"))
    w = base()
    w.say(A, [w.revoked("rt/1")])
    w.say(B, [w.revoked("rt/1")])
    cases.put("a key that is revoked already", w, "revocation.unknown", 4)
    return cases


def lot():
    return {"lot": "L-1", "region": "32.04", "outcome": "passed", "packaged": False}


def mixed_order(signer):
    """The signer's public key plus the point of order two, (0, -1): (x, y) becomes (-x, -y)."""
    prime = 2**255 - 19
    number = int.from_bytes(signer.public, "little")
    y, sign_bit = number & (1 << 255) - 1, number >> 255
    return ((prime - y) | (1 - sign_bit) << 255).to_bytes(32, "little").hex()


def logs():
    cases = Cases()

    def entry(name, code, change, position=THREE):
        w = base()
        note = w.note(MONITOR, [w.finding()])
        sound_entry = w.entry(note, recorded_at(60))
        w.append(change(sound_entry))
        assert w.entries[-1] != sound_entry, name
        cases.put(name, w, code, position)

    bad = "entry.malformed"
    entry("another domain separator", bad, replace("entry/v1", "entry/v2"))
    entry("an empty entry", bad, lambda data: b"")
    entry("half an entry", bad, lambda data: data[:40])
    entry("a position with a leading zero", bad, replace("v1\n3\n", "v1\n03\n"))
    entry("a negative position", bad, replace("v1\n3\n", "v1\n-3\n"))
    entry("a position above 2^53 - 1", bad, replace("v1\n3\n", "v1\n9007199254740992\n"))
    entry("a day that does not exist", bad, replace("2026-04-16T", "2026-04-31T"))
    entry("a second that does not exist", bad, replace("T02:13:03.000Z", "T02:13:60.000Z"))
    entry("no milliseconds", bad, replace(".000Z", "Z"))
    entry("microseconds", bad, replace(".000Z", ".000000Z"))
    entry("a local time", bad, replace(".000Z", ".000+07:00"))
    entry("a lower-case z", bad, replace(".000Z", ".000z"))
    entry("a time before 2000", bad, replace("2026-", "1999-"))
    entry("no blank line before the note", bad, replace("\n\namanah", "\namanah"))
    entry("a hash that is not canonical", bad, lambda data: re.sub(rb"([A-Za-z0-9+/]{42}).=\n\n", rb"\1B=\n\n", data, count=1))
    entry("a hash of 31 bytes", bad, lambda data: re.sub(rb"[A-Za-z0-9+/]{43}=\n\n", b64(bytes(31)).encode() + b"\n\n", data, count=1))
    entry("a carriage return", bad, replace("v1\n", "v1\r\n"))
    entry("two blank lines before the note", "note.malformed", replace("\n\namanah", "\n\n\namanah"))
    entry("the position before", "entry.position", replace("v1\n3\n", "v1\n2\n"))
    entry("the greatest position", "entry.position", replace("v1\n3\n", "v1\n9007199254740991\n"))
    entry("another previous leaf", "entry.previous", lambda data: re.sub(rb"[A-Za-z0-9+/]{43}=\n\n", b64(sha256(b"other")).encode() + b"\n\n", data, count=1))
    entry("a time that goes back", "entry.recordedAt", replace("T02:13:03.000Z", "T02:12:06.002Z"))
    w = base()
    w.say(MONITOR, [w.finding()], recorded="2026-04-16T02:12:06.003Z")
    cases.put("the same time again", w)
    w = base()
    at_length(w, 65_535)
    cases.put("an entry of 65,535 bytes", w)
    w = base()
    at_length(w, 65_536)
    cases.put("an entry of 65,536 bytes, which only the SQLite file can hold", w, "entry.malformed", 3)
    w = Writer()
    w.append(w.entry(w.note(A, [w.opened([A])]), recorded_at(1), previous=sha256(b"other")))
    cases.put("a previous leaf at position 0", w, "entry.previous", 0)

    w = base()
    leaves = [b64(leaf) for leaf in w.leaves()]
    for position in range(3):
        changed = leaves[:position] + [b64(sha256(b"other"))] + leaves[position + 1:]
        cases.put(f"another stored leaf at {position}", w, "entry.leaf", position, leaves=changed)
    for name, order in (("swapped", [0, 2, 1]), ("repeated", [0, 1, 1, 2])):
        w = base()
        w.entries = [w.entries[at] for at in order]
        cases.put(f"entries {name}", w, "entry.position", 1 if name == "swapped" else 2)
    w = base()
    del w.entries[1]
    cases.put("an entry left out", w, "entry.position", 1)
    w = base()
    cases.put("a checkpoint of fewer entries", w, "entry.beyondCheckpoint", 2, checkpoint=w.checkpoint(2))
    cases.put("a checkpoint of none of the entries", w, "entry.beyondCheckpoint", 0, checkpoint=w.checkpoint(0))
    return cases


def at_length(w, length):
    """Appends an entry of exactly this many bytes: as many long names as fit, then one that fills the rest."""
    made = []
    measure = lambda: len(w.entry(w.note(A, made), recorded_at(60)))  # noqa: E731
    while not made or measure() < length - 1_200:
        made.append(institution(w, "x" * 300))
    made += [institution(w, "x"), institution(w, "x"), institution(w, "x")][:(length - measure() - 300) // 300 + 1]
    for event in made[-3:]:
        event["data"]["name"] = "x" * min(300, len(event["data"]["name"]) + length - measure())
    w.append(w.entry(w.note(A, made), recorded_at(60)))
    assert len(w.entries[-1]) == length, (len(w.entries[-1]), length)


def checkpoints():
    cases = Cases()
    w = base()
    root = mth(w.leaves())
    other = Signer(ORIGIN, "other")

    def put(name, code, checkpoint, **more):
        cases.put(name, w, code, None, checkpoint=checkpoint, **more)

    def body(text, *signers):
        data = text.encode()
        return data + ("\n" + "".join(s.line(data) for s in signers or [w.log])).encode()

    good, sound_body = w.checkpoint(), f"{ORIGIN}\n3\n{b64(root)}\n"
    bad = "checkpoint.malformed"
    put("a fourth line", bad, body(sound_body + "more\n"))
    put("two lines", bad, body(f"{ORIGIN}\n3\n"))
    put("a size with a leading zero", bad, body(f"{ORIGIN}\n03\n{b64(root)}\n"))
    put("a size above 2^53 - 1", bad, body(f"{ORIGIN}\n9007199254740992\n{b64(root)}\n"))
    put("a size above 2^64", bad, body(f"{ORIGIN}\n18446744073709551619\n{b64(root)}\n"))
    put("a root of 31 bytes", bad, body(f"{ORIGIN}\n3\n{b64(root[:31])}\n"))
    put("a root without padding", bad, body(f"{ORIGIN}\n3\n{b64(root)[:-1]}\n"))
    put("no signature line", bad, sound_body.encode() + b"\n")
    put("no blank line", bad, good.replace(b"\n\n", b"\n"))
    put("a carriage return", bad, body(sound_body.replace("\n", "\r\n", 1)))
    put("no line feed at the end", bad, good[:-1])
    put("text after the signature", bad, good + b"x\n")
    put("a size with a sign", bad, body(f"{ORIGIN}\n+3\n{b64(root)}\n"))
    bad = "checkpoint.signature"
    put("a signature by another key of the same name", bad, w.checkpoint(signers=[other]))
    put("a signature by a stranger", bad, w.checkpoint(signers=[STRANGER]))
    put("the log's signature twice", bad, w.checkpoint(signers=[w.log, w.log]))
    put("a signature of another text", bad, good.replace(b"\n3\n", b"\n2\n"))
    put("a fourth line that is not signed", bad, good.replace(b"\n\n", b"\nmore\n\n"))
    put("a malformed body that is not signed", bad, body("x\n", STRANGER))
    text = sound_body.encode()
    put("a signature of 63 bytes", bad, text + f"\n— {ORIGIN} {b64(w.log.key_id + w.log.sign(text)[:63])}\n".encode())
    put("another origin", "checkpoint.origin", body(sound_body.replace(ORIGIN, "ledger.example/other")))
    put("another root", "checkpoint.root", checkpoint_text(ORIGIN, 3, sha256(b"other"), [w.log]))
    put("a remembered checkpoint of more entries", "checkpoint.rollback", good,
        remember=checkpoint_text(ORIGIN, 4, root, [w.log]).decode())
    put("a remembered checkpoint with another root", "checkpoint.inconsistent", good,
        remember=checkpoint_text(ORIGIN, 2, root, [w.log]).decode())
    put("a remembered checkpoint of the same size with another root", "checkpoint.inconsistent", good,
        remember=checkpoint_text(ORIGIN, 3, sha256(b"other"), [w.log]).decode())
    put("a remembered checkpoint by another key", "checkpoint.signature", good, remember=w.checkpoint(signers=[other]).decode())
    put("a remembered checkpoint that is not one", "checkpoint.malformed", good, remember="nothing")
    put("a remembered checkpoint of another log", "checkpoint.origin", good,
        remember=body(sound_body.replace(ORIGIN, "ledger.example/other")).decode())
    put("inconsistent, and with a wrong root too", "checkpoint.inconsistent", checkpoint_text(ORIGIN, 3, sha256(b"x"), [w.log]),
        remember=checkpoint_text(ORIGIN, 2, root, [w.log]).decode())
    damaged = base()
    damaged.append(b"x")
    cases.put("inconsistent, and with a damaged entry too", damaged, "entry.malformed", 3,
              remember=checkpoint_text(ORIGIN, 2, root, [w.log]).decode())
    cases.put("a rollback, and a damaged entry too", damaged, "checkpoint.rollback", None,
              remember=checkpoint_text(ORIGIN, 5, root, [w.log]).decode())
    return cases


def malleability():
    import malleability as module  # It needs this module first.
    return module.cases()


FILES = {"sound": sound, "notes": notes, "events": events, "genesis": genesis, "authority": authority, "entries": logs,
         "checkpoints": checkpoints, "malleability": malleability}


def render(cases):
    return json.dumps(cases, indent=1, ensure_ascii=True) + "\n"


def write():
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (DIRECTORY / f"{name}.json").write_text(render(make()))


if __name__ == "__main__":
    import make_vectors  # By its name, as malleability.py knows it.
    make_vectors.write()
