"""Runs steps, several at a time where there are cores for them, and counts what each cost."""
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field

from . import ROOT

POLL = 0.5


@dataclass(frozen=True)
class Step:
    """A command that must end with status 0."""

    name: str
    command: tuple
    needs: tuple = ()     # names of steps that must have passed before
    cores: int = 1        # how many it keeps busy; a build counts as one, for it waits often
    environment: dict = field(default_factory=dict, hash=False)
    missing: str = ""     # why it cannot be run; then it is skipped, and that is said


@dataclass
class Outcome:
    """What came of a step: passed, FAILED, skipped, stopped or not run."""

    step: Step
    state: str = "not run"
    seconds: float = 0
    processor: float = 0  # user and system seconds, those of its processes included
    memory: int = 0       # bytes: the most that its processes held at one time, as sampled
    status: int = 0
    output: str = ""

    def row(self):
        if self.state in ("skipped", "not run"):
            return f"{'-':>8} {'-':>8} {'-':>8}  {self.state:<8} {self.step.name}" + (f": {self.step.missing}" if self.step.missing else "")
        memory = f"{self.memory / 1e6:.0f}" if self.memory else "-"
        ended = f" (exit status {self.status})" if self.state == "FAILED" else ""
        return f"{self.seconds:8.1f} {self.processor:8.1f} {memory:>8}  {self.state:<8} {self.step.name}{ended}"


HEADINGS = f"{'seconds':>8} {'CPU s':>8} {'peak MB':>8}"


class Runner:
    """Runs every step once. At the first failure the others are stopped."""

    def __init__(self, steps, cores=None, say=print):
        self.outcomes = {step.name: Outcome(step) for step in steps}
        if len(self.outcomes) != len(steps):
            raise ValueError("two steps have one name")
        if unknown := {need for step in steps for need in step.needs} - self.outcomes.keys():
            raise ValueError(f"there is no step {', '.join(sorted(unknown))}")
        self.cores, self.say = cores or len(os.sched_getaffinity(0)), say
        self.running, self.ended, self.stopping = {}, queue.Queue(), False
        self.memory, self.begun, self.last_told = 0, time.monotonic(), None

    def run(self):
        """Whether every step passed or was skipped."""
        self.begun = time.monotonic()
        sampler = threading.Thread(target=self._sample, daemon=True)
        sampler.start()
        try:
            while self._start() or self.running:
                outcome = self.ended.get()
                del self.running[outcome.step.name]
                self._tell(outcome)
                if outcome.state == "FAILED" and not self.stopping:
                    self._stop()
        finally:
            self._stop()
        failed = self.failed()
        for outcome in failed:
            # What it said stands last, also where others ended after it.
            if outcome is not self.last_told:
                self._tell(outcome)
        return not failed

    def failed(self):
        return [outcome for outcome in self.outcomes.values() if outcome.state == "FAILED"]

    def count(self, state):
        return sum(outcome.state == state for outcome in self.outcomes.values())

    def _start(self):
        """Starts what can be started, in order; a step for which there is no room holds up those after it."""
        for outcome in self.outcomes.values():
            step = outcome.step
            if self.stopping or outcome.state != "not run" or not self._is_ready(step):
                continue
            if step.missing:
                outcome.state = "skipped"
                self.say(f"── {step.name}: skipped: {step.missing}")
                continue
            busy = sum(other.cores for other, _ in self.running.values())
            if self.running and busy + min(step.cores, self.cores) > self.cores:
                break
            outcome.state = "running"
            self.say(f"▸ {step.name}: {' '.join(map(str, step.command)):.110}")
            begun = threading.Event()
            threading.Thread(target=self._work, args=(outcome, begun), daemon=True).start()
            begun.wait()
        return bool(self.running)

    def _is_ready(self, step):
        return all(self.outcomes[need].state in ("passed", "skipped") for need in step.needs)

    def _work(self, outcome, begun):
        step, start = outcome.step, time.monotonic()
        with tempfile.TemporaryFile() as log:
            try:
                # A session of its own: so it can be stopped, and its memory summed up, with all that it starts.
                process = subprocess.Popen([str(word) for word in step.command], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                           env=os.environ | step.environment, start_new_session=True)
            except OSError as error:
                self.running[step.name] = (step, None)
                begun.set()
                outcome.state, outcome.status, outcome.output = "FAILED", 127, f"{error}\n"
                self.ended.put(outcome)
                return
            self.running[step.name] = (step, process.pid)
            begun.set()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = outcome.status = os.waitstatus_to_exitcode(status)
            outcome.seconds = time.monotonic() - start
            outcome.processor = usage.ru_utime + usage.ru_stime
            log.seek(0)
            outcome.output = log.read().decode(errors="replace")
        if outcome.status == 0:
            outcome.state = "passed"
        else:
            outcome.state = "stopped" if self.stopping else "FAILED"
        self.ended.put(outcome)

    def _tell(self, outcome):
        self.last_told = outcome
        how = "" if outcome.state == "passed" else f", {outcome.state} with exit status {outcome.status}"
        self.say(f"── {outcome.step.name} ({outcome.seconds:.1f} s{how})")
        if outcome.output and outcome.state != "stopped":
            self.say(outcome.output.rstrip("\n"))

    def _stop(self):
        self.stopping = True
        for _, pid in list(self.running.values()):
            if pid is not None:
                try:
                    os.killpg(pid, signal.SIGTERM)
                except ProcessLookupError:
                    pass

    def _sample(self):
        while not self.stopping:
            held, running = resident(), list(self.running.items())
            for name, (_, pid) in running:
                outcome = self.outcomes[name]
                outcome.memory = max(outcome.memory, held.get(pid, 0))
            self.memory = max(self.memory, sum(held.get(pid, 0) for _, (_, pid) in running))
            time.sleep(POLL)

    def table(self):
        total = sum(outcome.processor for outcome in self.outcomes.values())
        whole = f"{time.monotonic() - self.begun:8.1f} {total:8.1f} {self.memory / 1e6:8.0f}  in all"
        return [HEADINGS, *(outcome.row() for outcome in self.outcomes.values()), whole]

    def counts(self):
        skipped = self.count("skipped")
        return f"{self.count('passed')} passed, {self.count('FAILED')} failed" + (f", {skipped} skipped" if skipped else "")


def resident():
    """Session → bytes that its processes hold in memory; nothing where the system does not tell."""
    held, page = {}, os.sysconf("SC_PAGE_SIZE")
    for pid in filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else ()):
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                # The name of the program stands in brackets and may hold anything.
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue
        session, pages = int(fields[3]), int(fields[21])
        held[session] = held.get(session, 0) + pages * page
    return held
