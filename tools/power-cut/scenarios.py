"""What is cut short, and what must hold when the same command is given again."""

import csv
import json
from pathlib import Path

from audit import UNSIGNED, ImportAudit
from desk import ORIGIN, SAMPLE, Broken


class Scenario:
    """A command on a ledger of its own. `prepare` makes the folder, `arguments` the command, `judge` gives it again and audits.

    `printed` is what the cut run had said on standard output; `status` its exit status, negative for a signal.
    """

    name = ""
    needs_ledger = True

    def __init__(self, desk, base):
        self.desk, self.base = desk, base

    def prepare(self, folder):
        self.desk.copy(self.base, folder / "ledger")
        return folder

    def root(self, folder):
        """Where the command writes."""
        return folder / "ledger"

    def arguments(self, folder):
        raise NotImplementedError

    def judge(self, folder, printed, status):
        raise NotImplementedError

    def run(self, folder, **more):
        return self.desk.run(*self.arguments(folder), **more)

    def again(self, folder, expect=(0,)):
        return self.desk.must(*self.arguments(folder), expect=expect)

    def audit(self, ledger):
        if finding := self.desk.verify(ledger, "--remember", self.base / "head"):
            raise Broken(f"verify: {finding}")
        names = [name for _, name in self.desk.events(ledger)]
        if len(set(names)) != len(names):
            raise Broken("events are in the ledger twice")

    def still_verifies(self, ledger):
        finding = self.desk.verify(ledger)
        if finding and finding[0] != UNSIGNED:
            raise Broken(f"verify after the cut: {finding}")


class SmallImport(Scenario):
    """Two short lists, one with personal data, so that database, head and vault are written."""

    name = "import"

    def __init__(self, desk, base, lists=(("registrations", "bnba-2005.csv", "registrar-2005", "2025-11-10T13:00:00+07:00", 6),
                                          ("registrations", "bnba-2006.csv", "registrar-2006", "2025-11-11T10:00:00+07:00", 4))):
        super().__init__(desk, base)
        folder = desk.folder / "small"
        folder.mkdir(exist_ok=True)
        self.plan = folder / "rencana.csv"
        with open(self.plan, "w", newline="") as file:
            plan = csv.writer(file)
            plan.writerow(["daftar", "berkas", "petugas", "waktu_catat"])
            for kind, name, signer, time, rows in lists:
                plan.writerow([kind, name, signer, time])
                lines = (SAMPLE / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
                (folder / name).write_text("".join(lines[:rows + 1]))
        self.reference = ImportAudit(desk, base, self.plan)
        if self.reference.status != 0:
            raise Broken("the short lists must import without refusals")

    def arguments(self, folder):
        return self.reference.arguments(folder / "ledger")

    def judge(self, folder, printed, status):
        if status == 0 and len(self.desk.events(folder / "ledger")) != len(self.reference.names):
            raise Broken("exit status 0, but not everything is recorded")
        self.reference.judge(folder / "ledger", printed, heads=[self.base / "head"])


class Init(Scenario):
    name = "init"

    def prepare(self, folder):
        folder.mkdir(parents=True)
        return folder

    def root(self, folder):
        return folder

    def arguments(self, folder):
        return ["init", folder / "ledger", "--origin", ORIGIN, "--governor", "pembina-1=G-1", "--governor", "pembina-2=G-2",
                "--exercise", "--clock", "2025-11-01T08:00:00+07:00", "--title", "Exercise"]

    def judge(self, folder, printed, status):
        ledger = folder / "ledger"
        again = self.again(folder, expect=(0, 4))
        if again.status == 4 and ("created" in printed or (ledger / "amanah.yaml").exists()) and "complete" in again.message:
            again.status = 0  # The first run had finished, and the second says so.
        if again.status != 0:
            raise Broken(f"init again does not finish what was begun: {again}")
        if finding := self.desk.verify(ledger):
            raise Broken(f"verify: {finding}")
        if len(self.desk.events(ledger)) != 1 or self.desk.head_size(ledger) != 1:
            raise Broken("the ledger does not begin with one opening")
        self.desk.must("key", "grant", "petugas-1", "--holder", "P-1", "--role", "registrar", "--region", "18.03", "--from",
                       "2025-11-01", "--as", "pembina-2", "-L", ledger)


class Grant(Scenario):
    name = "key grant"

    def arguments(self, folder):
        return ["key", "grant", "petugas-9", "--holder", "P-9", "--role", "distributor", "--region", "18.03.07", "--from", "2025-11-02",
                "--as", "pembina-1", "-L", folder / "ledger"]

    def judge(self, folder, printed, status):
        ledger = folder / "ledger"
        before = len(self.desk.events(ledger))
        self.still_verifies(ledger)
        granted = before > len(self.desk.events(self.base))
        if "1 recorded" in printed and not granted:
            raise Broken("an acknowledged grant is not in the ledger")
        self.again(folder)
        self.audit(ledger)
        if len(self.desk.events(ledger)) != len(self.desk.events(self.base)) + 1:
            raise Broken("the key is not granted exactly once")
        if f"{ORIGIN}/petugas-9+" not in self.desk.must("key", "list", "-L", ledger).out:
            raise Broken("the key is granted, but not in the keyring")


class Record(Scenario):
    name = "record"
    line = json.dumps({"type": "programme.declared", "at": "2025-11-03T09:00:00+07:00",
                       "data": {"programme": "LATIHAN", "name": "Latihan", "kind": "food", "region": "18.03"}})

    def prepare(self, folder):
        super().prepare(folder)
        (folder / "event.jsonl").write_text(self.line + "\n")
        return folder

    def arguments(self, folder):
        return ["record", folder / "event.jsonl", "--as", "manajer-program", "--clock", "2025-11-03T09:00:00+07:00", "-L",
                folder / "ledger"]

    def judge(self, folder, printed, status):
        ledger = folder / "ledger"
        self.still_verifies(ledger)
        if "1 recorded" in printed and len(self.desk.events(ledger)) != len(self.desk.events(self.base)) + 1:
            raise Broken("an acknowledged event is not in the ledger")
        self.again(folder)
        self.audit(ledger)
        if len(self.desk.events(ledger)) != len(self.desk.events(self.base)) + 1:
            raise Broken("the event is not recorded exactly once")


class Attest(Scenario):
    name = "attest"

    def arguments(self, folder):
        return ["attest", "--as", "auditor-1", "--as-of", "2025-12-01T00:00:00+07:00", "-L", folder / "ledger"]

    def judge(self, folder, printed, status):
        ledger = folder / "ledger"
        self.still_verifies(ledger)
        if "State at" in printed and len(self.desk.events(ledger)) != len(self.desk.events(self.base)) + 1:
            raise Broken("an acknowledged attestation is not in the ledger")
        self.again(folder)
        self.audit(ledger)


class WithRegister(Scenario):
    """Begins from a ledger that has recipients."""

    def __init__(self, desk, base):
        filled = desk.folder / "filled"
        if not filled.exists():
            desk.copy(base, filled)
            desk.must("import", "registrations", SAMPLE / "bnba-2005.csv", "--as", "registrar-2005", "--clock",
                      "2025-11-10T13:00:00+07:00", "-L", filled)
        super().__init__(desk, filled)
        with open(SAMPLE / "bnba-2005.csv", newline="", encoding="utf-8-sig") as file:
            text = file.read()
        row = next(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))
        self.number = next(value for key, value in row.items() if key.lower().replace(" ", "_") in
                           ("no_peserta", "nomor_peserta", "id_peserta", "no._peserta"))


