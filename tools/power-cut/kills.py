"""`kill -9` at random moments of an import of a whole district."""

import random
import shutil
import subprocess
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from audit import ImportAudit, UNSIGNED
from desk import SAMPLE, Broken


def run(desk, base, count, seed, say, jobs=2):
    """Kills `count` imports, each at a moment of its own; returns figures for the last line."""
    audit = ImportAudit(desk, base, SAMPLE / "rencana.csv")
    began = time.monotonic()
    audit.run_import(desk.copy(base, desk.folder / "timing/ledger"))
    length = time.monotonic() - began
    moments = random.Random(seed)
    plan = [(number, moments.uniform(0, 1.05 * length)) for number in range(count)]
    say(f"kill -9 at {count} moments of an import of {len(audit.recorded)} lists, {audit.entries} entries, {len(audit.names)} events "
        f"({length * 1000:.0f} ms), seed {seed}")
    figures, guard = Counter(), threading.Lock()

    def one(task):
        number, moment = task
        folder = desk.folder / f"kill-{number}"
        try:
            facts = cut(desk, audit, base, folder, moment, independently=number % 10 == 0)
        except Broken as problem:
            raise Broken(f"kill {number} of seed {seed}, {moment * 1000:.1f} ms after the start: {problem}") from None
        shutil.rmtree(folder)
        with guard:
            figures.update(facts)

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, plan))
    if count >= 20 and not (figures["in the middle"] > count / 4):
        raise Broken(f"too few of the kills came in the middle of the import to prove anything: {dict(figures)}")
    return figures


def cut(desk, audit, base, folder, moment, independently):
    """One import, killed; then the audit."""
    ledger = desk.copy(base, folder / "ledger")
    printed = folder / "printed"
    with open(printed, "wb") as out:
        process = subprocess.Popen([desk.program, *map(str, audit.arguments(ledger))], stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.DEVNULL, env=desk.environment())
        heads, deadline = [], time.monotonic() + moment
        # An auditor who asks for the head now and then: what was shown must never be taken back.
        while process.poll() is None and (left := deadline - time.monotonic()) > 0:
            time.sleep(min(left, 0.05))
            heads.append((ledger / "head").read_bytes())
        process.kill()
        killed = process.wait() == -9
    before = len(desk.events(base))
    found = len(desk.events(ledger))
    unsigned = desk.verify(ledger) == (UNSIGNED, desk.head_size(ledger))
    heads.append((ledger / "head").read_bytes())
    (folder / "seen").write_bytes(heads[len(heads) // 2])
    (folder / "last").write_bytes(heads[-1])
    receipt = None
    if independently:
        position = desk.head_size(ledger) - 1
        desk.must("prove", position, "-L", ledger, "-o", folder / "receipt")
        receipt = folder / f"receipt/{position}"
    text = printed.read_text()
    audit.judge(ledger, text, heads=[folder / "seen", folder / "last"], independently=independently)
    if receipt:
        desk.must("check", f"{receipt}.tlog-proof", "--entry", f"{receipt}.entry", "--key", desk.key(ledger))
    return Counter({"killed": killed, "in the middle": killed and before < found < len(audit.names),
                    "with unsigned entries": unsigned, "with acknowledged lists": bool(audit.acknowledged(text)),
                    "audited by both verifiers": independently})
