"""A machine that misbehaves: a full disk, limits, a clock that jumps, two who write at once, readers beside a writer, closed pipes."""

import datetime
import os
import re
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import calls
import messages
from desk import ORIGIN, SAMPLE, Broken

CLOCK = Path(__file__).resolve().parent / "clock.c"


def must_go_on(small, ledger, printed=""):
    """The same import, undisturbed, finishes, and the audit finds nothing."""
    small.reference.judge(ledger, printed)


def limited(kind, value):
    return {"preexec_fn": lambda: resource.setrlimit(kind, (value, value))}


def file_size(desk, base, small):
    """A limit on the size of files, as a quota or `ulimit -f` sets it."""
    for lang in ("en", "id"):
        ledger = desk.copy(base, desk.folder / "size/ledger")
        run = small.run(desk.folder / "size", lang=lang, **limited(resource.RLIMIT_FSIZE, 150_000))
        if run.status != 4:
            raise Broken(f"expected exit status 4: {run}")
        messages.check(run, lang, ("ledger.sqlite", "vault.sqlite", "head"))
        must_go_on(small, ledger)


def open_files(desk, base, small):
    """Too few descriptors, up to enough. With fewer than six the language's own runtime (libdispatch) cannot start."""
    outcomes = set()
    for count in range(6, 22):
        lang = ("en", "id")[count % 2]
        ledger = desk.copy(base, desk.folder / "open/ledger")
        run = small.run(desk.folder / "open", lang=lang, **limited(resource.RLIMIT_NOFILE, count))
        if run.status == 127 or "error while loading shared libraries" in run.err:
            continue
        outcomes.add(run.status)
        # The runtime starts some of its queues late, and ends the program without a word where it finds no descriptor for them then. A trap
        # of the program's own says "Fatal error". Either way nothing may be lost.
        if run.status == -signal.SIGILL and not run.err.strip():
            print(f"  open files: with {count} the runtime ended the import", flush=True)
        elif run.status != 0:
            messages.check(run, lang, ("/",))
        must_go_on(small, ledger)
    if not outcomes >= {0, 4}:
        raise Broken(f"the limits prove nothing: {outcomes}")


def output_is_full(desk, base, small):
    """Standard output on a full disk: everything is recorded all the same, and the exit status is not 0."""
    for lang in ("en", "id"):
        ledger = desk.copy(base, desk.folder / "output/ledger")
        with open("/dev/full", "w") as full:
            run = small.run(desk.folder / "output", lang=lang, stdout=full)
            if run.status != 4:
                raise Broken(f"expected exit status 4: {run}")
            messages.check(run, lang, ("standard output",))
            if len(desk.events(ledger)) != len(small.reference.names):
                raise Broken("an import whose output could not be written stopped half-way")
            run = desk.run("report", "-L", ledger, lang=lang, stdout=full)
            if run.status != 4:
                raise Broken(f"expected exit status 4: {run}")
            messages.check(run, lang, ("standard output",))
        must_go_on(small, ledger)


def reader_goes_away(desk, base, small):
    """`amanah report | head -1`, and an import into a pipe that nobody reads."""
    ledger = desk.copy(base, desk.folder / "pipe/ledger")
    small.reference.run_import(ledger)
    for arguments in (["report", "-L", ledger, "--format", "json"], ["verify", ledger], small.arguments(desk.folder / "pipe")):
        read, written = os.pipe()
        os.close(read)
        run = desk.run(*arguments, stdout=written)
        os.close(written)
        if run.status != 0 or run.message:
            raise Broken(f"a reader who goes away is no failure: {run}")
    must_go_on(small, ledger)


def input_is_a_directory(desk, base, small):
    for lang in ("en", "id"):
        ledger = desk.copy(base, desk.folder / "input/ledger")
        descriptor = os.open(desk.folder, os.O_RDONLY)
        run = desk.run("record", "--as", "manajer-program", "-L", ledger, lang=lang, stdin=descriptor)
        os.close(descriptor)
        messages.check(run, lang, ("standard input",))
        if run.status != 4:
            raise Broken(f"expected exit status 4: {run}")
        run = desk.run("import", "registrations", desk.folder, "--as", "registrar-2005", "-L", ledger, lang=lang)
        messages.check(run, lang, (str(desk.folder),))
        must_go_on(small, ledger)


