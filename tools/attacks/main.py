"""The command."""
import argparse
import difflib
import os
import sys
import time

from . import ROOT, flips, page, rows
from .verifiers import Swift

PAGE = ROOT / "docs" / "tamper-experiment.md"
SEED, SAMPLE, MINUTES = 626, 100, 30


def arguments():
    parser = argparse.ArgumentParser(prog="tamper", description="Attack a small ledger and write docs/tamper-experiment.md.")
    parser.add_argument("--check", action="store_true", help="compare the page instead of writing it; ask amanah about a sample of the changed bytes")
    parser.add_argument("--every", type=int, help=f"ask amanah about one changed byte in so many (1; with --check {SAMPLE})")
    parser.add_argument("--seed", type=int, default=SEED, help="chooses masks, and so the counts of the page (default: %(default)s)")
    parser.add_argument("--sample-seed", type=int, help="chooses which changed bytes amanah is asked about (default: as --seed)")
    parser.add_argument("--amanah", default=str(ROOT / ".build" / "debug" / "amanah"), help="the program (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def say(text):
    print(text, flush=True)


def main():
    options, begun = arguments(), time.monotonic()
    every = options.every or (SAMPLE if options.check else 1)
    sample = options.seed if options.sample_seed is None else options.sample_seed
    swift = Swift(options.amanah)
    outcomes = rows.run(swift, options.workers)
    faults = [fault for outcome in outcomes for fault in outcome.wrong()]
    say(f"{len(outcomes)} attacks, {sum(len(o.said) for o in outcomes)} questions to each verifier, {len(faults)} wrong answers")
    results = []
    for result in flips.run(swift, options.seed, sample, every, options.workers):
        kind, counts, wrong, asked = result
        say(f"{kind.name}: {sum(counts.values())} changes, {asked} of them to amanah, {len(wrong)} wrong answers "
            f"(seed {options.seed}, sample {sample})")
        faults += wrong
        results.append(result)
    for fault in faults[:20]:
        print(f"tamper: {fault}", file=sys.stderr)
    if faults:
        return 1
    text = page.render(rows.GROUPS, outcomes, results, options.seed, SAMPLE, MINUTES)
    say(f"took {time.monotonic() - begun:.0f} s")
    if not options.check:
        PAGE.write_text(text)
        return 0
    difference = list(difflib.unified_diff(PAGE.read_text().splitlines(), text.splitlines(), str(PAGE.name), "what was found", lineterm=""))
    if difference:
        print("\n".join(difference[:40]) + "\ntamper: the page is not what was found; run tools/tamper", file=sys.stderr)
        return 1
    return 0
