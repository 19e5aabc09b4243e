"""Attacks by the operator, who keeps everything and has the log's true key, but no author's unless the row says so."""
import re

from make_vectors import replace
from writer import Signer, Writer, b64, checkpoint_text, mth, recorded_at, sha256

from .attack import GOVERNORS, OPERATOR, Attack, Case
from .town import attested, items_of, later, rewritten

BEFORE = "made before the remembered checkpoint"


def edit(position, old, new):
    def change(items):
        recorded, note = items[position]
        items[position] = (recorded, replace(old, new)(note))
    return change


def signature_lines(note):
    at = note.rindex(b"\n\n") + 2
    return note[:at], note[at:].splitlines(keepends=True)


def strip(items):
    text, lines = signature_lines(items[3][1])
    items[3] = (items[3][0], text + lines[0])


def swap_signatures(items):
    (one, first), (two, second) = signature_lines(items[2][1]), signature_lines(items[6][1])
    items[2], items[6] = (items[2][0], one + b"".join(second)), (items[6][0], two + b"".join(first))


def drop(position):
    return lambda items: items.pop(position)


def exchange(first, second):
    def change(items):
        items[first], items[second] = (items[first][0], items[second][1]), (items[second][0], items[first][1])
    return change


def repeat(items):
    items.insert(4, (items[3][0], items[3][1]))


def insert(make):
    """Inserts what `make(town)` gives before position 4."""
    def attack(town):
        note = make(town)
        return town.forged(lambda items: items.insert(4, (items[3][0], note)))
    return attack


def forged(change, **more):
    return lambda town: town.forged(change, **more)


def shifted(items):
    """Everything was recorded an hour earlier."""
    for position, (recorded, note) in enumerate(items):
        items[position] = (recorded.replace("T02:", "T01:"), note)


def late_tail(items):
    items[7] = (items[7][0].replace("T02:", "T23:"), items[7][1])


def backwards(items):
    items[4] = (recorded_at(1), items[4][1])


def tail(size):
    return lambda items: items.__delitem__(slice(size, None))


def regrown(town):
    """An older copy, on which other true notes were recorded since."""
    items = items_of(town.honest)[:5]
    w = Writer()
    for recorded, note in items:
        text = note[:note.rindex(b"\n\n") + 1]
        author = re.search(rb'"author":"([^"]*)"', note)[1].decode()
        w.append(w.entry(note, recorded))
        w.authors[author] = (w.authors.get(author, (1, b""))[0] + 1, sha256(text))
    w.clock, w.serial = 100, 500
    for _ in range(3):
        w.say(town.monitor, [w.finding()])
    return town.case(w)


def other_key(town, key=None):
    """Everything anew under another key of the log: the opening, too."""
    w = Writer(label="another log key")
    w.say(town.a, [w.opened([town.a])])
    w.say(town.a, [w.granted(town.monitor, ["monitor"])])
    w.say(town.monitor, [w.finding()])
    return town.case(w, key=key and w.log.verifier_key)


def other_opening(town):
    w = Writer()
    w.say(town.a, [w.opened([town.a, town.b], title="Another")], [town.b])
    items = items_of(town.honest)
    return Case(*rewritten([(items[0][0], items_of(w)[0][1]), *items[1:]]))


def own_governor(town):
    w = Writer()
    own = Signer("governor/own")
    w.say(own, [w.opened([own])])
    items = items_of(town.honest)
    return Case(*rewritten([(items[0][0], items_of(w)[0][1]), *items[1:]]))


def anew(town):
    """All governors sign another history under the same log key."""
    w = Writer()
    w.say(town.a, [w.opened([town.a, town.b])], [town.b])
    w.say(town.b, [w.granted(town.monitor, ["monitor"])])
    while len(w.entries) < 9:
        w.say(town.monitor, [w.finding()])
    return town.case(w)


def view_of_another(town):
    """Auditor A saw the honest log; this is what auditor B is shown, together with what A remembers."""
    case = regrown(town)
    case.kept = town.honest.checkpoint(7)
    return case


def lie(town, digest=None, size=5):
    w = town.write()
    w.say(town.auditor, [attested(w, size, digest or sha256(b"a state that was not"))])
    return town.case(w)


