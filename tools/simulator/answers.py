"""The key: which reasons and findings a faithful reader must report, and because of what."""

from .groups import GROUPS
from .kinds import KINDS
from .programme import SEMBAKO
from .verdicts import effective

_ROUND = {"g": 1_000, "ml": 1_000, "pcs": 1}


class Answers:
    def __init__(self, out, judge, market, periods):
        self.judge, self.market, self.periods, self.out = judge, market, periods, out
        self.key = open(out / "jawaban.csv", "w", encoding="utf-8", newline="")
        self.key.write("no_peserta,programme,period,right,outcome,code,cause,lot,contract\n")
        self.handed = {}  # (programme, period, outlet, commodity, unit) -> quantity
        self.strays = {}  # the same -> kinds that handed out what came from no known lot
        self.granted = {}  # (period, outlet) -> rupiah
        self.complaints = []
        self.counts = {}
        self.seen = {}  # kind -> codes that came of it
        self.units = self.sound = 0
        self.findings = []

    def person(self, x):
        for (programme, period), g in x.grants.items():
            if programme == SEMBAKO:
                key = (period, g.outlet)
                self.granted[key] = self.granted.get(key, 0) + g.amount
        pairs = effective(x)
        for h, _ in pairs:
            for i in h.items:
                self._hand_over(x, h, i)
        for c in x.complaints:
            if c.answered is None or c.closed is None or c.answered > c.at + 14 * 86400 or c.closed > c.at + 60 * 86400:
                self.complaints.append((c, x.kind))
        reasons = self.judge.judge(x)
        self._agree(x, reasons)
        self.units += len(set(x.grants) | {(h.programme, h.period) for h, _ in pairs})
        self.sound += len(set(x.grants) | {(h.programme, h.period) for h, _ in pairs}) - len({r[:2] for r in reasons})
        for programme, period, right, outcome, code, lots in reasons:
            contracts = {self.market.lots[n].contract or "-" for n in lots if n in self.market.lots}
            self.key.write("%s,%s,%s,%s,%s,%s,%s,%s,%s\n" % (
                x.number, programme, period, right, outcome, code, x.kind, " ".join(lots), " ".join(sorted(contracts))))
            self.counts[code] = self.counts.get(code, 0) + 1

    def _hand_over(self, x, h, i):
        key = (h.programme, h.period, h.outlet, i.commodity, i.unit)
        self.handed[key] = self.handed.get(key, 0) + i.quantity
        lot = self.market.lots.get(i.lot)
        if lot:
            lot.handed += i.quantity
        else:
            self.strays.setdefault(key, set()).add(x.kind)

    def _agree(self, x, reasons):
        """What the specification gives must be what was planted: no more, no less, in no other period."""
        found = {r[4] for r in reasons}
        if x.kind in KINDS:
            kind = KINDS[x.kind]
            wanted, allowed, one = set(kind.codes), set(kind.codes + kind.also), kind.scope == "one"
        elif x.kind in GROUPS:
            wanted = allowed = set(GROUPS[x.kind].codes)
            one = True
        else:
            wanted = allowed = set()
            one = False
        elsewhere = one and any(r[1] != self.periods[x.period].code for r in reasons)
        if found - allowed or wanted - found or elsewhere:
            raise AssertionError("%s (%s, period %s): planted %s, specification gives %s" % (
                x.number, x.kind, x.period, sorted(wanted), sorted(r[1:5] for r in reasons)))
        self.seen.setdefault(x.kind, set()).update(found)

    def deliver(self):
        """Lots deliver what was handed out of them, rounded up to whole kilograms, litres and pieces, less what is planted."""
        delivered = {}
        for lot in self.market.lots.values():
            step = _ROUND[lot.unit]
            lot.delivered = -(-lot.handed // step) * step - lot.short_by
            if lot.handed:
                key = (lot.programme, lot.period, lot.outlet, lot.commodity, lot.unit)
                delivered.setdefault(key, [0, set()])
                delivered[key][0] += lot.delivered
                if lot.short_by:
                    delivered[key][1].add("lot-kurang-kirim")
                if lot.handed > lot.delivered:
                    self._finding("sums.overHandedOver", lot.code, lot.programme, lot.period, lot.outlet, lot.handed,
                                  lot.delivered, ("lot-kurang-kirim",))
        for key, quantity in sorted(self.handed.items()):
            programme, period, outlet, commodity, _ = key
            have, short = delivered.get(key, (0, set()))
            if quantity > have:
                self._finding("sums.outletOverHandedOver", "%s %s" % (outlet, commodity), programme, period, outlet, quantity,
                              have, short | self.strays.get(key, set()))

    def money(self, period, surplus):
        """What was allocated, and disbursed to each outlet; with `surplus` one outlet was paid twice."""
        rows = [(outlet, amount) for (p, outlet), amount in sorted(self.granted.items()) if p == period.code]
        allocated = sum(amount for _, amount in rows)
        if surplus:
            rows.append(rows[0])
            total = sum(amount for _, amount in rows)
            self._finding("sums.overDisbursed", SEMBAKO, SEMBAKO, period.code, "", total, allocated,
                          ("dicairkan-dua-kali",))
        return allocated, rows

    def _finding(self, code, subject, programme, period, outlet, value, threshold, causes):
        self.findings.append((code, subject, programme, period, outlet, str(value), str(threshold),
                              " ".join(sorted(c for c in causes if c))))
        self.counts[code] = self.counts.get(code, 0) + 1

    def finish(self, as_of_day, last_recorded):
        """Write the findings and check that every kind that was planted shows. Returns the counts."""
        for c, kind in self.complaints:
            for code, at, within in (("answerLate", c.answered, 14), ("closeLate", c.closed, 60)):
                end = as_of_day if at is None else at // 86400
                if end - c.at // 86400 > within:
                    self._finding("complaint." + code, c.code, c.programme, c.period, c.outlet, end - c.at // 86400, within, (kind,))
        if last_recorded // 86400 > as_of_day:
            raise AssertionError("the last file is recorded after the instant of judgement")
        with open(self.out / "jawaban-temuan.csv", "w", encoding="utf-8", newline="") as file:
            file.write("code,subject,programme,period,outlet,value,threshold,cause\n")
            for row in sorted(self.findings):
                file.write(",".join(row) + "\n")
        self.key.close()
        causes = {(row[0], c) for row in self.findings for c in row[7].split()}
        for name, kind in list(KINDS.items()) + list(GROUPS.items()):
            if name not in self.seen:
                raise AssertionError(name + " was not planted")
            for code in kind.findings:
                if (code, name) not in causes:
                    raise AssertionError("%s: no %s came of it" % (name, code))
        for row in self.findings:
            if not row[7]:
                raise AssertionError("%s of %s was not planted" % row[:2])
        summary = {"units": self.units, "sound units": self.sound}
        summary.update(sorted(self.counts.items()))
        return summary
