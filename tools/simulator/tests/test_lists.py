"""The lists say what the district is: read back by a reader of their own."""

import json
import re
import unittest
from collections import defaultdict
from datetime import datetime
from pathlib import Path

from simulator import days, words
from simulator.market import BUSINESS
from simulator.programme import VILLAGES
from simulator.tests import reader
from simulator.tests.samples import SEEDS, district, folder, plan, table
from simulator.tests.schema import Schemas

SCHEMAS = Schemas(Path(__file__).resolve().parents[3] / "Schemas")
ROLES = {
    "registrations": "registrar", "proposals": "registrar", "statuses": "registrar", "eligibility": "programmeManager",
    "suppliers": "procurementCommittee", "procurements": "procurementCommittee", "bids": "procurementCommittee",
    "selections": "procurementCommittee", "contracts": "procurementCommittee", "outlets": "programmeManager",
    "lots": "supplier", "inspections": "inspector", "price-surveys": "monitor", "entitlements": "programmeManager",
    "handovers": "distributor", "complaints": "complaintOfficer", "budgets": "programmeManager",
    "disbursements": "programmeManager",
}
LEVELS = {"rt": "verifierRt", "desa": "verifierDesa", "kecamatan": "verifierKecamatan", "dinas": "verifierDinas"}


def accepted(seed, kind):
    """(file, cells) of the rows of a kind that a reader must accept."""
    refused = defaultdict(set)
    for row in table(folder(seed) / "expected-rejects.csv"):
        refused[row["file"]].add(int(row["line"]))
    for row in plan(seed):
        if row["daftar"] == kind:
            for line, cells in reader.rows(folder(seed) / row["berkas"]):
                if line not in refused[row["berkas"]]:
                    yield row, cells


