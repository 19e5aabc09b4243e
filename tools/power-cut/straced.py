"""The same with strace: it sees every system call, so it says whether disk.c misses any; and it injects faults by itself.

strace counts the calls of each thread by themselves, so that one number may spoil a call in several threads, or an earlier one than
meant. disk.c counts all threads together; here it is enough that each spoiled call is survived, whichever it was."""

import random
import re
import shutil
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import calls as disk
import messages
from desk import Broken

# System calls that change what is on the disk, and what disk.c calls them.
CHANGING = {"pwrite64": "write", "write": "write", "fsync": "flush", "fdatasync": "flush", "ftruncate": "truncate", "rename": "rename",
            "renameat": "rename", "renameat2": "rename", "unlink": "unlink", "unlinkat": "unlink", "mkdir": "mkdir", "mkdirat": "mkdir"}
SPOILED = ("pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat2", "unlink")
HOWS = ("error=EIO", "error=ENOSPC", "error=EINTR", "signal=KILL")


def available():
    """Raises `Missing` where strace is not installed or may not trace."""
    if shutil.which("strace") is None:
        raise disk.Missing("strace is not installed; tools/setup installs it")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        raise disk.Missing("tracing is not permitted here (ptrace)")


def seen(log, root):
    """How often each kind of call touched each file below `root`, by strace's log."""
    counts = Counter()
    line = re.compile(r"^\d+ +(\w+)\((.*)")
    for text in log.read_text(errors="replace").splitlines():
        match = line.match(text)
        if not match or match[1] not in CHANGING or "resumed>" in text:
            continue
        path = re.search(re.escape(str(root)) + r'/([^">]+)', match[2]) or (str(root) + ">" in match[2] or None)
        if path:
            counts[CHANGING[match[1]], "." if path is True else path[1]] += 1
    return counts


def compare(desk, scenario, library, say):
    """disk.c must see what strace sees."""
    folder = desk.folder / f"straced-{scenario.name.replace(' ', '-')}"
    scenario.prepare(folder)
    log = folder / "strace"
    root = scenario.root(folder).resolve()
    run = scenario.run(folder, before=["strace", "-f", "-y", "-s", "0", "-o", log, "-e", "trace=" + ",".join(CHANGING)])
    if run.status != 0:
        raise Broken(f"the reference run under strace failed: {run}")
    expected = seen(log, root)
    shutil.rmtree(folder)
    scenario.prepare(folder)
    made = folder / "calls"
    scenario.run(folder, environment=disk.environment(library, root, made))
    found = Counter((call.kind, call.path) for call in disk.numbered(disk.read_log(made)) if call.kind in CHANGING.values())
    shutil.rmtree(folder)
    missed = {key: count for key, count in expected.items() if key not in found}
    if missed or abs(sum(expected.values()) - sum(found.values())) > 4:
        raise Broken(f"{scenario.name}: disk.c misses calls that strace sees: {missed or (expected - found)}")
    say(f"{scenario.name}: strace sees {sum(expected.values())} changing calls on {len(expected)} kinds and files, "
        "and disk.c sees them too")


def spoil(desk, scenario, call, how, number):
    lang = ("en", "id")[number % 2]
    folder = desk.folder / f"inject-{scenario.name.replace(' ', '-')}-{call}-{how.replace('=', '-')}-{number}"
    scenario.prepare(folder)
    log = folder / "strace"
    run = scenario.run(folder, lang=lang, before=["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e",
                                                  f"inject={call}:{how}:when={number}"])
    hit = "INJECTED" in log.read_text(errors="replace") or "signal" in how and run.status != 0
    if how.startswith("error") and run.status != 0:
        messages.check(run, lang, ("/",))
    printed = run.out if lang == "en" else run.out.replace(" baris, ", " rows, ").replace(" dicatat", " recorded")
    try:
        scenario.judge(folder, printed, run.status)
    except Broken as problem:
        raise Broken(f"{scenario.name}, strace {call}:{how}:when={number}: {problem}\nkept: {folder}") from None
    shutil.rmtree(folder)
    return hit


def run(desk, scenario, library, say, every=1, seed=0, jobs=2):
    available()
    compare(desk, scenario, library, say)
    tasks = [(call, how, number) for call in SPOILED for how in HOWS for number in range(1, 13)]
    if every > 1:
        tasks = random.Random(seed).sample(tasks, max(1, len(tasks) // every))
    with ThreadPoolExecutor(jobs) as pool:
        hits = list(pool.map(lambda task: spoil(desk, scenario, *task), tasks))
    return Counter({"injections by strace": len(tasks), "that hit a call": sum(hits)})
