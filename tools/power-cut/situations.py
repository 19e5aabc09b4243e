"""Files that are missing, foreign or damaged, in a table: what each command then says, in both languages, with which exit status, and
that nothing is lost by asking."""

import os
import shutil
import sqlite3
import stat
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import messages
from desk import ORIGIN, Broken

LOG_KEY = "keys/" + ORIGIN.replace("/", "=") + ".key"
OFFICER_KEY = "keys/" + ORIGIN.replace("/", "=") + "=registrar-2005.key"


@dataclass(frozen=True)
class Try:
    """A command with the exit statuses that are right, and words of which its message must hold one, in either language."""

    command: str
    statuses: tuple
    words: tuple = ()


@dataclass(frozen=True)
class Situation:
    """Something is done to a ledger; then commands are tried."""

    name: str
    harm: Callable
    tries: tuple


class Bench:
    """Ledgers to harm, and the commands by their names."""

    def __init__(self, desk, small_import, filled):
        self.desk, self.small, self.filled = desk, small_import, filled
        self.other = desk.folder / "other"
        if not self.other.exists():
            desk.create(self.other)

    def arguments(self, command, ledger):
        return {
            "verify": ["verify", ledger],
            "import": ["import", "--plan", self.small.plan, "-L", ledger],
            "report": ["report", "-L", ledger, "--as-of", "2026-01-01T00:00:00+07:00"],
            "export": ["export", ledger.parent / "published", "-L", ledger],
            "disclose": ["disclose", "SBK-2005-00001", "--purpose", "audit", "--as", "auditor-1", "-L", ledger],
            "init": self.desk_init(ledger),
            "key make": ["key", "make", "petugas-99", "-L", ledger],
            "published": ["verify", ledger.parent / "published", "--key", self.desk.key(self.filled)],
        }[command]

    @staticmethod
    def desk_init(ledger):
        return ["init", ledger, "--origin", ORIGIN, "--governor", "pembina-1=G-1", "--governor", "pembina-2=G-2", "--exercise",
                "--clock", "2025-11-01T08:00:00+07:00", "--title", "Exercise"]


def replaced(name, make):
    """Puts something else in the place of a file."""
    def harm(ledger, bench):
        path = ledger / name
        path.unlink()
        make(path, bench)
    return harm


def directory(path, bench):
    path.mkdir()
    (path / "inside").write_text("kept")


def pipe(path, bench):
    os.mkfifo(path)


def text(path, bench):
    path.write_text("Daftar belanja: beras, telur, minyak.\n" * 40)


def database(path, bench):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE shopping(item TEXT)")


def full(path, bench):
    path.symlink_to("/dev/full")


def dangling(path, bench):
    path.symlink_to("nowhere")


FOREIGN = {
    "nothing": lambda path, bench: None, "an empty file": lambda path, bench: path.write_bytes(b""), "a text": text,
    "another database": database, "a directory": directory, "a pipe": pipe, "the device /dev/full": full, "a link to nowhere": dangling,
}


def expectations():
    """For each file: what is tried, where another thing stands in its place."""
    database = ("ledger.sqlite",)
    yield "ledger.sqlite", lambda kind: (Try("verify", (4,), database), Try("import", (4,), database), Try("report", (4,), database),
                                         Try("init", (4,), ("complete",)))
    head = ("head",)
    # Without a head the newest checkpoint of the database counts for readers (SPEC 12), and nothing may be added.
    contents = ("an empty file", "a text", "another database")
    yield "head", lambda kind: (Try("verify", (1,) if kind in contents else (0,)), Try("import", (4,), head))
    vault = ("vault.sqlite",)
    yield "vault.sqlite", lambda kind: (Try("import", (4,), vault), Try("verify", (0,)), Try("report", (0,)), Try("disclose", (4,), vault))
    settings = ("amanah.yaml",)
    yield "amanah.yaml", lambda kind: (Try("import", (4,), settings), Try("verify", (4,), settings), Try("report", (4,), settings))
    keyring = ("keyring",)
    yield "keys/keyring", lambda kind: (Try("import", (4,), keyring), Try("key make", (4,), keyring), Try("verify", (0,)))
    yield LOG_KEY, lambda kind: (Try("import", (4,), (ORIGIN, LOG_KEY)), Try("verify", (0,)))
    # The officer's rows are refused, the ledger goes on.
    yield OFFICER_KEY, lambda kind: (Try("import", (3, 4), ("registrar-2005",)), Try("verify", (0,)))