def long_path(desk, base, small):
    """Longer than SQLite can open, and longer than the system can."""
    for lang in ("en", "id"):
        for depth in (6, 40):
            place = desk.folder / "long" / "/".join(["d" * 100] * depth)
            run = desk.run("init", place / "ledger", "--origin", ORIGIN, "--governor", "pembina-1", lang=lang)
            if run.status == 0:
                if desk.verify(place / "ledger"):
                    raise Broken("a ledger at a long path does not verify")
            else:
                messages.check(run, lang, ("ddd",))
                if run.status != 4:
                    raise Broken(f"expected exit status 4: {run}")
            shutil.rmtree(desk.folder / "long", ignore_errors=True)


def full_disk(desk, base, small):
    """A disk that fills up during an import, and is emptied again."""
    mount = desk.folder / "small-disk"
    mount.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount], capture_output=True, text=True)
    if done.returncode != 0:
        raise calls.Missing(f"a small disk cannot be mounted here ({done.stderr.strip()})")
    try:
        said = 0
        for lang, filler in (("en", 2_750_000), ("id", 2_900_000), ("en", 2_960_000), ("id", 3_000_000)):
            ledger = desk.copy(base, mount / "ledger")
            space = shutil.disk_usage(mount).free
            with open(mount / "filler", "wb") as file:
                file.write(bytes(max(0, min(space - 8192, filler - (3 << 20) + space))))
            run = small.run(mount, lang=lang)
            if run.status == 4:
                messages.check(run, lang, ("ledger.sqlite", "vault.sqlite", "head", "keys"))
                said += "penuh" in run.message or "full" in run.message
            elif run.status != 0:
                raise Broken(f"on a full disk: {run}")
            (mount / "filler").unlink()
            must_go_on(small, ledger, run.out if lang == "en" else "")
            shutil.rmtree(ledger)
        if not said:
            raise Broken("the disk never was full: nothing is proven")
    finally:
        subprocess.run(["umount", mount], check=True)


def read_only_disk(desk, base, small):
    """A disk that can only be read, with a ledger that was closed, and with one whose writer was killed."""
    mount = desk.folder / "read-only-disk"
    mount.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", mount], capture_output=True, text=True)
    if done.returncode != 0:
        raise calls.Missing(f"a disk cannot be mounted here ({done.stderr.strip()})")
    try:
        desk.copy(base, mount / "closed/ledger")
        library = calls.build(desk.folder)
        desk.copy(base, mount / "killed/ledger")
        counted = desk.folder / "killed-calls"
        small.run(mount / "killed", environment=calls.environment(library, mount / "killed/ledger", counted))
        number = [n for n, c in enumerate(calls.numbered(calls.read_log(counted))) if c.kind == "rename"][-1]
        desk.copy(base, mount / "killed/ledger")
        small.run(mount / "killed", environment=calls.environment(library, mount / "killed/ledger", None, number, "AFTER"))
        if not (mount / "killed/ledger/ledger.sqlite-wal").exists():
            raise Broken("the writer was not killed where it should be")
        subprocess.run(["mount", "-o", "remount,ro", mount], check=True)
        for name in ("closed", "killed"):
            for lang in ("en", "id"):
                ledger = mount / name / "ledger"
                run = desk.run("verify", ledger, lang=lang)
                if run.status != 0 and name == "closed":
                    raise Broken(f"a ledger on a disk that can only be read must verify: {run}")
                if run.status != 0:
                    messages.check(run, lang, ("ledger.sqlite",))
                run = small.run(mount / name, lang=lang)
                messages.check(run, lang, (str(ledger),))
                if run.status != 4:
                    raise Broken(f"expected exit status 4: {run}")
        subprocess.run(["mount", "-o", "remount,rw", mount], check=True)
        for name in ("closed", "killed"):
            must_go_on(small, mount / name / "ledger")
    finally:
        subprocess.run(["umount", mount], check=True)


