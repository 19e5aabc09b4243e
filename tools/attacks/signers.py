"""Attacks with authors' keys: an officer, a governor or a thief, together with an operator who records whatever comes."""
from writer import Signer, b64, compact, mth, sha256

from .attack import OFFICER, ONE_KEY, Attack

def by(who, /, *makes, cosigners=(), **header):
    """The next note of `who`, whatever it says, is recorded at position 8."""
    def make(town):
        signer, others = who(town), [one(town) for one in cosigners]
        return town.recorded(lambda w: (signer, w.note(signer, [m(town, w) for m in makes], others, **{
            name: value(town, w) if callable(value) else value for name, value in header.items()})))
    return make


def finding(region="33", **more):
    return lambda town, w: w.finding(region, **more)


def a(town): return town.a
def b(town): return town.b
def monitor(town): return town.monitor
def rt(town): return town.rt
def auditor(town): return town.auditor
def regional(town): return town.regional
def gone(town): return town.gone
def late(town): return town.late
def early(town): return town.early
def stranger(town): return town.stranger


def granted(roles, name="stranger", label=None, **more):
    return lambda town, w: w.granted(Signer(name, label), roles, **more)


def revoked(name):
    return lambda town, w: w.revoked(name)


def price(town, w):
    return w.event("price.surveyed", {"commodity": "rice", "unit": "g", "unitPrice": 1, "region": "33", "surveyedOn": "2026-04-16"})


def long_ago(town, w):
    return {**w.finding("33"), "at": "2019-01-01T09:00:00+07:00"}


def opening(town, w):
    return w.opened([town.a, town.b])


def same_event(town, w):
    event = w.finding("33")
    return {**event, "id": "01900000-0000-7000-8000-000000000009"}


def unsigned_change(town):
    def make(w):
        note = w.note(town.monitor, [w.finding("33")])
        return note.replace(b'"severity":"low"', b'"severity":"high"')
    return town.recorded(make)


def fork(town):
    """The author's sixth note once more, with other content."""
    return town.recorded(lambda w: w.note(town.monitor, [w.finding("33")], sequence=3,
                                          previous=b64(sha256(w.entries[3].split(b"\n\n", 1)[1].rsplit(b"\n\n", 1)[0] + b"\n"))))


def again(town):
    return town.recorded(lambda w: w.entries[6].split(b"\n\n", 1)[1])


def unpublished(town, w):
    return {"size": 7, "root": b64(sha256(b"a head that was never published"))}


def honest_seen(town, w):
    return {"size": 8, "root": b64(mth(w.leaves()))}


KEYS = [
    Attack("a revoked key signs", OFFICER, "key.revoked@8", by(gone, finding())),
    Attack("a revoked key co-signs", OFFICER, "key.revoked@8", by(monitor, finding(), cosigners=[gone])),
    Attack("a key signs after its grant has ended", OFFICER, "key.outOfTime@8", by(late, finding())),
    Attack("a key signs before its grant begins", OFFICER, "key.outOfTime@8", by(early, finding())),
    Attack("a key signs that nobody granted", OFFICER, "key.unknown@8", by(stranger, finding())),
    Attack("another key signs under a known name", OFFICER, "key.unknown@8", by(lambda t: Signer("monitor/1", "thief"), finding())),
    Attack("a note is edited after it was signed", OFFICER, "signature.invalid@8", unsigned_change),
    Attack("one key signs twice", OFFICER, "signature.duplicate@8", by(monitor, finding(), cosigners=[monitor])),
    Attack("the note names another author than signs first", OFFICER, "signature.author@8", by(monitor, finding(), author="rt/1")),
    Attack("a stolen key signs before it is revoked", ONE_KEY, "ok", by(monitor, finding()), "ok",
           remark="not caught: the chains of thief and holder collide when the holder goes on (`author.fork`, `author.gap`)"),
]