def root_of(size, root=None):
    return lambda town: town.case(checkpoint=checkpoint_text(
        town.honest.origin, size, root or mth(town.honest.leaves()[:size]), [town.honest.log]))


def with_lines(town):
    body = f"{town.honest.origin}\n8\n{b64(mth(town.honest.leaves()))}\nmore\n".encode()
    return town.case(checkpoint=body + b"\n" + town.honest.log.line(body).encode())


def desk_note(town, at_end):
    """A note in the name of an officer whose key is in the operator's keyring."""
    w = town.write()
    if at_end:
        w.say(town.rt, [w.event("verification.recorded", {
            "recipient": "01900000-0000-7000-8000-00000000aaaa", "region": "32.04", "level": "rt", "outcome": "eligible", "instrument": "homeVisit"})])
        return town.case(w)
    note = w.note(town.rt, [w.event("verification.recorded", {
        "recipient": "01900000-0000-7000-8000-00000000aaaa", "region": "32.04", "level": "rt", "outcome": "eligible", "instrument": "homeVisit"})])
    return town.forged(lambda items: items.insert(4, (items[3][0], note)))


def skipped(town):
    """The operator drops a note and records the author's next one."""
    w = town.write()
    note = w.note(town.monitor, [w.finding()])
    text = note[:note.rindex(b"\n\n") + 1]
    w.authors[town.monitor.name] = (w.authors[town.monitor.name][0] + 1, sha256(text))
    w.say(town.monitor, [w.finding()])
    return town.case(w)


def unsent(town):
    """The operator drops an author's last notes before anything of them is recorded."""
    return town.case(town.write())


def of_another_ledger(town):
    other = Writer("ledger.example/other")
    return other.note(town.monitor, [other.finding()], sequence=3)


REBUILT = [
    Attack("a note is edited", OPERATOR, "signature.invalid@3", forged(edit(3, "33.01", "33.02"))),
    Attack("two notes of one author change signatures", OPERATOR, "signature.invalid@2", forged(swap_signatures)),
    Attack("a co-signature is stripped", OPERATOR, "ok", forged(strip), "checkpoint.inconsistent"),
    Attack("a co-signature is stripped; a later note tells what its author had seen", OPERATOR, "seen.root@8", forged(strip, seen=True)),
    Attack("a `recordedAt` is moved by a millisecond", OPERATOR, "ok", forged(
        lambda items: items.__setitem__(3, (later(items[3][0]), items[3][1]))), "checkpoint.inconsistent"),
    Attack("a `recordedAt` is moved; a later note tells what its author had seen", OPERATOR, "seen.root@8", forged(
        lambda items: items.__setitem__(3, (later(items[3][0]), items[3][1])), seen=True)),
    Attack("a `recordedAt` goes back", OPERATOR, "entry.recordedAt@4", forged(backwards)),
    Attack("everything is dated an hour earlier", OPERATOR, "ok", forged(shifted), "checkpoint.inconsistent"),
    Attack("an entry since the remembered checkpoint is dated 21 hours later", OPERATOR, "ok", forged(late_tail), "ok",
           remark="not caught: residual risk 2. A checkpoint published on a known day bounds it"),
    Attack("two notes of one author change places", OPERATOR, "author.gap@2", forged(exchange(2, 6))),
    Attack("notes of two authors change places", OPERATOR, "ok", forged(exchange(3, 4)), "checkpoint.inconsistent"),
    Attack("a note is deleted, its author goes on", OPERATOR, "author.gap@5", forged(drop(3))),
    Attack("an author's last note is deleted, " + BEFORE, OPERATOR, "ok", forged(drop(5)), "checkpoint.inconsistent"),
    Attack("an author's last note is deleted, made since the remembered checkpoint", OPERATOR, "ok", forged(drop(7)), "ok",
           remark="not caught by this log: the author has the receipt, and its next note will be `author.gap`"),
    Attack("a revocation is deleted", OPERATOR, "author.gap@6", forged(drop(4)), remark="the same governor signed a note since"),
    Attack("a note stands twice", OPERATOR, "author.fork@4", forged(repeat)),
    Attack("a stranger's note is inserted", OPERATOR, "key.unknown@4", insert(lambda t: t.write().note(t.stranger, [t.write().finding()]))),
    Attack("a note of another ledger is inserted", OPERATOR, "note.ledger@4", insert(of_another_ledger)),
    Attack("a note by an officer whose key the operator has is inserted, " + BEFORE, OPERATOR, "ok", lambda t: desk_note(t, False), "checkpoint.inconsistent"),
    Attack("a note by an officer whose key the operator has is added", OPERATOR, "ok", lambda t: desk_note(t, True), "ok",
           remark="not caught by any log: residual risk 4. Officers keep their own keys; interviews and receipts contradict it"),
    Attack("a note signed with the log's own key is added", OPERATOR, "key.unknown@8", lambda t: t.recorded(
        lambda w: w.note(w.log, [w.finding()]))),
]

