"""A fault at every call that touches the disk, one at a time: an error, a short write, or the death of the process; then the same
command again, and the audit."""

import random
import shutil
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import calls as disk
import messages
from desk import Broken

ERRORS = ("EIO", "ENOSPC", "EINTR")
DEATHS = ("KILL", "AFTER", "TORN")
# What may fail in which way. A file that is only read is not closed or locked in any way that could lose something.
FITTING = {
    "read": ("EIO", "EINTR", "SHORT", "KILL"), "open": ("EIO", "EINTR"), "map": ("ENOMEM",), "lock": ("EINTR", "EIO"), "close": ("EIO",),
    "write": ("EIO", "ENOSPC", "EINTR", "SHORT", "KILL", "AFTER", "TORN"), "owner": ("EIO",), "mode": ("EIO",),
}
USUAL = ("EIO", "ENOSPC", "EINTR", "KILL", "AFTER")


def enumerate_calls(scenario, library, folder):
    """The calls of one run that nobody disturbs."""
    scenario.prepare(folder)
    log = folder / "calls"
    run = scenario.run(folder, environment=disk.environment(library, scenario.root(folder), log))
    if run.status != 0:
        raise Broken(f"the reference run failed: {run}")
    return disk.numbered(disk.read_log(log))


def run(desk, scenario, library, say, every=1, seed=0, jobs=2, hows=None):
    """Spoils every `every`-th call (chosen by `seed`) in each fitting way; returns figures."""
    calls = enumerate_calls(scenario, library, desk.folder / f"faults-{scenario.name.replace(' ', '-')}" / "enumerate")
    tasks = [(number, how) for number, call in enumerate(calls) for how in FITTING.get(call.kind, USUAL) if hows is None or how in hows]
    if every > 1:
        tasks = sorted(random.Random(seed).sample(tasks, max(1, len(tasks) // every)))
    kinds = Counter(call.kind for call in calls)
    say(f"{scenario.name}: {len(calls)} calls touch the disk ({', '.join(f'{n} {k}' for k, n in kinds.most_common())}); "
        f"{len(tasks)} faults" + (f", every {every}th by seed {seed}" if every > 1 else ""))
    figures, guard = Counter(), threading.Lock()

    def one(task):
        number, how = task
        lang = "id" if (number + len(how)) % 2 else "en"
        folder = desk.folder / f"faults-{scenario.name.replace(' ', '-')}" / f"{number}-{how}"
        try:
            outcome = spoil(scenario, library, folder, number, how, lang)
        except Broken as problem:
            raise Broken(f"{scenario.name}, {how} at call {number} ({calls[number]}), --lang {lang}: {problem}\n"
                         f"kept: {folder}") from None
        shutil.rmtree(folder)
        with guard:
            figures[outcome] += 1

    problems = []
    with ThreadPoolExecutor(jobs) as pool:
        for waiting in [pool.submit(one, task) for task in tasks]:
            try:
                waiting.result()
            except Broken as problem:
                problems.append(problem)
    if problems:
        shown = "\n\n".join(map(str, problems[:12]))
        raise Broken(f"{len(problems)} of {len(tasks)} faults break a guarantee:\n{shown}")
    return figures


def spoil(scenario, library, folder, number, how, lang):
    """One fault, then the audit; says what the fault led to."""
    scenario.prepare(folder)
    log = folder / "calls"
    run = scenario.run(folder, lang=lang, environment=disk.environment(library, scenario.root(folder), log, number, how))
    made = disk.numbered(disk.read_log(log))
    if how in DEATHS:
        if run.status == -9:
            outcome = "died"
        elif len(made) <= number:
            outcome = "not reached"  # Threads took turns otherwise; that run made fewer calls.
        else:
            raise Broken(f"expected a death: {run}")
    elif run.status == 0:
        messages.no_crash(run)
        outcome = "went on" if len(made) > number else "not reached"
    else:
        messages.check(run, lang, names=("ledger", "/"))
        outcome = "said so"
    # In the other language the words for what was recorded are others, too.
    printed = run.out if lang == "en" else run.out.replace(" baris, ", " rows, ").replace(" dicatat", " recorded")
    scenario.judge(folder, printed, run.status)
    return outcome
