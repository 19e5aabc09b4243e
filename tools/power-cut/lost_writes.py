"""The power goes: what was not flushed is lost, wholly or in part. After every call that changes something, several states that the
disk may then be in are laid out, the same command is given again, and everything is audited.

Also the flush that fails once: the system forgets what it could not write, and the next flush succeeds. Nothing may be acknowledged
on the strength of that."""

import shutil
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import calls as disk
from desk import Broken
from disk_model import Disk, lay_out

VARIANTS = ("strict", "names", "data", "some", "some more")


def trace(scenario, library, folder, at=None, how=None):
    """Runs the command under disk.c in `folder`, which is prepared already; returns the run and its calls."""
    log = folder.parent / f"{folder.name}.calls"
    if log.exists():
        log.unlink()
    run = scenario.run(folder, environment=disk.environment(library, scenario.root(folder), log, at, how))
    calls = disk.read_log(log)
    log.unlink()
    return run, calls


def cuts(begin, calls, seed):
    """(description, state, printed) for several states after each changing call."""
    printed = ""
    for number, call in enumerate(calls):
        if call.path == disk.STDOUT:
            printed += call.data.decode(errors="replace")
        elif call.changes:
            begin.apply(call)
        else:
            continue
        for variant in VARIANTS:
            state = begin.after_power_cut(variant.split()[0], seed + number * 7 + len(variant))
            yield f"{variant}, after call {number} ({call})", state, printed


class Judge:
    """Judges states, several at a time."""

    def __init__(self, desk, scenario, name):
        self.scenario, self.folder = scenario, desk.folder / f"{name}-{scenario.name.replace(' ', '-')}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.done, self.guard = set(), threading.Lock()

    def __call__(self, number, description, state, printed):
        key = hash((printed, tuple(sorted(state[0])), tuple(sorted(state[1].items()))))
        with self.guard:
            if key in self.done:
                return "the same as another"
            self.done.add(key)
        folder = self.folder / f"state-{number}"
        if folder.exists():
            shutil.rmtree(folder)
        self.scenario.prepare(folder)
        root = self.scenario.root(folder)
        shutil.rmtree(root)
        lay_out(state, root)
        try:
            self.scenario.judge(folder, printed, -9)
        except Broken as problem:
            raise Broken(f"{self.scenario.name}, {description}: {problem}\nkept: {folder}") from None
        shutil.rmtree(folder)
        return "recovered"


def judge_all(judge, states, jobs):
    figures, problems = Counter(), []
    with ThreadPoolExecutor(jobs) as pool:
        waiting = [pool.submit(judge, number, *state) for number, state in enumerate(states)]
        for future in waiting:
            try:
                figures[future.result()] += 1
            except Broken as problem:
                problems.append(problem)
    if problems:
        raise Broken(f"{len(problems)} of {len(waiting)} states break a guarantee:\n" + "\n\n".join(map(str, problems[:10])))
    return figures


def run(desk, scenario, library, say, every=1, seed=0, jobs=2):
    """Cuts the power after every call; with `every`, judges one state in so many."""
    folder = desk.folder / f"traced-{scenario.name.replace(' ', '-')}"
    scenario.prepare(folder)
    begin = Disk(scenario.root(folder))
    done, calls = trace(scenario, library, folder)
    if done.status != 0:
        raise Broken(f"the reference run failed: {done}")
    states = list(cuts(begin, calls, seed))
    whole = {name: bytes(file.content(file.pending)) for name, file in begin.names.items()}
    there = {str(p.relative_to(scenario.root(folder))): p.read_bytes() for p in scenario.root(folder).rglob("*") if p.is_file()}
    if whole != there:
        raise Broken(f"the model of the disk differs from the disk: {sorted(n for n in whole.keys() | there.keys() if whole.get(n) != there.get(n))}")
    chosen = states[seed % every::every]
    say(f"{scenario.name}: {sum(c.changes for c in calls)} changing calls, {len(states)} states after a power cut, {len(chosen)} judged, "
        f"seed {seed}")
    return judge_all(Judge(desk, scenario, "lost"), chosen, jobs)


def run_failed_flushes(desk, scenario, library, say, every=1, seed=0, jobs=2):
    """Each flush fails once, what it should have written is forgotten, the command is given again, and then the power goes."""
    folder = desk.folder / f"flushed-{scenario.name.replace(' ', '-')}"
    scenario.prepare(folder)
    _, calls = trace(scenario, library, folder)
    flushes = [number for number, call in enumerate(disk.numbered(calls)) if call.kind == "flush"][seed % every::every]
    states = []
    # The run ends by itself, and tidies up as far as it can; or it dies before it knows.
    for number, how in [(number, how) for number in flushes for how in ("EIO", "LOST")]:
        shutil.rmtree(folder)
        scenario.prepare(folder)
        model = Disk(scenario.root(folder))
        _, calls = trace(scenario, library, folder, number, how)
        for call in calls:
            model.apply(call)
        again, calls = trace(scenario, library, folder)
        if again.status != 0:
            raise Broken(f"{scenario.name}: flush {number} failed once ({how}), and the same command again says {again}")
        printed = ""
        for place, call in enumerate(calls):
            if call.path == disk.STDOUT:
                printed += call.data.decode(errors="replace")
                # Just acknowledged: this is when it must be there.
                states.append((f"flush {number} failed once ({how}), then the power went after call {place} of the second run ({call})",
                               model.after_power_cut("strict"), printed))
            model.apply(call)
        states.append((f"flush {number} failed once ({how}), then the power went after the second run",
                       model.after_power_cut("strict"), printed))
    say(f"{scenario.name}: {len(flushes)} flushes that fail once, {len(states)} power cuts after what was acknowledged afterwards")
    return judge_all(Judge(desk, scenario, "flush"), states, jobs)
