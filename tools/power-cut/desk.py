"""An officer's desk: the built program, and ledgers to harm."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "samples/abung-selatan"
ORIGIN = "bansos.example/lampung-utara"
PASSPHRASE = "power-cut-passphrase"
EVENT = re.compile(rb'^\{"type":"([^"]+)","id":"([^"]+)"', re.MULTILINE)


class Broken(Exception):
    """A guarantee does not hold."""


class Run:
    """What came of one run of the program."""

    def __init__(self, arguments, done):
        self.arguments = [str(a) for a in arguments]
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr

    @property
    def message(self):
        """What the program said at its end."""
        lines = [line for line in self.err.splitlines() if line.startswith("amanah:")]
        return "\n".join(lines)

    def __str__(self):
        return f"amanah {' '.join(self.arguments)}: exit status {self.status}\n{self.out[-600:]}{self.err[-1200:]}"


class Desk:
    """Runs the program. Everything it makes is below `folder`."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = Path(folder)

    def environment(self, extra=None):
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if key in os.environ}
        return kept | {"AMANAH_PASSPHRASE": PASSPHRASE, "LC_ALL": "C.UTF-8"} | (extra or {})

    def run(self, *arguments, environment=None, lang="en", before=None, timeout=900, **options):
        command = [*before] if before else []
        command += [self.program, *map(str, arguments)]
        if lang:
            command += ["--lang", lang]
        try:
            done = subprocess.run(command, stdin=options.pop("stdin", subprocess.DEVNULL), stdout=options.pop("stdout", subprocess.PIPE),
                                  stderr=subprocess.PIPE, text=True, errors="replace", timeout=timeout,
                                  env=self.environment(environment), **options)
        except subprocess.TimeoutExpired as late:
            raise Broken(f"amanah {' '.join(map(str, arguments))}: still running after {late.timeout} s") from None
        done.stdout = done.stdout or ""
        return Run(arguments, done)

    def must(self, *arguments, expect=(0,), **options):
        run = self.run(*arguments, **options)
        if run.status not in expect:
            raise Broken(f"expected exit status {expect}: {run}")
        return run

    def create(self, ledger, *options, expect=(0,), **more):
        return self.must("init", ledger, "--origin", ORIGIN, "--governor", "pembina-1=G-1", "--governor", "pembina-2=G-2", "--exercise",
                         "--clock", "2025-11-01T08:00:00+07:00", "--title", "Exercise", *options, expect=expect, **more)

    def copy(self, source, target):
        if Path(target).exists():
            shutil.rmtree(target)
        shutil.copytree(source, target, symlinks=True)
        return Path(target)

    def key(self, ledger):
        return re.search(r"logKey: ['\"]?([^'\"\n]+)", (Path(ledger) / "amanah.yaml").read_text())[1]

    def verify(self, source, *options, key=None):
        """The finding of `amanah verify` as (code, position), or None; raises where it could not verify."""
        more = ["--key", key] if key else []
        run = self.must("verify", source, "--json", *more, *options, expect=(0, 1))
        finding = json.loads(run.out).get("finding")
        return (finding["code"], finding.get("position")) if finding else None

    def verify_independently(self, source, key):
        """The finding of the second verifier."""
        done = subprocess.run([sys.executable, ROOT / "tools/verifier/verify", str(source), "--key", key, "--json"],
                              capture_output=True, text=True, env=self.environment({"PYTHONDONTWRITEBYTECODE": "1"}))
        if done.returncode not in (0, 1):
            raise Broken(f"the independent verifier ended with {done.returncode}: {done.stderr[-1000:]}")
        finding = json.loads(done.stdout).get("finding")
        return (finding["code"], finding.get("position")) if finding else None

    def events(self, ledger):
        """(recordedAt, identifier) of every event that the database holds, in order, read from a copy so that nothing is touched."""
        rows = self.query(Path(ledger) / "ledger.sqlite", "SELECT entry FROM entries ORDER BY position")
        return [(entry.split(b"\n", 3)[2].decode(), match[2].decode()) for (entry,) in rows for match in EVENT.finditer(entry)]

    def query(self, database, sql):
        """Rows of a database, with what is in its write-ahead log; none where there is no file."""
        with tempfile.TemporaryDirectory(dir=self.folder) as space:
            copy = Path(space) / database.name
            for suffix in ("", "-wal", "-journal"):
                source = database.with_name(database.name + suffix)
                if source.exists():
                    shutil.copy(source, copy.with_name(source.name))
            if not copy.exists():
                return []
            with closing(sqlite3.connect(copy)) as connection:
                return connection.execute(sql).fetchall()

    def head_size(self, ledger):
        head = Path(ledger) / "head"
        return int(head.read_text().splitlines()[1]) if head.exists() else 0


def workspace(program, folder):
    """A desk with the ledger that most parts begin from: opened, keys granted, nothing imported."""
    desk = Desk(program, folder)
    desk.folder.mkdir(parents=True, exist_ok=True)
    base = desk.folder / "base"
    desk.create(base)
    desk.must("import", "keys", SAMPLE / "petugas.csv", "--as", "pembina-1", "--clock", "2025-11-01T08:30:00+07:00", "-L", base)
    return desk, base
