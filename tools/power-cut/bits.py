"""One bit flipped in each page of each file: a finding or a clear message, no crash, and nothing new is built on what is wrong."""

import random
import shutil
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import messages
from desk import Broken

PAGE = {"ledger.sqlite": 16384, "vault.sqlite": 4096}
SMALL = 64


def places(ledger, published, chance, every):
    """(file, byte, bit): one in each page; in small files one in so many bytes."""
    files = [p for p in sorted(ledger.rglob("*")) if p.is_file() and p.stat().st_size and is_used(p)]
    files += [p for p in sorted(published.rglob("*")) if p.is_file()]
    found = []
    for path in files:
        size = path.stat().st_size
        step = PAGE.get(path.name, SMALL if size < 1024 else 4096)
        for start in range(0, size, step):
            found.append((path, chance.randrange(start, min(size, start + step)), chance.randrange(8)))
    return found[chance.randrange(every)::every]


def is_used(path):
    """Whether the import or the audit reads the file: of the many keys only some."""
    return path.parent.name != "keys" or path.name == "keyring" or path.name.endswith(("utara.key", "=registrar-2005.key"))


def run(bench, say, every=1, seed=0, jobs=2):
    desk = bench.desk
    published = desk.folder / "bits-published"
    desk.must("export", published, "-L", bench.filled)
    chance = random.Random(seed)
    chosen = places(bench.filled, published, chance, every)
    say(f"a bit flipped at {len(chosen)} places, one in each page" + (f", every {every}th" if every > 1 else "") + f", seed {seed}")
    figures, guard, problems = Counter(), threading.Lock(), []

    def one(task):
        number, (path, byte, bit) = task
        lang = ("en", "id")[number % 2]
        try:
            outcome = judge(bench, published, path, byte, bit, lang, number)
        except Broken as problem:
            raise Broken(f"bit {bit} of byte {byte} of {path.name} flipped (--lang {lang}): {problem}") from None
        with guard:
            figures[outcome] += 1

    with ThreadPoolExecutor(jobs) as pool:
        for waiting in [pool.submit(one, task) for task in enumerate(chosen)]:
            try:
                waiting.result()
            except Broken as problem:
                problems.append(str(problem))
    if problems:
        raise Broken(f"{len(problems)} of {len(chosen)} flipped bits break a guarantee:\n" + "\n\n".join(problems[:12]))
    return figures


def flip(path, byte, bit):
    content = bytearray(path.read_bytes())
    content[byte] ^= 1 << bit
    path.write_bytes(content)


def judge(bench, published, path, byte, bit, lang, number):
    desk = bench.desk
    folder = desk.folder / f"bit-{number}"
    ledger = desk.copy(bench.filled, folder / "ledger")
    of_ledger = bench.filled in path.parents
    if not of_ledger:
        desk.copy(published, folder / "published")
        target = folder / "published" / path.relative_to(published)
        flip(target, byte, bit)
        outcome = verdict(desk.run("verify", folder / "published", "--key", desk.key(ledger), lang=lang), lang)
        if outcome == "no finding":
            raise Broken("what is published verifies, though a bit of it is wrong")
        shutil.rmtree(folder)
        return outcome
    flip(ledger / path.relative_to(bench.filled), byte, bit)
    outcome = verdict(desk.run("verify", ledger, lang=lang), lang)
    size = desk.head_size(bench.filled)
    run = desk.run("import", "--plan", bench.small.plan, "-L", ledger, lang=lang)
    messages.no_crash(run)
    if run.status in (1, 4):
        messages.check(run, lang)
    elif run.status == 0:
        # It went on: then what it added must be right, and what is wrong must be what was flipped.
        added = desk.run("verify", ledger, "--json")
        import json
        finding = json.loads(added.out).get("finding") if added.status in (0, 1) else None
        if finding and (finding.get("position") or 0) >= size and finding["code"] != "entry.beyondCheckpoint":
            raise Broken(f"the writer went on and added what does not verify: {finding}")
        if finding is None and added.status == 0 and sorted(n for _, n in desk.events(ledger)) != bench.names_after:
            raise Broken("the writer went on, and events are missing or twice")
    shutil.rmtree(folder)
    return outcome


def verdict(run, lang):
    messages.no_crash(run)
    if run.status == 0:
        return "no finding"
    if run.status not in (1, 4):
        raise Broken(f"verify: {run}")
    messages.check(run, lang)
    return "a finding" if run.status == 1 else "a clear message"
