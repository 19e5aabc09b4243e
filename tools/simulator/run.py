"""From a seed to a directory: the lists, the plan, and the key."""

import argparse
import sys
from pathlib import Path

from . import days, events, refused
from .answers import Answers
from .emit import Emitter
from .groups import GROUPS, touch
from .kinds import KINDS
from .layout import SMALLEST, Layout
from .lists import STYLES, ListFile, names
from .market import Market
from .officers import Officers
from .people import Population
from .programme import SEMBAKO, VILLAGES, rules
from .verdicts import Judge


class District:
    """Everything that is decided before the first family is written."""

    def __init__(self, seed, families, periods):
        self.seed, self.families = seed, families
        self.periods = days.periods(periods)
        self.villages = VILLAGES[:max(4, min(len(VILLAGES), families // 40))]
        self.officers = Officers()
        self.officers.appoint(self.villages)
        self.market = Market(families, self.periods, self.officers, self.villages, self._owner_nik)
        self.market.harmless_conflicts()
        self.population = Population(seed, families, self.periods, self.market)
        self.layout = Layout(seed, families, self.periods, self.market)
        self.resolutions = self.layout.resolutions(self.build)
        self.as_of = days.at(days.end_of_month_after(self.periods[-1]), 23, 59) + 59

    @staticmethod
    def _owner_nik(n):
        return "180302%02d%02d%02d%04d" % (1 + n % 28, 1 + n % 12, 60 + n // 336 % 30, 8000 + n % 1999)

    def indexes(self):
        return range(self.families + self.layout.extras)

    def build(self, index):
        """One family and all that happened to it; the same for every call."""
        plant = self.layout.plants.get(index)
        older = plant.of if plant else None
        x = self.population.clean(index, avoid=self.market.village_of(older) if older is not None else None)
        group = self.layout.groups.get(index)
        if plant:
            x.kind, x.period = plant.kind, plant.period
            kind = KINDS[plant.kind]
            if kind.extra:
                kind.apply(self.population, x, plant.period, self.population.clean(older))
            else:
                kind.apply(self.population, x, plant.period)
        elif group:
            x.kind, x.period = group.kind, group.period
            touch(self.population, x, group)
        else:
            self.population.noise(x)
        return x

    def partners(self, person):
        """Those who may share a tag: pairs are planned, all other numbers differ by construction."""
        other = self.layout.pairs.get(person.index)
        return () if other is None else (self.build(other),)

    def sound(self, count):
        """Participants of the first village of whom nothing is planted."""
        found = []
        for index in range(self.families):
            if index not in self.layout.plants and index not in self.layout.groups:
                found.append(self.population.clean(index).number)
                if len(found) == count:
                    return found
        raise ValueError("no sound families")


def write_keys(folder, officers):
    columns = names("Kunci=key Pemegang=holder Instansi=institution Peran=roles Wilayah=regions Program=programmes "
                    "Mulai=from Sampai=until")
    file = ListFile(folder, "petugas.csv", "keys", columns, STYLES["excel"], 0)
    for o in officers.list:
        file.write({"key": o.key, "holder": o.holder, "institution": o.institution, "roles": "; ".join(o.roles),
                    "regions": "; ".join(o.regions) or "-", "programmes": "; ".join(o.programmes) or "-",
                    "from": "31/10/2025", "until": "-"})
    file.close()
    return file.name


APART = ("jawaban.csv", "jawaban-temuan.csv", "expected-rejects.csv", "personal-data.txt", "asof.txt", "wilayah.csv", "rencana.csv",
         "README.md")


def clear(out):
    """Remove an earlier simulation, and nothing else. Raises FileExistsError if the directory holds anything else."""
    plan = out / "rencana.csv"
    if plan.exists():
        named = [row.split(",")[1] for row in plan.read_text(encoding="utf-8").splitlines()[1:]]
        for name in named + [n for n in APART if n != "README.md"]:
            if Path(name).name == name:
                (out / name).unlink(missing_ok=True)
    others = sorted(p.name for p in out.iterdir() if p.name not in APART)
    if others:
        raise FileExistsError("%s holds other files: %s" % (out, ", ".join(others[:5])))


def simulate(out, families=2000, seed=42, periods=3):
    """Write the district into the directory `out`. Returns a summary: counts by name."""
    out.mkdir(parents=True, exist_ok=True)
    clear(out)
    district = District(seed, families, periods)
    market = district.market
    personal = []
    shared = next(i for i, p in district.layout.plants.items() if p.kind == "duplikat-nik")
    pending = refused.rows(district.periods, district.villages, district.sound(3), personal, district.build(shared).nik)
    emitter = Emitter(out, seed, district.periods, district.villages, pending)
    emitter.market = market
    keys = write_keys(out, district.officers)
    emitter.event("00-persiapan-pembina", "pembina-1", events.institutions(district.villages), events.OPENED + 3600)
    emitter.event("00-persiapan-program", "manajer-program", events.programme(district.periods),
                  days.at(days.day(2025, 11, 3), 9))
    emitter.event("aturan-2", "manajer-program", events.second_rules(district.periods))
    emitter.event("duplikat", "registrar-kec", events.resolutions(district.resolutions))

    windows = {(SEMBAKO, p.code): (p.from_, p.until, p.deliver_by) for p in district.periods}
    judge = Judge(rules(district.periods), windows, market, district.officers.holders, emitter.recorded,
                  district.resolutions, district.partners, district.as_of // 86400)
    answers = Answers(out, judge, market, district.periods)
    with open(out / "personal-data.txt", "w", encoding="utf-8") as private:
        for s in list(market.suppliers.values()) + list(market.outlets.values()):
            private.write(s.owner_nik + "\n")
        private.write("\n".join(personal) + "\n")
        for index in district.indexes():
            x = district.build(index)
            emitter.person(x)
            answers.person(x)
            private.write("\n".join(v for v in (x.nik, x.kk, x.name, x.address, x.phone, x.sensitive) if v) + "\n")
    answers.deliver()
    for p in district.periods:
        allocated, disbursed = answers.money(p, surplus=p is district.periods[1])
        emitter.money_flow(p, allocated, disbursed)
    emitter.all_of_market(market, district.periods)
    plan = emitter.finish(keys)
    left = sum(len(v) for v in emitter.pending.values())
    if left:
        raise AssertionError("%d rows to be refused found no place" % left)
    _write_refused(out, emitter.refused)
    (out / "asof.txt").write_text(days.iso_instant(district.as_of) + "\n", encoding="utf-8")
    _write_regions(out)
    summary = answers.finish(district.as_of // 86400, plan[-1][0])
    summary.update(people=len(district.indexes()), files=len(plan), refused=len(emitter.refused),
                   rows=sum(f.rows for f in emitter.files.values()))
    return summary


def _write_regions(out):
    """The names that reports give to region codes, as the ministry's list has them."""
    above = [("18", "Lampung"), ("18.03", "Kabupaten Lampung Utara"), ("18.03.07", "Abung Selatan")]
    rows = above + [("18.03.07." + code, name) for code, name in VILLAGES]
    (out / "wilayah.csv").write_text("kode,nama\n" + "".join("%s,%s\n" % row for row in rows), encoding="utf-8")


def _write_refused(out, rows):
    with open(out / "expected-rejects.csv", "w", encoding="utf-8", newline="") as file:
        file.write("file,row,line,list,column,reason\n")
        for name, row, line, column, reason, kind in sorted(rows):
            file.write("%s,%d,%d,%s,%s,%s\n" % (name, row, line, kind, column, reason))


def main(arguments=None):
    parser = argparse.ArgumentParser(
        prog="simulate", description="Write a seeded district: messy lists, a plan, and the key that says what must be found.")
    parser.add_argument("out", type=Path, metavar="OUT", help="directory to write into")
    parser.add_argument("--families", type=int, default=2000, help="at least %d (default 2000)" % SMALLEST)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--periods", type=int, default=3, choices=range(2, 7), help="months from January 2026 on (default 3)")
    parser.add_argument("--kinds", action="store_true", help="say what is planted and stop")
    options = parser.parse_args(arguments)
    if options.kinds:
        for name, kind in KINDS.items():
            print("%-28s %-50s %s" % (name, " ".join(kind.codes + kind.findings) or "-", kind.text))
        for name, kind in GROUPS.items():
            print("%-28s %-50s %s" % (name, " ".join(kind.codes + kind.findings) or "-", kind.text))
        return 0
    if not SMALLEST <= options.families <= 1_000_000:
        parser.error("--families must be from %d to 1000000" % SMALLEST)
    try:
        summary = simulate(options.out, options.families, options.seed, options.periods)
    except OSError as problem:
        print("simulate: %s" % problem, file=sys.stderr)
        return 4
    for name, count in summary.items():
        print("%s %s" % (name, count))
    return 0


if __name__ == "__main__":
    sys.exit(main())