def locked(desk, base, small):
    """Somebody else holds the lock: the writer says so, readers do not mind."""
    import fcntl
    ledger = desk.copy(base, desk.folder / "locked/ledger")
    for lang in ("en", "id"):
        with open(ledger / "lock", "a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            run = small.run(desk.folder / "locked", lang=lang)
            if run.status != 4:
                raise Broken(f"expected exit status 4: {run}")
            messages.check(run, lang, ("lock",))
            if desk.verify(ledger):
                raise Broken("a reader minds the lock")
    must_go_on(small, ledger)


def start(desk, arguments):
    return subprocess.Popen([desk.program, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env=desk.environment())


def two_writers(desk, base, small):
    """Two imports at once; and two whose lock does not work, as on two machines that share a directory."""
    for broken_lock in (False, True):
        for attempt in range(4):
            folder = desk.folder / f"two-{broken_lock}-{attempt}"
            ledger = desk.copy(base, folder / "ledger")
            first = start(desk, small.reference.arguments(ledger))
            if broken_lock:
                time.sleep(0.02 * attempt)
                (ledger / "lock").unlink(missing_ok=True)
            second = start(desk, small.reference.arguments(ledger))
            while first.poll() is None or second.poll() is None:
                finding = desk.verify(ledger) if not broken_lock else None
                if finding:
                    raise Broken(f"a reader beside a writer finds {finding}")
                time.sleep(0.01)
            runs = [(p.returncode, *p.communicate()) for p in (first, second)]
            for status, _, err in runs:
                if status not in (0, 3, 4) or "Fatal" in err:
                    raise Broken(f"one of two writers ended with {status}: {err[-800:]}")
            if not broken_lock and 0 not in [status for status, *_ in runs]:
                raise Broken(f"neither of two writers got through: {runs}")
            must_go_on(small, ledger, runs[0][1] + runs[1][1])
            shutil.rmtree(folder)


def clock(desk, base, small):
    """A clock that jumps back, to 1970, to 2100, and far forward and back again, under a ledger for production."""
    library = calls.build(desk.folder, CLOCK)

    def at(moment):
        return {"LD_PRELOAD": str(library), "CLOCK_AT": str(int(datetime.datetime.fromisoformat(moment).timestamp()))}

    ledger = desk.folder / "clock/ledger"
    desk.must("init", ledger, "--origin", ORIGIN, "--governor", "pembina-1=G-1", environment=at("2026-03-01T08:00:00+07:00"))

    def grant(number, moment, lang="en"):
        return desk.run("key", "grant", f"petugas-{number}", "--holder", f"P-{number}", "--role", "distributor", "--region", "18.03",
                        "--from", "2026-01-01", "--as", "pembina-1", "-L", ledger, lang=lang, environment=at(moment))

    moments = ["2026-03-02T08:00:00+07:00", "2026-03-01T20:00:00+07:00", "2000-06-01T00:00:00+00:00", "2026-03-03T08:00:00+07:00",
               "2031-01-01T00:00:00+07:00", "2026-03-04T08:00:00+07:00"]
    # Behind the last entry, and years ahead of it.
    odd = {1: "en", 2: "id", 4: "id", 5: "en"}
    for number, moment in enumerate(moments):
        lang = odd.get(number, "en")
        run = grant(number, moment, lang)
        if run.status != 0:
            raise Broken(f"with the clock at {moment}: {run}")
        warned = re.search("WARNING: the machine's clock|PERINGATAN: jam mesin", run.err) is not None
        if warned != (number in odd):
            raise Broken(f"with the clock at {moment}, warned: {warned}: {run}")
    for lang, moment in (("en", "1970-01-01T00:00:09+00:00"), ("id", "2100-01-01T00:00:00+00:00"), ("en", "1999-12-31T23:00:00+00:00")):
        run = grant(99, moment, lang)
        if run.status != 4:
            raise Broken(f"with the clock at {moment}: expected exit status 4: {run}")
        messages.check(run, lang, ("clock", "jam"))
    times = [at for at, _ in desk.events(ledger)]
    if times != sorted(times) or len(times) != 1 + len(moments):
        raise Broken(f"times go back, or entries are missing: {times}")
    if finding := desk.verify(ledger) or desk.verify_independently(ledger, desk.key(ledger)):
        raise Broken(f"verify: {finding}")


EVERY = [file_size, open_files, output_is_full, reader_goes_away, input_is_a_directory, long_path, full_disk, read_only_disk, locked,
         two_writers, clock]
