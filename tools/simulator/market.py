"""Outlets, suppliers, procurements, contracts, lots and price surveys, sound ones and planted ones."""

from . import days
from .facts import (Bid, Conflict, Contract, Lot, Outlet, Procurement, Selection, Supplier)
from .programme import DISTRICT, GOODS, KEEPS, NOT_SURVEYED, REGENCY, SEMBAKO, UNRULED

OPENS = days.at(days.day(2025, 11, 5), 9)
CLOSES = days.at(days.day(2025, 11, 22), 16)
SELECTED = days.at(days.day(2025, 11, 26))
SIGNED = days.at(days.day(2025, 12, 1))
BOTH = ("komite-1", "komite-2")
BIDS_SIGNER = "komite-1"
BUSINESS = ("Lestari Pangan Abadi", "Sentra Tani Makmur", "Graha Boga Sejahtera")


class Market:
    def __init__(self, families, periods, officers, villages, owner_nik):
        self.periods = periods
        self.officers = officers
        self.owner_nik = owner_nik  # a function: number of the owner -> NIK
        self.owners = 0
        self.outlets, self.suppliers, self.procurements, self.contracts, self.lots = {}, {}, {}, {}, {}
        self.conflicts, self.surveys = [], []
        self.villages = villages
        self.families = families
        self.regular = []  # codes of the regular outlets, in the order of the families they serve
        self._main_lots = {}
        self._suppliers_and_contracts()
        self._outlets(max(4, families // 750))
        self._surveys()

    # Sound things

    def _owner(self):
        self.owners += 1
        return self.owner_nik(self.owners)

    def add_supplier(self, code, name, classes=()):
        region = "%s.%s" % (DISTRICT, self.villages[len(self.suppliers) % len(self.villages)][0])
        supplier = Supplier(code, name, region, days.day(2014 + len(self.suppliers) % 9, 3, 17), self._owner(),
                            days.at(days.day(2025, 11, 4)), self.officers.supplier(code), classes)
        self.suppliers[code] = supplier
        return supplier

    def add_outlet(self, code, region, classes=()):
        outlet = Outlet(code, "E-Warong Mitra Boga " + code[3:], region, self.officers.distributor(code),
                        days.at(days.day(2025, 11, 28)), self._owner(), classes)
        self.outlets[code] = outlet
        return outlet

    def _suppliers_and_contracts(self):
        prices = {c: g[1] for c, g in GOODS.items() if c not in ("rokok", "mie-instan")}
        codes = []
        for n, name in enumerate(BUSINESS, 1):
            codes.append(self.add_supplier("PMS-%02d" % n, "CV " + name).code)
        # Two more only bid: one too late, one was disqualified; both were cheaper, which is no irregularity.
        self.add_supplier("PMS-04", "UD Karya Boga Unggul")
        self.add_supplier("PMS-05", "CV Mandiri Logistik")
        goods = (("beras", 20_000_000), ("telur", 40_000), ("tempe", 3_000_000), ("susu", 500_000))
        months = len(self.periods)
        share = max(1, self.families // 3) * months * 200_000
        for n, winner in enumerate(codes):
            others = [c for c in codes if c != winner]
            bids = [
                Bid(winner, share, OPENS + (5 + n) * 86400 + 5400),
                Bid(others[0], share * 103 // 100, OPENS + (8 + n) * 86400 + 600),
                Bid(others[1], share * 105 // 100, OPENS + (11 + n) * 86400 + 7800),
                Bid("PMS-04", share * 97 // 100, CLOSES + 18 * 3600),
                Bid("PMS-05", share * 96 // 100, OPENS + 12 * 86400, "K-07", days.at(days.day(2025, 11, 25))),
            ]
            procurement = Procurement("PBJ-2025-%02d" % (n + 1), SEMBAKO, "open", OPENS, CLOSES, goods, bids, Selection(
                winner, (winner, others[0], others[1]), SELECTED, BOTH))
            self.procurements[procurement.code] = procurement
            self._sign("KTR-2025-%02d" % (n + 1), procurement.code, winner, share, prices)
        bids = [Bid("PMS-01", 130_000 * 4, OPENS + 4 * 86400)]
        self.procurements["PBJ-BD-01"] = Procurement(
            "PBJ-BD-01", UNRULED, "direct", OPENS, CLOSES, (("beras", 100_000),), bids,
            Selection("PMS-01", ("PMS-01",), SELECTED, BOTH))
        self._sign("KTR-BD-01", "PBJ-BD-01", "PMS-01", 130_000 * 4, {"beras": 13_000}, programme=UNRULED)

    def _sign(self, code, procurement, supplier, value, prices, at=SIGNED, signers=BOTH, programme=SEMBAKO):
        last = days.end_of_month_after(self.periods[-1])
        self.contracts[code] = Contract(code, procurement, supplier, programme, days.day(2025, 12, 1), last, value,
                                        prices, at, signers)
        return code

    def _outlets(self, count):
        for n in range(count):
            family = (n * self.families + count - 1) // count
            village = self.villages[self.village_of(family)][0]
            code = "EW-%04d" % (n + 1)
            self.add_outlet(code, "%s.%s" % (DISTRICT, village))
            self.regular.append(code)

    def village_of(self, family):
        return family * len(self.villages) // self.families

    def outlet_of(self, family):
        return self.regular[family * len(self.regular) // self.families]

    def _surveys(self):
        """Three markets of the district each month; the regency's own prices, lower by a third, are of no account here."""
        second = self.outlets[self.regular[1]].region
        for month, period in enumerate(self.periods):
            for commodity, (unit, price, _, letters) in GOODS.items():
                if commodity in NOT_SURVEYED:
                    continue
                step = max(1, price // 200)  # half a percent
                for market, (on, steps) in enumerate(((3, -1), (10, 0), (17, 1)), 1):
                    self.surveys.append((DISTRICT, commodity, unit, price + steps * step, period.on(on), "PSR-%d" % market))
                if month % 2 == 1:  # an even number of surveys: the median is halved and rounded down
                    self.surveys.append((DISTRICT, commodity, unit, price + step + 1, period.on(18), "PSR-4"))
                self.surveys.append((REGENCY, commodity, unit, price * 2 // 3, period.on(4), "PSR-KTB"))
            self.surveys.append((second, "beras", "g", 13_100, period.on(11), "PSR-DESA"))

    def main_lot(self, outlet, period, commodity):
        """The lot from which an outlet hands out a commodity in a period."""
        key = (outlet, period, commodity)
        lot = self._main_lots.get(key)
        if lot is None:
            p = self.periods[period]
            place = int(outlet[3:])
            contract = self.contracts["KTR-2025-%02d" % (place % 3 + 1)]
            at = days.at(p.on(6), 7 + place % 4, place * 7 % 60)
            lot = self.add_lot("L%s-%s-%s" % (p.short, outlet[3:], GOODS[commodity][3]), contract.code,
                               contract.supplier, outlet, period, commodity, at)
            if commodity in KEEPS:
                lot.expires = p.on(6) + KEEPS[commodity]
            if place == 2 and commodity == "wortel":  # failed at first, sorted, passed: no irregularity
                lot.inspections.insert(0, (days.at(p.on(6), 15), False, False, "pemeriksaan"))
            self._main_lots[key] = lot
        return lot

    def add_lot(self, code, contract, supplier, outlet, period, commodity, at, price=None, programme=SEMBAKO):
        p = self.periods[period]
        unit, usual, _, _ = GOODS[commodity]
        after = "pengiriman" if at < days.at(p.on(7), 0) else "pengiriman-susulan"
        checked = days.at(p.on(7), 9) if after == "pengiriman" else days.at(p.on(11), 9)
        lot = Lot(code, contract, supplier, outlet, programme, p.code, commodity, unit, price or usual, None, at,
                  self.suppliers[supplier].key, after,
                  [(checked, True, False, "pemeriksaan" if after == "pengiriman" else "pemeriksaan-susulan")])
        self.lots[code] = lot
        return lot

    # Planted things

    def small_procurement(self, code, defect, commodity):
        """A procurement with one defect and the contract that came of it. Returns the contract's code."""
        first, second = "PMS-01", "PMS-02"
        price = GOODS[commodity][1]
        bids = [Bid(first, 9_000_000, OPENS + 6 * 86400 + 1800), Bid(second, 9_400_000, OPENS + 9 * 86400 + 4200)]
        selection = Selection(first, (first, second), SELECTED, BOTH)
        supplier, procurement, at, signers = first, code, SIGNED, BOTH
        if defect == "bukan-terbaik":
            selection = Selection(second, (second, first), SELECTED, BOTH)
            supplier = second
        elif defect == "satu-tanda-tangan":
            selection = Selection(first, (first, second), SELECTED, BOTH[:1])
        elif defect == "penawaran-terlambat":
            bids[0].received = CLOSES + 20 * 3600
        elif defect == "penawaran-gugur":
            bids[0].clause, bids[0].disqualified = "K-03", days.at(days.day(2025, 11, 25))
        elif defect == "tanpa-penetapan":
            selection = None
        elif defect == "bukan-pemenang":
            supplier = second
        elif defect == "tanpa-pengadaan":
            procurement = None
        elif defect == "kontrak-menyusul":
            at = None  # the planner sets it: after the delivery
        if procurement:
            self.procurements[code] = Procurement(
                code, SEMBAKO, "selective", OPENS, CLOSES, ((commodity, 500_000),), bids, selection)
        return self._sign(code.replace("PBJ", "KTR"), procurement, supplier, 9_000_000, {commodity: price}, at, signers)

    def tied_supplier(self, number, by_class, commodity):
        """A supplier that is owned by a forbidden class, or whose kin signed for it. Returns its contract's code."""
        code = "PMS-9%03d" % number
        self.add_supplier(code, "UD Bina Boga Sentosa %d" % number, ("polri",) if by_class else ())
        signers = BOTH if by_class else ("komite-1", "komite-3")
        procurement = "PBJ-%s" % code
        self.procurements[procurement] = Procurement(
            procurement, SEMBAKO, "direct", OPENS, CLOSES, ((commodity, 500_000),),
            [Bid(code, 8_000_000, OPENS + 5 * 86400)], Selection(code, (code,), SELECTED, BOTH))
        if not by_class:
            self.conflicts.append(Conflict(self.officers.holders["komite-3"], "keluarga",
                                           days.at(days.day(2025, 12, 3)), "komite-3", supplier=code))
        return self._sign("KTR-%s" % code, procurement, code, 8_000_000, {commodity: GOODS[commodity][1]}, signers=signers)

    def declare_kin(self, outlet):
        self.conflicts.append(Conflict(self.officers.holders["manajer-program"], "keluarga",
                                       days.at(days.day(2025, 12, 3)), "manajer-program", outlet=outlet))

    def harmless_conflicts(self):
        """Declared ties that forbid nothing: the holder signed nothing for the supplier; a mere employee of an outlet."""
        at = days.at(days.day(2025, 12, 3))
        self.conflicts.append(Conflict(self.officers.holders["pemantau-1"], "keluarga", at, "pemantau-1", supplier="PMS-02"))
        self.conflicts.append(Conflict(self.officers.holders["auditor-1"], "karyawan", at, "auditor-1",
                                       outlet=self.regular[0]))
