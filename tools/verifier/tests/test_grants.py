"""Grants (SPEC 7.2): the index says what a look at every grant says, and looks at few of them."""
import itertools
import random
import sys
import unittest

from test_vectors import EVENT_TYPES
from writer import Signer, Writer

from grants import Grant, Grants, covering
from log import Verification

REGIONS = ["18", "18.03", "18.03.07", "18.0", "32", "32.04"]
PROGRAMMES = ["PKH", "SEMBAKO", "BLT"]
ROLES = ["governor", "registrar", "monitor"]


def plainly(grants, roles, region, needs_region, programme):
    """SPEC 7.2 as it is written there."""
    able = [grant for grant in grants if grant.roles & set(roles)]
    if not able:
        return "role"
    if region is None:
        able = [grant for grant in able if grant.regions is None or not needs_region]
    else:
        able = [grant for grant in able if grant.regions is None or any(
            region == ours or region.startswith(ours + ".") for ours in grant.regions)]
    if not able:
        return "region"
    if not any(programme is None or grant.programmes is None or programme in grant.programmes for grant in able):
        return "programme"
    return None


def some(chance, names):
    return frozenset(chance.sample(names, chance.randint(1, 2))) if chance.random() < 0.7 else None


def grant_of(chance, now):
    start = now + chance.randint(-5, 5)
    return Grant(frozenset(chance.sample(ROLES, chance.randint(1, 2))), some(chance, REGIONS), some(chance, PROGRAMMES), start,
                 start + chance.randint(0, 10) if chance.random() < 0.7 else None)


def lines_run(work):
    """How many lines of Python the work ran: what it costs, without a clock."""
    count = itertools.count()

    def trace(frame, event, _):
        if event == "line":
            next(count)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return next(count)


class Index(unittest.TestCase):
    def test_it_answers_as_a_look_at_every_grant_would(self):
        chance, answers = random.Random(8), set()
        for _ in range(200):
            index, grants, now = Grants(), [], 0
            for _ in range(8):
                now += chance.randint(0, 4)
                for _ in range(chance.randint(0, 2)):
                    grant = grant_of(chance, now)
                    grants.append(grant)
                    index.add(grant)
                index.advance(now)
                in_force = [grant for grant in grants if grant.start <= now and (grant.end is None or now < grant.end)]
                self.assertEqual(len(index.in_force), len(in_force))
                for _ in range(6):
                    question = (chance.sample(ROLES, 2)[:chance.randint(1, 2)], chance.choice([None, "18.03.07.2001", *REGIONS]),
                                chance.random() < 0.5, chance.choice([None, *PROGRAMMES]))
                    answers.add(plainly(in_force, *question))
                    self.assertEqual(index.lacking(*question), plainly(in_force, *question), (in_force, question))
                    wanted = grant_of(chance, now)
                    holders = [grant for grant in in_force if "governor" in grant.roles]
                    self.assertEqual(index.contain("governor", wanted), any(grant.contains(wanted) for grant in holders), (holders, wanted))
        self.assertEqual(answers, {None, "role", "region", "programme"})

    def test_a_grant_counts_from_the_next_look_at_the_time_only(self):
        index = Grants()
        index.add(Grant(frozenset(["monitor"]), None, None, 0, 10))
        self.assertFalse(index.in_force)
        for now, is_in_force in ((0, True), (9, True), (10, False)):
            index.advance(now)
            self.assertEqual(bool(index.in_force), is_in_force)

    def test_a_code_that_only_begins_alike_is_not_covered(self):
        self.assertEqual(covering("18.03.07"), ["18.03.07", "18.03", "18"])
        grant = Grant(frozenset(["monitor"]), frozenset(["18.0"]), None, 0, None)
        self.assertFalse(grant.covers_region("18.03"))


class Work(unittest.TestCase):
    """Twice the grants and twice the events are at most about twice the work."""

    @staticmethod
    def ask(number):
        """As many grants of one key as questions, every one about another region and programme."""
        regions = [f"{first}.{second:02d}.{third:02d}" for first in range(10, 40) for second in range(10) for third in range(10)][:number]
        index = Grants()
        for at, region in enumerate(regions):
            index.add(Grant(frozenset(["monitor", "governor"]), frozenset([region]), frozenset([f"P{at}"]), 0, None))
        for at, region in enumerate(regions):
            index.advance(at)
            assert index.lacking(["monitor"], region + ".1001", True, f"P{at}") is None
            assert index.contain("governor", Grant(frozenset(["monitor"]), frozenset([region]), frozenset([f"P{at}"]), 0, None))

    def test_many_grants_and_many_events(self):
        half, whole = (lines_run(lambda: self.ask(number)) for number in (300, 600))
        self.assertLess(whole, 2.1 * half)

    @staticmethod
    def ledger(number):
        """As many grants of one key as events by it, each in another region."""
        w = Writer()
        governor, monitor = Signer(w.origin + "/governor"), Signer(w.origin + "/monitor")
        regions = [f"{first}.{second:02d}" for first in range(10, 100) for second in range(10)][:number]
        batches = [regions[first:first + 50] for first in range(0, number, 50)]
        w.say(governor, [w.opened([governor])])
        for batch in batches:
            w.say(governor, [w.granted(monitor, ["monitor"], regions=[region]) for region in batch])
        for batch in batches:
            w.say(monitor, [w.finding(region=region) for region in batch])
        return w

    def verify(self, w):
        verification = Verification(InMemory(w), w.log.verifier_key, EVENT_TYPES)
        verification.run()
        self.assertEqual(verification.admission.notes, len(w.entries))

    def test_a_ledger_with_many_grants_of_one_key_and_many_events_by_it(self):
        half, whole = self.ledger(250), self.ledger(500)
        self.verify(half)  # What is compiled or kept the first time is not counted.
        self.assertLess(lines_run(lambda: self.verify(whole)), 2.1 * lines_run(lambda: self.verify(half)))


class InMemory:
    """A log as a source, without files."""

    def __init__(self, w):
        self.w, self.checkpoint = w, w.checkpoint

    def entries(self, size):
        return zip(self.w.leaves()[:size], self.w.entries)

    @staticmethod
    def reaches_beyond(_):
        return False


if __name__ == "__main__":
    unittest.main()