def foreign_files():
    for name, tries in expectations():
        for kind, make in FOREIGN.items():
            yield Situation(f"{kind} in the place of {name}", replaced(name, make), tries(kind))


def write(name, content):
    def harm(ledger, bench):
        data = content(ledger, bench)
        (ledger / name).write_bytes(data)
    return harm


def copied(name, source):
    return write(name, lambda ledger, bench: (source(bench) / name).read_bytes())


def longer(bench):
    """The same ledger, gone on."""
    path = bench.desk.folder / "longer"
    if not path.exists():
        bench.desk.copy(bench.filled, path)
        bench.small.reference.run_import(path)
    return path


def base(bench):
    return bench.desk.folder / "base"


def other(bench):
    return bench.other


def heads_and_backups():
    newer = ("newer", "lebih baru")
    yield Situation("a head that is newer than the database", copied("head", longer), (Try("import", (4,), newer), Try("verify", (1,), ("FINDING",))))
    yield Situation("a database that is an older copy", copied("ledger.sqlite", base), (Try("import", (4,), newer), Try("verify", (1,), ("FINDING",))))
    yield Situation("a head that is an older copy", copied("head", base),
                    (Try("import", (4,), ("older", "lebih lama")), Try("verify", (1,), ("entry.beyondCheckpoint",))))
    yield Situation("a head of another ledger", copied("head", other),
                    (Try("import", (4,), ("head",)), Try("verify", (1,), ("checkpoint.",))))
    yield Situation("a head that is cut in half", write("head", lambda l, b: (l / "head").read_bytes()[:90]),
                    (Try("import", (4,), ("head",)), Try("verify", (1,), ("checkpoint.",))))
    yield Situation("a database of another ledger", copied("ledger.sqlite", other), (Try("import", (4,), ("head",)), Try("verify", (1,), ("FINDING",))))
    yield Situation("a vault of another ledger", copied("vault.sqlite", other),
                    (Try("import", (4,), ("vault.sqlite",)), Try("verify", (0,))))
    yield Situation("a vault that is older than the ledger", copied("vault.sqlite", base), (Try("disclose", (4,), ("vault.sqlite",)), Try("verify", (0,))))
    yield Situation("a log key of another keyring", copied(LOG_KEY, other), (Try("import", (4,), (ORIGIN,)), Try("verify", (0,))))
    yield Situation("settings of another ledger", copied("amanah.yaml", other),
                    (Try("import", (4,), (ORIGIN, "keys")), Try("verify", (1,), ("FINDING",))))
    yield Situation("a keyring of another ledger", copied("keys/keyring", other), (Try("import", (4,), ("key",)), Try("verify", (0,))))


