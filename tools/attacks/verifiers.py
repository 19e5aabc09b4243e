"""Both verifiers, asked about the same bytes."""
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from finding import Finding
from log import Verification, verify_proof
from schema import load
from sources import open_source
from writer import SCHEMAS, publish, store

from .attack import BARE, PUBLISHED

MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
EVENT_TYPES = load(SCHEMAS)
VECTORS = SCHEMAS.parent / "Tests" / "Vectors" / "admission"


def written(code, position):
    return code if position is None else f"{code}@{position}"


def lay_out(case, source, directory):
    """Writes what the verifier is given; returns the path to give it."""
    directory = Path(directory)
    if source == PUBLISHED:
        checkpoint = case.checkpoint if case.checkpoint is not None else b""
        publish(directory, case.entries, checkpoint, case.leaves)
        if case.checkpoint is None:
            (directory / "checkpoint").unlink()
        for name, change in case.files.items():
            path = directory / name
            if change is None:
                path.unlink()
            elif callable(change):
                path.parent.mkdir(parents=True, exist_ok=True)
                change(path)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(change)
    else:
        database = store(directory, case.entries, case.checkpoint or b"", case.leaves, head=False)
        if case.checkpoint is None:
            database.execute("DELETE FROM checkpoints")
        elif source != BARE:
            (directory / "head").write_bytes(case.checkpoint)
        database.executescript(case.sql)
        database.close()
    if case.after:
        case.after(directory)
    return directory / "ledger.sqlite" if source == BARE else directory


def ask_python(path, key, kept):
    try:
        Verification(open_source(path), key, EVENT_TYPES).run(kept)
    except Finding as finding:
        return written(finding.code, finding.position)
    except (OSError, sqlite3.Error, ValueError):
        return "exit 4"
    return "ok"


class Swift:
    """`amanah verify` and `amanah check`, one process a question."""

    def __init__(self, program):
        self.program = str(program)

    def ask(self, path, key, kept):
        words = ["verify", str(path), "--key", key, "--json"]
        with tempfile.NamedTemporaryFile(dir=MEMORY) as memory:
            if kept is not None:
                memory.write(kept)
                memory.flush()
                words += ["--remember", memory.name]
            done = self._run(words)
        if done.returncode not in (0, 1):
            return f"exit {done.returncode}"
        finding = json.loads(done.stdout).get("finding")
        if (finding is None) != (done.returncode == 0):
            raise AssertionError("exit status and finding disagree")
        return written(finding["code"], finding.get("position")) if finding else "ok"

    def ask_receipt(self, proof, entry, key):
        done = self._run(["check", str(proof), "--entry", str(entry), "--key", key, "--lang", "en"])
        if done.returncode == 0:
            return "ok"
        if done.returncode != 1:
            return f"exit {done.returncode}"
        found = done.stderr.split("FINDING ", 1)[1].split(":", 1)[0]
        return found.replace(" at position ", "@")

    def _run(self, words):
        return subprocess.run([self.program, *words], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                              env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"})


def ask_python_receipt(proof, entry, key):
    try:
        verify_proof(proof, entry, key)
    except Finding as finding:
        return written(finding.code, finding.position)
    return "ok"


class Place:
    """A directory for one case, gone afterwards."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="amanah-tamper-", dir=MEMORY)
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path)