class Lists(unittest.TestCase):
    def test_handovers_read_back_are_those_of_the_district(self):
        for seed in SEEDS:
            told = set()
            for _, c in accepted(seed, "handovers"):
                if c["hasil"] == "berhasil":
                    items = tuple(reader.goods(c["barang"])) if c["barang"] else ()
                    kinds = tuple(re.findall(r"(\w+):[0-9a-f]{64}", c["bukti"]))
                    told.add((c["nopeserta"], c["program"], c["periode"], c["kodeoutlet"], c["petugas"], c["pengambil"],
                              str(reader.instant(c["tanggal"], c["jam"])), items, kinds, c["dikemas"],
                              reader.rupiah(c["tunai"] or "0"), reader.rupiah(c["potongan"] or "0"),
                              bool(c["suratkuasa"]), c["perintahrapel"]))
            d = district(seed)
            meant = set()
            for i in d.indexes():
                x = d.build(i)
                for h in x.handovers:
                    if h.correction is None:
                        when = datetime.strptime(days.iso_instant(h.time)[:19], "%Y-%m-%dT%H:%M:%S")
                        meant.add((x.number, h.programme, h.period, h.outlet, h.key,
                                   {"self": "sendiri", "proxy": "wakil", "heir": "ahli_waris", "official": "petugas",
                                    "other": "lainnya"}[h.collector], str(when),
                                   tuple((i.commodity, i.quantity, i.unit, i.price, i.lot) for i in h.items),
                                   tuple({"photo": "foto", "signature": "tanda_tangan"}[k] for k, _ in h.evidence),
                                   "ya" if h.packaged else "tidak", h.cash or 0, h.fee or 0, bool(h.letter), h.order))
            self.assertEqual(told, meant)

    def test_registrations_read_back_are_those_of_the_district(self):
        for seed in SEEDS:
            told = {(c["nopeserta"], re.sub(r"[ .']", "", c["nik"] or "") or None,
                     re.sub(r"[ .']", "", c["nokk"] or "") or None, c["nama"],
                     c["kodedesa"], int(c["desil"]) if c.get("desil") else None, str(reader.instant(c["tanggal"])))
                    for kind in ("registrations", "proposals") for _, c in accepted(seed, kind)}
            d = district(seed)
            meant = set()
            for i in d.indexes():
                x = d.build(i)
                when = datetime.strptime(days.iso_instant(x.registered)[:19], "%Y-%m-%dT%H:%M:%S")
                meant.add((x.number, x.nik, x.kk, x.name, x.region, x.decile, str(when)))
            self.assertEqual(told, meant)

    def test_entitlements_and_lots_read_back_are_those_of_the_district(self):
        seed = 42
        d = district(seed)
        told = {(c["nopeserta"], c["program"], c["periode"], reader.rupiah(c["nilai"]), str(reader.instant(c["tanggal"])))
                for _, c in accepted(seed, "entitlements")}
        meant = set()
        for i in d.indexes():
            x = d.build(i)
            for (programme, period), g in x.grants.items():
                when = datetime.strptime(days.iso_instant(g.at)[:19], "%Y-%m-%dT%H:%M:%S")
                meant.add((x.number, programme, period, g.amount, str(when)))
        self.assertEqual(told, meant)
        used = {lot for _, c in accepted(seed, "handovers") if c["barang"] for *_, lot in reader.goods(c["barang"]) if lot}
        delivered = {}
        for _, c in accepted(seed, "lots"):
            delivered[c["kodelot"]] = (c["nokontrak"], reader.rupiah(c["hargasatuan"]),
                                       str(reader.day(c["kedaluwarsa"]))[:10] if c["kedaluwarsa"] else None)
        self.assertEqual({lot for lot in used if "HILANG" not in lot} - delivered.keys(), set())
        for code, (contract, price, expires) in delivered.items():
            lot = d.market.lots[code]
            self.assertEqual((contract, price, expires),
                             (lot.contract, lot.price, days.iso(lot.expires) if lot.expires is not None else None))

    def test_each_row_to_be_refused_is_where_the_list_of_them_says(self):
        for seed in SEEDS:
            expected = table(folder(seed) / "expected-rejects.csv")
            self.assertGreater(len(expected), 20)
            for row in expected:
                cells = dict(reader.rows(folder(seed) / row["file"]))[int(row["line"])]
                self.assertLessEqual(int(row["row"]), int(row["line"]))
                value = cells.get({"harga": "harga"}.get(row["column"], row["column"].replace("_", "")), cells.get("price"))
                if row["reason"] == "required":
                    self.assertIsNone(value, row)
                else:
                    self.assertTrue(value, row)

    def test_whoever_is_named_is_known_before(self):
        """Participants are registered or proposed in an earlier file than any that names them; a NIK names one of them."""
        for seed in SEEDS:
            known, niks = set(), defaultdict(set)
            refused = {(r["file"], int(r["line"])) for r in table(folder(seed) / "expected-rejects.csv")}
            for row in plan(seed):
                if row["berkas"].endswith(".jsonl"):
                    text = (folder(seed) / row["berkas"]).read_text(encoding="utf-8")
                    self.assertFalse(set(re.findall(r"@no_peserta:([\w-]+)", text)) - known, row)
                    continue
                new = row["daftar"] in ("registrations", "proposals")
                for line, cells in reader.rows(folder(seed) / row["berkas"]):
                    if (row["berkas"], line) in refused:
                        continue
                    number, nik = cells.get("nopeserta"), re.sub(r"[ .']", "", cells.get("nik") or "")
                    if new:
                        self.assertNotIn(number, known)
                        if cells.get("saksi"):
                            self.assertIn(cells["saksi"], known)
                        niks[nik].add(number)
                    elif number:
                        self.assertIn(number, known, (row["berkas"], line))
                    elif nik:
                        self.assertEqual(len(niks[nik]), 1, (row["berkas"], line))
                if new:
                    known.update(number for numbers in niks.values() for number in numbers)

    def test_every_signer_holds_the_role_for_the_region(self):
        for seed in SEEDS:
            d = district(seed)
            officers = {o.key: o for o in d.officers.list}
            people = {d.build(i).number: d.build(i) for i in d.indexes()}
            by_nik = {x.nik: x for x in people.values() if x.nik}
            for kind in list(ROLES) + ["verifications", "interviews", "conflicts"]:
                for row, c in accepted(seed, kind):
                    signers = (c.get("petugas") or row["petugas"]).split("+")
                    role = LEVELS[c["tingkat"]] if kind == "verifications" else ROLES.get(kind)
                    region = c.get("kodedesa")
                    if kind == "handovers" or kind == "lots":
                        region = d.market.outlets[c["kodeoutlet"]].region
                    elif region is None and (c.get("nopeserta") or c.get("nik")):
                        nik = re.sub(r"[ .']", "", c.get("nik") or "")
                        region = (people[c["nopeserta"]] if c.get("nopeserta") else by_nik[nik]).region
                    elif kind == "inspections":
                        region = d.market.outlets[d.market.lots[c["kodelot"]].outlet].region
                    for signer in signers:
                        officer = officers[signer]
                        wanted = {role} if role else {"monitor", "auditor"} if kind == "interviews" else set(officer.roles)
                        self.assertTrue(wanted & set(officer.roles), (row["berkas"], signer))
                        self.assertTrue(not officer.regions or any(
                            region == r or region.startswith(r + ".") for r in officer.regions), (row["berkas"], signer, region))
                        programme = c.get("program")
                        self.assertTrue(not officer.programmes or not programme or programme in officer.programmes)

    def test_event_lines_fit_their_schemas(self):
        for seed in SEEDS:
            count = 0
            for row in plan(seed):
                if row["daftar"] == "events":
                    for line in (folder(seed) / row["berkas"]).read_text(encoding="utf-8").splitlines():
                        line = re.sub(r"@no_peserta:[\w-]+", lambda m: "019c45ac-84a0-7be9-8b82-%012x" % (
                            int.from_bytes(m.group().encode()[-6:], "big")), line)
                        event = json.loads(line)
                        event.setdefault("id", "019c45ac-84a0-7be9-8b82-402e5fb4845f")
                        self.assertEqual(SCHEMAS.problems(event), [], row["berkas"])
                        count += 1
            self.assertGreater(count, 20)

    def test_personal_data_names_everybody_and_nothing_public(self):
        public = " ".join(BUSINESS) + " ".join(name for _, name in VILLAGES)
        public += (folder(42) / "00-persiapan-pembina.jsonl").read_text(encoding="utf-8")
        people = {w.lower() for ws in (words.WOMEN, words.MEN, words.MIDDLE, words.LAST, words.ALLEYS) for w in ws}
        self.assertFalse(people & set(re.findall(r"[a-z]+", public.lower())))
        for seed in SEEDS:
            private = (folder(seed) / "personal-data.txt").read_text(encoding="utf-8").splitlines()
            self.assertTrue(all(len(p) >= 9 for p in private))
            d = district(seed)
            for i in d.indexes():
                x = d.build(i)
                for value in (x.nik, x.kk, x.name, x.address, x.phone):
                    self.assertTrue(value is None or value in private)
            open_lists = "".join((folder(seed) / n).read_text(encoding="utf-8") for n in (
                "rencana.csv", "jawaban.csv", "jawaban-temuan.csv", "petugas.csv", "kontrak.csv", "00-persiapan-program.jsonl"))
            self.assertEqual([p for p in private if p in open_lists], [])

    def test_the_lists_are_written_in_many_ways(self):
        separators, marks, ends = set(), set(), set()
        for row in plan(42):
            raw = (folder(42) / row["berkas"]).read_bytes()
            if row["berkas"].endswith(".csv"):
                first = next(line for line in raw.decode("utf-8-sig").splitlines() if line)
                separators.add(max(",;\t", key=first.count))
                marks.add(raw.startswith(b"\xef\xbb\xbf"))
                ends.add(b"\r\n" in raw)
        self.assertEqual((len(separators), len(marks), len(ends)), (3, 2, 2))


if __name__ == "__main__":
    unittest.main()
