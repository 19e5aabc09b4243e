"""The honest ledger that is attacked, and a keeper's means to make it anew."""
import hashlib

from writer import ORIGIN, Signer, Writer, b64, mth, recorded_at, sha256

from .attack import Case

KEPT = 6  # The size of the checkpoint that the auditor remembers.


class Town:
    """Eight entries, or nine when a later note tells what its author has seen.

    0 opening by two governors · 1 grants · 2 the monitor's note · 3 another, co-signed · 4 a revocation by the second governor ·
    5 the auditor attests the state of 5 entries · 6 the monitor's note · 7 a grant by the second governor · (8 the monitor has seen size 8)
    """

    def __init__(self):
        self.a, self.b = Signer("governor/a"), Signer("governor/b")
        self.monitor, self.rt, self.auditor = Signer("monitor/1"), Signer("rt/1"), Signer("auditor/1")
        self.regional, self.gone, self.late, self.early = (
            Signer(name) for name in ("governor/regional", "clerk/gone", "clerk/late", "clerk/early"))
        self.stranger = Signer("stranger")
        self.honest = self.write()
        self.kept = self.honest.checkpoint(KEPT)

    def write(self, seen=False):
        w = Writer()
        w.say(self.a, [w.opened([self.a, self.b])], [self.b])
        w.say(self.a, [
            w.granted(self.monitor, ["monitor"], regions=["32.04", "33"], programmes=["BPNT"]),
            w.granted(self.rt, ["verifierRt"]), w.granted(self.auditor, ["auditor"]), w.granted(self.gone, ["monitor"]),
            w.granted(self.late, ["monitor"], validUntil="2026-04-16T09:12:10+07:00"),
            w.granted(self.early, ["monitor"], validFrom="2026-12-01T00:00:00+07:00"),
            w.granted(self.regional, ["governor"], regions=["32"], programmes=["BPNT"])])
        w.say(self.monitor, [w.finding("32.04.05", programme="BPNT")])
        w.say(self.monitor, [w.finding("33.01"), w.finding("32.04")], [self.rt])
        w.say(self.b, [w.revoked(self.gone.name)])
        w.say(self.auditor, [attested(w, 5, empty_state(5))])
        w.say(self.monitor, [w.finding("33")])
        w.say(self.b, [w.granted(Signer("auditor/2"), ["auditor"], regions=["33"])])
        if seen:
            w.say(self.monitor, [w.finding("33")], seen={"size": 8, "root": b64(mth(w.leaves()))})
        return w

    def long(self, count=600):
        """A log with tiles above the leaves."""
        w = self.write()
        while len(w.entries) < count:
            w.say(self.monitor, [w.finding()])
        return w

    def case(self, w=None, **more):
        w = w or self.honest
        return Case(list(w.entries), more.pop("checkpoint", None) or w.checkpoint(), **more)

    def stored(self, change, **more):
        """Stored entries are changed; leaf hashes fit each entry, the checkpoint is the old one."""
        entries = list(self.honest.entries)
        change(entries)
        return Case(entries, self.honest.checkpoint(), **more)

    def forged(self, change=lambda items: None, seen=False, **more):
        """The keeper makes everything anew, with the log's true key: `change` may edit the list of (recordedAt, note)."""
        items = items_of(self.write(seen))
        change(items)
        return Case(*rewritten(items), **more)

    def recorded(self, *makes, times=None, **more):
        """Notes are added at the end, whatever they are. Each is made by a function of the writer."""
        w = self.write()
        for make in makes:
            made = make(w)
            if isinstance(made, tuple):
                author, note = made
                w.add(note, author, times)
            else:
                w.add(made, None, times)
        return self.case(w, **more)


def attested(w, size, digest, as_of="2026-04-16T09:12:03+07:00"):
    return w.event("state.attested", {"size": size, "asOf": as_of, "digest": b64(digest)})


def empty_state(size, as_of=1_776_305_523):
    """The state digest (SPEC 11) where no entry has given the state a line."""
    return hashlib.sha256(f"amanah/state/v1\n{size}\n{as_of}\n".encode()).digest()


def items_of(w):
    parts = [entry.split(b"\n", 5) for entry in w.entries]
    return [(lines[2].decode(), lines[5]) for lines in parts]


def rewritten(items, log=None):
    """Entries and checkpoint that the log's keeper makes of times and notes."""
    forged = Writer()
    forged.log = log or forged.log
    for recorded, note in items:
        forged.append(forged.entry(note, recorded))
    return forged.entries, forged.checkpoint()


def later(recorded, milliseconds=1):
    """A recordedAt so much later, within the same second."""
    return recorded[:20] + f"{int(recorded[20:23]) + milliseconds:03d}Z"


__all__ = ["KEPT", "ORIGIN", "Town", "attested", "empty_state", "items_of", "later", "recorded_at", "rewritten", "sha256"]