HISTORY = [
    Attack("the tail is cut below the remembered checkpoint", OPERATOR, "ok", forged(tail(5)), "checkpoint.rollback"),
    Attack("the tail is cut above the remembered checkpoint", OPERATOR, "ok", forged(tail(7)), "ok",
           remark="not caught by this auditor: whoever has a receipt or a later checkpoint can show it"),
    Attack("an older copy is put back, head and all", OPERATOR, "ok", lambda t: Case(t.honest.entries[:4], t.honest.checkpoint(4)), "checkpoint.rollback"),
    Attack("an older copy is put back and has grown again, its tail signed by the true key", OPERATOR, "ok", regrown, "checkpoint.inconsistent"),
    Attack("two auditors are shown two histories, and never talk", OPERATOR, "ok", regrown, "checkpoint.inconsistent",
           remark="alone each is content: residual risk 1. The right column: with what the other remembers"),
    Attack("two auditors are shown two histories, and compare checkpoints", OPERATOR, "ok", view_of_another, "checkpoint.inconsistent"),
    Attack("the checkpoint signs another root", OPERATOR, "checkpoint.root", root_of(8, sha256(b"other"))),
    Attack("the checkpoint signs more entries than there are", OPERATOR, "entry.missing@8", root_of(9), by_source={"published files": "tile.missing@0"}),
    Attack("the checkpoint has a line more", OPERATOR, "checkpoint.malformed", with_lines),
    Attack("the checkpoint signs an empty ledger", OPERATOR, "entry.beyondCheckpoint@0", root_of(0), "checkpoint.rollback"),
    Attack("a whole ledger under another log key, and the auditor's key is the old one", OPERATOR, "checkpoint.signature", other_key),
    Attack("the same, and the auditor took the key from the ledger itself", OPERATOR, "ok", lambda t: other_key(t, key=True), "checkpoint.signature",
           remark="not caught alone: the key must come by another way than the ledger"),
    Attack("the opening is replaced by one that the governors did not chain on", GOVERNORS, "author.previous@1", other_opening),
    Attack("the opening is replaced by one with the operator's own governor", OPERATOR, "key.unknown@1", own_governor),
    Attack("the governors sign another history under the same key", GOVERNORS, "ok", anew, "checkpoint.inconsistent",
           remark="not caught without memory: residual risk 11"),
    Attack("an officer's note is dropped, the next one recorded", OPERATOR, "author.gap@8", skipped),
    Attack("an officer's last notes are dropped before they are recorded", OPERATOR, "ok", unsent, "ok",
           remark="not caught by any log: there is no receipt, and the officer asks"),
]

STATE = [
    Attack("the state of an earlier size is attested truly", OPERATOR, "ok", lambda t: t.case(), remark="entry 5, for comparison"),
    Attack("an attestation lies about the state", OPERATOR, "attestation.digest@8", lie, python="ok",
           remark="Swift only: the Python verifier does not fold the state (SPEC 8, end)"),
    Attack("an attestation of a size that is yet to come", OPERATOR, "attestation.digest@8", lambda t: lie(t, size=77), python="ok",
           remark="Swift only"),
]

GROUPS = [("Everything is made anew with the log's true key", REBUILT), ("Whole histories", HISTORY), ("The folded state", STATE)]
