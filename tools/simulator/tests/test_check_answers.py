"""The comparison finds what is missing, what is too much, and what nothing shows."""

import csv
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from simulator.tests.samples import folder, table

TOOL = Path(__file__).resolve().parents[2] / "check-answers"
COLUMNS = ("recipient_number", "programme", "period", "region", "outlet", "right", "outcome", "code", "value", "threshold",
           "rules", "entries")


def perfect():
    return [dict(zip(COLUMNS, (r["no_peserta"], r["programme"], r["period"], "18.03.07.2004", "EW-0001", r["right"],
                               r["outcome"], r["code"], "", "", "2025.1", "12.0 57.3" if r["outcome"] == "violated" else "")))
            for r in table(folder(42) / "jawaban.csv")]


class CheckAnswers(unittest.TestCase):
    def check(self, rows, *more):
        with tempfile.TemporaryDirectory() as out:
            path = Path(out) / "violations.csv"
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS)
                writer.writeheader()
                writer.writerows(rows)
            result = subprocess.run([sys.executable, str(TOOL), str(folder(42)), str(path), *more], capture_output=True,
                                    text=True, check=False)
            return result.returncode, result.stdout

    def test_the_key_itself_is_equal(self):
        status, text = self.check(perfect())
        self.assertEqual(status, 0, text)
        self.assertTrue(text.endswith("equal\n"))

    def test_what_is_unknown_of_a_violated_right_is_of_no_account(self):
        rows = perfect()
        extra = next(dict(r) for r in rows if r["code"] == "admin.sequenceGap")
        extra.update(outcome="notAssessable", code="admin.noRules", entries="")
        self.assertEqual(self.check(rows + [extra])[0], 0)

    def test_one_reason_fewer_is_different(self):
        status, text = self.check(perfect()[1:])
        self.assertEqual(status, 1)
        self.assertIn("expected and not reported: 1\n", text)

    def test_one_reason_more_is_different(self):
        rows = perfect()
        rows.append(dict(rows[0], code="target.moved", right="S", period="2026-02"))
        status, text = self.check(rows)
        self.assertEqual(status, 1)
        self.assertIn("reported and not expected: 1\n", text)

    def test_a_violation_without_entries_is_different(self):
        rows = perfect()
        next(r for r in rows if r["outcome"] == "violated")["entries"] = ""
        status, text = self.check(rows)
        self.assertEqual(status, 1)
        self.assertIn("reported without entries: 1\n", text)

    def test_entries_that_are_no_positions_are_different(self):
        rows = perfect()
        rows[0]["entries"] = "twelve"
        self.assertEqual(self.check(rows)[0], 1)

    def test_a_reason_reported_twice_is_different(self):
        rows = perfect()
        self.assertEqual(self.check(rows + rows[:1])[0], 1)

    def test_findings_are_compared_with_what_was_measured(self):
        with tempfile.TemporaryDirectory() as out:
            path = Path(out) / "findings.csv"
            names = ("code", "subject", "period", "value", "threshold")
            lines = [",".join(r[n] for n in names) for r in table(folder(42) / "jawaban-temuan.csv")]
            other = lines[0].rsplit(",", 2)[0] + ",1,14"
            for changed, status in ((lines, 0), (lines[1:], 1), ([other] + lines[1:], 1), (lines + lines[:1], 1)):
                path.write_text("\n".join([",".join(names)] + changed) + "\n", encoding="utf-8")
                self.assertEqual(self.check(perfect(), "--findings", str(path))[0], status)

    def test_refused_rows_are_compared_by_file_row_and_column(self):
        with tempfile.TemporaryDirectory() as out:
            by_file = {}
            for r in table(folder(42) / "expected-rejects.csv"):
                by_file.setdefault(r["file"][:-4], []).append("%s;%s;%s;x;y" % (r["row"], r["line"], r["column"]))
            for name, lines in by_file.items():
                (Path(out) / (name + ".ditolak.csv")).write_text(
                    "\ufeffbaris;baris_berkas;kolom;seharusnya;ditemukan\n" + "\n".join(lines) + "\n", encoding="utf-8")
            self.assertEqual(self.check(perfect(), "--rejects", out)[0], 0)
            (Path(out) / (name + ".ditolak.csv")).unlink()
            self.assertEqual(self.check(perfect(), "--rejects", out)[0], 1)

    def test_a_file_that_cannot_be_read_is_no_comparison(self):
        result = subprocess.run([sys.executable, str(TOOL), str(folder(42)), "/nonexistent.csv"], capture_output=True,
                                text=True, check=False)
        self.assertEqual(result.returncode, 4)


if __name__ == "__main__":
    unittest.main()