class Erase(WithRegister):
    name = "erase"

    def arguments(self, folder):
        return ["erase", self.number, "--basis", "subjectRequest", "--as", "operator-1", "-L", folder / "ledger"]

    def wrapped(self, ledger):
        return dict(self.desk.query(Path(ledger) / "vault.sqlite", "SELECT subject, wrapped FROM subjects"))

    def judge(self, folder, printed, status):
        ledger = folder / "ledger"
        before = self.wrapped(self.base)
        self.still_verifies(ledger)
        left = self.wrapped(ledger)
        if "destroyed" in printed and len(left) != len(before) - 1:
            raise Broken("an acknowledged erasure did not happen")
        announced = len(self.desk.events(ledger)) > len(self.desk.events(self.base))
        if len(left) < len(before) and not announced:
            raise Broken("a key was destroyed that the ledger does not know to be erased")
        self.again(folder)
        self.audit(ledger)
        left = self.wrapped(ledger)
        gone = [wrapped for subject, wrapped in before.items() if subject not in left]
        if len(gone) != 1:
            raise Broken(f"{len(gone)} keys are gone, not one")
        for path in Path(ledger).iterdir():
            if path.is_file() and gone[0] in path.read_bytes():
                raise Broken(f"the bytes of the destroyed key are still in {path.name}")
        if len(self.desk.events(ledger)) != len(self.desk.events(self.base)) + 1:
            raise Broken("the erasure is not announced exactly once")


class Export(WithRegister):
    """Publishes into a folder that holds an earlier size, as a web server would."""

    name = "export"

    def prepare(self, folder):
        super().prepare(folder)
        published = self.desk.folder / "published"
        if not published.exists():
            self.desk.must("export", published, "-L", self.desk.folder / "base")
        self.desk.copy(published, folder / "ledger/published")
        return folder

    def arguments(self, folder):
        return ["export", folder / "ledger/published", "-L", folder / "ledger"]

    def judge(self, folder, printed, status):
        ledger, published = folder / "ledger", folder / "ledger/published"
        key = self.desk.key(ledger)
        finding = self.desk.verify(published, key=key)
        if finding and finding[0] != UNSIGNED:
            raise Broken(f"what is published does not verify after the cut: {finding}")
        if "files written" in printed and (published / "checkpoint").read_bytes() != (ledger / "head").read_bytes():
            raise Broken("an acknowledged publication is not there")
        self.again(folder)
        if finding := self.desk.verify(published, "--remember", ledger / "head", key=key):
            raise Broken(f"what is published does not verify: {finding}")


class Keep(WithRegister):
    """An auditor's own checkpoint, replaced by a newer one after a verification."""

    name = "verify --keep"

    def prepare(self, folder):
        super().prepare(folder)
        (folder / "ledger/kept").write_bytes((self.desk.folder / "base/head").read_bytes())
        return folder

    def arguments(self, folder):
        kept = folder / "ledger/kept"
        return ["verify", folder / "ledger", "--remember", kept, "--keep", kept]

    def judge(self, folder, printed, status):
        kept = (folder / "ledger/kept").read_bytes()
        if kept not in ((self.desk.folder / "base/head").read_bytes(), (self.base / "head").read_bytes()):
            raise Broken(f"the auditor's checkpoint is neither the old nor the new one, but {len(kept)} bytes")
        self.again(folder)
        if (folder / "ledger/kept").read_bytes() != (self.base / "head").read_bytes():
            raise Broken("the auditor's checkpoint was not renewed")


EVERY = [SmallImport, Init, Grant, Record, Attest, Erase, Export, Keep]