SCOPE = [
    Attack("a role that may not sign the event", OFFICER, "authority.role@8", by(rt, finding())),
    Attack("a co-signer's role is borrowed", OFFICER, "authority.role@8", by(rt, finding(), cosigners=[monitor])),
    Attack("a region outside of the grant", OFFICER, "authority.region@8", by(monitor, finding("51.03"))),
    Attack("a region above the grant's", OFFICER, "authority.region@8", by(monitor, finding("32"))),
    Attack("a programme outside of the grant", OFFICER, "authority.programme@8", by(monitor, finding("33", programme="PKH"))),
    Attack("a price survey by a monitor where only that is granted", OFFICER, "ok", by(monitor, price), "ok", remark="within its role: for comparison"),
    Attack("a key is granted by someone who might not", OFFICER, "authority.role@8", by(monitor, granted(["monitor"]))),
    Attack("an officer grants its own key more", OFFICER, "authority.role@8", by(monitor, granted(["governor"], "monitor/1"))),
    Attack("a governor of one region grants everywhere", OFFICER, "grant.scope@8", by(regional, granted(["auditor"]))),
    Attack("a governor of one programme grants another", OFFICER, "grant.scope@8", by(
        regional, granted(["auditor"], regions=["32"], programmes=["PKH"]))),
    Attack("a grant takes the name of a known key for another one", OFFICER, "grant.name@8", by(a, granted(["monitor"], "rt/1", "thief"))),
    Attack("a grant brings a revoked key back", OFFICER, "grant.name@8", by(a, granted(["monitor"], "clerk/gone"))),
    Attack("a grant takes the log's name", OFFICER, "grant.name@8", by(a, lambda t, w: w.granted(Signer(w.origin, "thief"), ["monitor"]))),
    Attack("a key is revoked by someone who might not", OFFICER, "authority.role@8", by(auditor, revoked("monitor/1"))),
    Attack("a governor of one region revokes a key of another", ONE_KEY, "ok", by(regional, revoked("rt/1")), "ok",
           remark="allowed: residual risk 13. It is signed and seen by all"),
    Attack("a ledger is opened a second time", OFFICER, "genesis.repeated@8", by(a, opening)),
    Attack("a governor grants rights to a friend", ONE_KEY, "ok", by(a, granted(["monitor", "auditor"])), "ok", remark="allowed, and an entry that everyone reads"),
]

CHAINS = [
    Attack("a gap in an author's chain", OFFICER, "author.gap@8", by(monitor, finding(), sequence=6)),
    Attack("two notes with one number", OFFICER, "author.fork@8", fork),
    Attack("the same note a second time", OFFICER, "author.fork@8", again),
    Attack("a note that continues another history", OFFICER, "author.previous@8", by(monitor, finding(), previous=b64(sha256(b"other")))),
    Attack("a note of another ledger", OFFICER, "note.ledger@8", by(monitor, finding(), ledger="ledger.example/other")),
    Attack("a note has seen a root that was never published", OFFICER, "seen.root@8", by(monitor, finding(), seen=unpublished)),
    Attack("a note has seen a size that is yet to come", OFFICER, "seen.future@8", by(monitor, finding(), seen=lambda t, w: {"size": 9, "root": b64(bytes(32))})),
    Attack("a note has seen what was there", ONE_KEY, "ok", by(monitor, finding(), seen=honest_seen), "ok", remark="for comparison"),
]

CONTENT = [
    Attack("an event that is not strict JSON", OFFICER, "event.malformed@8",
           by(monitor, lambda t, w: compact(w.finding("33")).replace(":", ": ", 1))),
    Attack("an event of a type without a schema", OFFICER, "event.type@8", by(monitor, lambda t, w: w.event("finding.lost", {}))),
    Attack("an event that its schema refuses", OFFICER, "event.schema@8", by(monitor, lambda t, w: w.event("finding.raised", {}))),
    Attack("257 events in one note", OFFICER, "note.malformed@8", by(monitor, *[finding()] * 257)),
    Attack("an event dated years back", ONE_KEY, "ok", by(monitor, long_ago), "ok",
           remark="not refused: `at` is a claim. Judged against `recordedAt` (`time.recordedLate` for handovers)"),
    Attack("a note signed in the future, as it says", ONE_KEY, "ok", by(monitor, finding(), signedAt="2099-01-01T00:00:00+07:00"), "ok",
           remark="not refused: `signedAt` is a claim"),
    Attack("an event with the identifier of an earlier one", ONE_KEY, "ok", by(monitor, same_event), "ok", remark="the earlier one counts (SPEC 6)"),
    Attack("256 lies in one note", ONE_KEY, "ok", by(monitor, *[finding()] * 256), "ok", remark="not caught: residual risk 8. Signed, dated, and compared with what others say"),
]

GROUPS = [("Keys that may not sign", KEYS), ("What a grant does not cover", SCOPE), ("Chains, forks and other ledgers", CHAINS),
          ("Content", CONTENT)]
