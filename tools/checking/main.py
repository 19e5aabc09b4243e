"""The command."""
import argparse
import os
import signal
import sys

from . import seeds, steps
from .runner import Runner


def say(text):
    print(text, flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="check", description="Everything that must hold before a change is merged.")
    parser.add_argument("mode", nargs="?", choices=steps.MODES, default="merge",
                        help="quick: some minutes after a build; merge (default): what CI runs; all: everything whole, hours")
    parser.add_argument("--only", action="append", default=[], metavar="STEP", help="this step, with those that it needs; may be repeated")
    parser.add_argument("--list", action="store_true", help="print the steps and their commands, and run nothing")
    parser.add_argument("--fuzz-seconds", type=int, help="for all fuzzers together (merge: 44; all: 3600)")
    return parser.parse_args()


def chosen(every, names):
    """The steps of these names, and those that they need."""
    by_name = {step.name: step for step in every}
    if unknown := set(names) - by_name.keys():
        raise ValueError(f"there is no step {', '.join(sorted(unknown))}; --list tells which there are")
    wanted = set()

    def want(name):
        if name not in wanted:
            wanted.add(name)
            for need in by_name[name].needs:
                want(need)
    for name in names:
        want(name)
    return [step for step in every if step.name in wanted] if names else every


def main():
    options = arguments()
    try:
        seed, origin = seeds.seed()
        todo = chosen(steps.steps(options.mode, int(seed, 16), options.fuzz_seconds), options.only)
    except ValueError as error:
        print(f"check: {error}", file=sys.stderr)
        say("0 passed, 1 failed")
        return 2
    if options.list:
        for step in todo:
            say(f"{step.name:<34} {' '.join(map(str, step.command))}")
        return 0
    # Nobody asks for a password or a language here, and nothing is left beside the sources.
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    again = " ".join(["tools/check", *([options.mode] if options.mode != "merge" else []), *(f"--only {name!r}" for name in options.only)])
    runner = Runner(todo, say=say)
    say(f"check {options.mode}: seed {seed} (from {origin}), {runner.cores} cores; {seeds.VARIABLE}={seed} {again} draws the same again")
    passed = runner.run()
    say("")
    for line in runner.table():
        say(line)
    if not passed:
        say("")
        for outcome in runner.failed():
            say(f"check: {outcome.step.name} must be mended; what it said stands before this table. Alone:")
            say(f"  {seeds.VARIABLE}={seed} tools/check {options.mode} --only {outcome.step.name!r}")
    say("")
    say(runner.counts())
    return 0 if passed else 1
