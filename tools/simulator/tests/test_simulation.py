"""What the simulator promises: the same district for the same seed, a plan that can be read, every irregularity planted."""

import filecmp
import re
import tempfile
import unittest
from pathlib import Path

from simulator.groups import GROUPS
from simulator.kinds import KINDS
from simulator.programme import AMOUNT, BASKETS, GOODS, USUAL, worth
from simulator.run import simulate
from simulator.tests.samples import SEEDS, district, folder, plan, table

SPEC = Path(__file__).resolve().parents[3] / "SPEC.md"


class Simulation(unittest.TestCase):
    def test_the_same_seed_makes_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as other:
            simulate(Path(other), 200, 42, 3)
            names = sorted(p.name for p in folder(42).iterdir())
            self.assertEqual(names, sorted(p.name for p in Path(other).iterdir()))
            equal, different, failed = filecmp.cmpfiles(folder(42), other, names, shallow=False)
            self.assertEqual((different, failed), ([], []))
            self.assertEqual(len(equal), len(names))

    def test_an_earlier_simulation_is_replaced_and_other_files_are_left_alone(self):
        with tempfile.TemporaryDirectory() as out:
            out = Path(out)
            simulate(out, 200, 7, 3)
            simulate(out, 200, 42, 3)
            self.assertEqual(sorted(p.name for p in out.iterdir()), sorted(p.name for p in folder(42).iterdir()))
            (out / "surat.txt").write_text("x", encoding="utf-8")
            with self.assertRaises(FileExistsError):
                simulate(out, 200, 42, 3)
            self.assertTrue((out / "surat.txt").exists())

    def test_another_seed_makes_another_district(self):
        self.assertNotEqual((folder(42) / "jawaban.csv").read_bytes(), (folder(7) / "jawaban.csv").read_bytes())

    def test_the_clock_of_the_plan_never_goes_back_and_stops_before_the_judgement(self):
        for seed in SEEDS:
            times = [row["waktu_catat"] for row in plan(seed)]
            self.assertEqual(times, sorted(times))
            self.assertGreater(times[0], "2025-11-01T08:00:00+07:00")
            self.assertLess(times[-1], (folder(seed) / "asof.txt").read_text().strip())

    def test_the_plan_names_every_list_once_and_nothing_else(self):
        apart = {"rencana.csv", "jawaban.csv", "jawaban-temuan.csv", "expected-rejects.csv", "personal-data.txt", "asof.txt", "wilayah.csv"}
        for seed in SEEDS:
            named = [row["berkas"] for row in plan(seed)]
            self.assertEqual(len(named), len(set(named)))
            self.assertEqual(set(named), {p.name for p in folder(seed).iterdir()} - apart)

    def test_the_recorded_instant_lies_behind_every_instant_that_a_list_tells(self):
        from simulator.tests import reader
        for row in plan(42):
            if row["berkas"].endswith(".jsonl") or row["daftar"] in ("keys", "procurements"):
                continue
            recorded = row["waktu_catat"][:19].replace("T", " ")
            refused = {int(r["line"]) for r in table(folder(42) / "expected-rejects.csv") if r["file"] == row["berkas"]}
            for line, cells in reader.rows(folder(42) / row["berkas"]):
                if line not in refused:
                    told = cells.get("tanggal") or cells.get("diterima")
                    self.assertLessEqual(str(reader.instant(told, cells.get("jam"))), recorded, (row["berkas"], line))

    def test_every_kind_is_planted_at_every_seed(self):
        for seed in SEEDS:
            causes = {row["cause"] for row in table(folder(seed) / "jawaban.csv")}
            findings = {c for row in table(folder(seed) / "jawaban-temuan.csv") for c in row["cause"].split()}
            for name, kind in list(KINDS.items()) + list(GROUPS.items()):
                if kind.codes:
                    self.assertIn(name, causes)
                if kind.findings:
                    self.assertIn(name, findings)

    def test_every_code_of_the_specification_appears_at_every_seed(self):
        text = SPEC.read_text(encoding="utf-8")
        codes = set(re.findall(r"^\| [✗?] `([a-z]+\.[A-Za-z]+)`", text, re.MULTILINE))
        codes |= {"sums.overDisbursed", "sums.overHandedOver", "sums.outletOverHandedOver", "complaint.answerLate",
                  "complaint.closeLate"}
        self.assertGreater(len(codes), 50)
        for seed in SEEDS:
            planted = {r["code"] for n in ("jawaban.csv", "jawaban-temuan.csv") for r in table(folder(seed) / n)}
            self.assertEqual(planted, codes)

    def test_most_units_are_sound(self):
        for seed in SEEDS:
            touched = {(r["no_peserta"], r["programme"], r["period"]) for r in table(folder(seed) / "jawaban.csv")}
            d = district(seed)
            units = sum(len(d.build(i).grants) for i in d.indexes())
            self.assertLess(len(touched) * 4, units)

    def test_the_key_has_no_row_twice(self):
        for seed in SEEDS:
            rows = [tuple(list(r.values())[:6]) for r in table(folder(seed) / "jawaban.csv")]
            self.assertEqual(len(rows), len(set(rows)))

    def test_people_without_papers_are_in_the_lists_and_not_in_the_key(self):
        for seed in SEEDS:
            d = district(seed)
            kinds = ("tanpa-identitas", "identitas-proses")
            without = {d.build(i).number for i, p in d.layout.plants.items() if p.kind in kinds}
            self.assertGreaterEqual(len(without), 2)
            self.assertFalse(without & {r["no_peserta"] for r in table(folder(seed) / "jawaban.csv")})

    def test_two_to_six_periods_are_possible(self):
        for periods in (2, 6):
            with tempfile.TemporaryDirectory() as out:
                summary = simulate(Path(out), 160, 3, periods)
                self.assertGreater(summary["units"], 150 * periods)

    def test_usual_baskets_are_worth_the_entitlement(self):
        for name in USUAL + ("noodles", "cigarettes", "maize", "two groups"):
            self.assertEqual(sum(worth(q, GOODS[c][0], GOODS[c][1]) for c, q in BASKETS[name]), AMOUNT, name)

    def test_numbers_of_people_are_unique(self):
        population = district(42).population
        for number in (population.nik, population.kk):
            numbers = {number(i) for i in range(0, 1_000_000, 97)} | {number(i) for i in range(60_000)}
            self.assertTrue(all(len(n) == 16 and n.isdigit() for n in numbers))
            self.assertEqual(len(numbers), len(set(range(0, 1_000_000, 97)) | set(range(60_000))))


if __name__ == "__main__":
    unittest.main()
