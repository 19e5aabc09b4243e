"""The four assertions after every cut: what was acknowledged is there, nothing is there twice, nothing is claimed that is not there,
and the same command, given again, adds just the rest."""

import csv
import json
import re
from pathlib import Path

from desk import Broken

# Entries that no head signs yet: the one thing that an interrupted writer may leave to the next.
UNSIGNED = "entry.beyondCheckpoint"
LINE = re.compile(r"^(.+?): (\d+) (?:rows|baris), (\d+) (?:recorded|dicatat)")


class ImportAudit:
    """Judges an import of `plan` that was cut short, by what the same import does when nobody cuts it."""

    def __init__(self, desk, base, plan):
        self.desk, self.base, self.plan = desk, base, Path(plan)
        whole = desk.copy(base, desk.folder / "reference/ledger")
        run = self.run_import(whole, "--json")
        self.status = run.status
        self.recorded = {Path(o["file"]).name: o["recorded"] + o["alreadyRecorded"] for o in json.loads(run.out)}
        self.events = desk.events(whole)
        self.names = sorted(name for _, name in self.events)
        if len(set(self.names)) != len(self.names) or len(self.names) <= len(desk.events(base)):
            raise Broken("the reference import is of no use: it doubles events or records nothing")
        self.entries = desk.head_size(whole)
        with open(self.plan, newline="") as file:
            self.times = {row["berkas"]: row["waktu_catat"] for row in csv.DictReader(file)}

    def run_import(self, ledger, *options, **more):
        return self.desk.must("import", "--plan", self.plan, "-L", ledger, *options, expect=(0, 3), **more)

    def arguments(self, ledger):
        return ["import", "--plan", self.plan, "-L", ledger]

    def acknowledged(self, printed):
        """The names of the events of every file that the program said it had recorded."""
        names = set()
        for line in printed.splitlines():
            match = LINE.match(line)
            if match and match[1] in self.times:
                moment = utc(self.times[match[1]])
                names |= {name for at, name in self.events if at == moment}
        return names

    def judge(self, ledger, printed, heads=(), independently=False):
        """Raises `Broken` unless everything holds. Finishes the import. `printed` is what the program said before it was cut;
        `heads` are files with checkpoints that somebody had seen before."""
        desk = self.desk
        after = [name for _, name in desk.events(ledger)]
        missing = self.acknowledged(printed) - set(after)
        if missing:
            raise Broken(f"{len(missing)} acknowledged events are not in the ledger after the cut")
        seen = desk.head_size(ledger)
        if (desk.verify(ledger) or (UNSIGNED,))[0] != UNSIGNED:
            raise Broken(f"verify after the cut: {desk.verify(ledger)}")
        if not set(after) <= set(self.names):
            raise Broken("the cut left events that the lists do not hold")
        again = self.run_import(ledger, "--json")
        if again.status != self.status:
            raise Broken(f"the same import again ended otherwise: {again}")
        counts = {Path(o["file"]).name: o["recorded"] + o["alreadyRecorded"] for o in json.loads(again.out)}
        if counts != self.recorded:
            raise Broken(f"the same import again counts otherwise: {set(counts.items()) ^ set(self.recorded.items())}")
        names = sorted(name for _, name in desk.events(ledger))
        if names != self.names:
            twice = len(names) - len(set(names))
            raise Broken(f"after the same import again: {len(set(self.names) - set(names))} events missing, {twice} twice, "
                         f"{len(set(names) - set(self.names))} others")
        if desk.head_size(ledger) < seen:
            raise Broken("the head went back")
        for head in heads:
            if finding := desk.verify(ledger, "--remember", head):
                raise Broken(f"verify against a checkpoint that was seen before the cut: {finding}")
        if finding := desk.verify(ledger):
            raise Broken(f"verify after the same import again: {finding}")
        if independently and (finding := desk.verify_independently(ledger, desk.key(ledger))):
            raise Broken(f"the independent verifier after the same import again: {finding}")
        left = [path.name for path in Path(ledger).rglob("*") if path.name.endswith(("-wal", "-shm", "-journal"))]
        if left:
            raise Broken(f"a finished import left {left}")


def utc(moment):
    """2026-01-13T20:00:00+07:00 as entries write it."""
    import datetime
    return datetime.datetime.fromisoformat(moment).astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