def unwritable(ledger, bench):
    for path in [ledger, *ledger.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def unreadable(name):
    def harm(ledger, bench):
        (ledger / name).chmod(0)
    return harm


def permissions():
    """For an ordinary user: root may do everything."""
    place = ("ledger",)
    yield Situation("a directory that can only be read", unwritable, (Try("verify", (0,)), Try("report", (0,)), Try("import", (4,), place)))
    for name in ("ledger.sqlite", "head", "amanah.yaml"):
        yield Situation(f"{name} that cannot be read", unreadable(name), (Try("verify", (4,), (name,)), Try("import", (4,), (name,))))
    for name in ("vault.sqlite", "keys/keyring", LOG_KEY):
        yield Situation(f"{name} that cannot be read", unreadable(name),
                        (Try("import", (4,), (Path(name).name, ORIGIN)), Try("verify", (0,))))
    yield Situation("keys that everybody may read", lambda ledger, bench: (ledger / "keys/keyring").chmod(0o644),
                    (Try("verify", (0,)),))


# The application identifiers of ledgers and vaults, where SQLite keeps them.
OURS = (b"Amnh", b"AmVa")


def rows(database):
    """All rows of a database of ours, read from a copy; its bytes where it cannot be read."""
    with tempfile.TemporaryDirectory() as space:
        copy = Path(space) / "copy"
        for suffix in ("", "-wal"):
            source = database.with_name(database.name + suffix)
            if source.exists():
                shutil.copy(source, f"{copy}{suffix}")
        try:
            with closing(sqlite3.connect(copy)) as connection:
                tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
                return [(table, connection.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]
        except sqlite3.Error:
            return database.read_bytes()


def snapshot(ledger):
    """Everything in a ledger but what SQLite makes beside its files."""
    found = {}
    for path in sorted(ledger.rglob("*")):
        if path.name.endswith(("-wal", "-shm", ".new", ".amanah-new")):
            continue
        kind = stat.S_IFMT(path.lstat().st_mode)
        content = os.readlink(path) if kind == stat.S_IFLNK else path.read_bytes() if kind == stat.S_IFREG else None
        if kind == stat.S_IFREG and content[68:72] in OURS:
            # Opening a database for writing counts in its header; what matters are its rows.
            content = rows(path)
        found[str(path.relative_to(ledger))] = (kind, content)
    return found


def restore(ledger, source):
    """Puts the right files back, as somebody with a backup does."""
    for path in [ledger, *ledger.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    for path in sorted(source.rglob("*")):
        target = ledger / path.relative_to(source)
        if path.is_dir():
            target.mkdir(exist_ok=True)
            continue
        if target.is_symlink() or target.exists() and not target.is_file():
            shutil.rmtree(target) if target.is_dir() and not target.is_symlink() else target.unlink()
        shutil.copy2(path, target)


def judge(bench, situation, lang, number, user=None):
    """Tries the commands of one situation; raises `Broken`."""
    desk = bench.desk
    folder = desk.folder / f"situation-{number}-{lang}"
    ledger = desk.copy(bench.filled, folder / "ledger")
    options = {}
    if user is not None:
        for path in [folder, ledger, *ledger.rglob("*")]:
            os.chown(path, user, user)
        options = {"user": user, "group": user, "extra_groups": []}
    situation.harm(ledger, bench)
    try:
        for attempt in situation.tries:
            before = snapshot(ledger)
            run = desk.run(*bench.arguments(attempt.command, ledger), lang=lang, timeout=300, **options)
            messages.no_crash(run)
            if run.status not in attempt.statuses:
                raise Broken(f"{attempt.command}: expected exit status {attempt.statuses}: {run}")
            if run.status == 4 or run.status == 1:
                messages.check(run, lang, attempt.words)
            elif run.status == 3 and attempt.words and not any(word in run.err for word in attempt.words):
                raise Broken(f"{attempt.command}: the message names none of {attempt.words}: {run}")
            if run.status != 3 and attempt.command != "disclose" and snapshot(ledger) != before:
                changed = [k for k in before.keys() | snapshot(ledger).keys() if before.get(k) != snapshot(ledger).get(k)]
                raise Broken(f"{attempt.command} changed {changed}, though it ended with {run.status}: {run}")
        restore(ledger, bench.filled)
        if finding := desk.verify(ledger, "--remember", bench.filled / "head"):
            raise Broken(f"after everything was put back: {finding}")
        again = bench.small.reference
        run = again.run_import(ledger)
        if run.status != again.status or desk.verify(ledger):
            raise Broken(f"after everything was put back, the ledger does not go on: {run}")
    except Broken as problem:
        raise Broken(f"{situation.name} (--lang {lang}): {problem}") from None
    shutil.rmtree(folder)


def run(bench, say, every=1, seed=0, jobs=2):
    """Every situation in both languages; with `every`, each in one of them."""
    situations = [(s, None) for s in [*foreign_files(), *heads_and_backups()]]
    ordinary = 65534 if os.geteuid() == 0 else None
    situations += [(s, ordinary) for s in permissions()]
    tasks = [(number, s, user, lang) for number, (s, user) in enumerate(situations) for place, lang in enumerate(("en", "id"))
             if every == 1 or (number + seed) % 2 == place]
    say(f"{len(situations)} situations of missing, foreign, damaged and forbidden files, {len(tasks)} times judged"
        + (", each in one language" if every > 1 else ", each in both languages"))
    longer(bench)
    problems = []

    def one(task):
        number, situation, user, lang = task
        judge(bench, situation, lang, number, user)

    with ThreadPoolExecutor(jobs) as pool:
        for waiting in [pool.submit(one, task) for task in tasks]:
            try:
                waiting.result()
            except Broken as problem:
                problems.append(str(problem))
    if problems:
        raise Broken(f"{len(problems)} of {len(tasks)} situations are not told or survived as they must be:\n" + "\n\n".join(problems[:40]))
    return {"situations": len(situations), "judged": len(tasks)}
