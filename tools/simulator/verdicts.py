"""The six verdicts of SPEC section 10, judged from the facts of the district.

Written from the specification alone and kept apart from how the facts were planted: the planner says which reasons a
defect should have, this module says which ones the specification gives it, and the two must agree.
"""

from .programme import worth
from .trade import Trade, covers

VIOLATED, UNKNOWN = "violated", "notAssessable"
RIGHTS = ("S", "J", "K", "W", "H", "A")


def effective(person):
    """SPEC 10.1: handovers as last corrected, without the void ones, each with the record whose entry and author count."""
    result = []
    for first in person.handovers:
        last = first
        while last.correction is not None:
            last = last.correction
        if not last.void:
            result.append((last, first))
    result.sort(key=lambda pair: pair[0].time)
    return result


def value_of(handover):
    return sum(worth(i.quantity, i.unit, i.price) for i in handover.items) + (handover.cash or 0)


class Judge:
    def __init__(self, rules, windows, market, holders, recorded, resolutions, partners, as_of_day):
        self.rules = sorted(rules, key=lambda r: r["validFrom"])
        self.windows = windows  # (programme, period) -> (from, until, deliver by)
        self.market = market
        self.holders = holders
        self.recorded = recorded  # file -> instant of recording
        self.resolutions = resolutions
        self.partners = partners  # person -> persons who may share a tag with it
        self.as_of_day = as_of_day
        self.trade = Trade(market, holders, self.rules_on)

    def rules_on(self, programme, region, day):
        found = None
        for r in self.rules:
            if r["programme"] == programme and r["validFrom"] <= day and covers(r["region"], region):
                if r["validUntil"] is None or day <= r["validUntil"]:
                    found = r
        return found

    def judge(self, person):
        """All reasons of all units of a person: (programme, period, right, outcome, code, lots)."""
        handovers = effective(person)
        units = dict.fromkeys(person.grants)
        units.update(dict.fromkeys((h.programme, h.period) for h, _ in handovers))
        result = []
        for programme, period in units:
            mine = [pair for pair in handovers if pair[0].programme == programme and pair[0].period == period]
            unit = _Unit(self, person, programme, period, mine, handovers)
            for right, reasons in zip(RIGHTS, (unit.target(), unit.amount(), unit.quality(), unit.time(), unit.price(),
                                               unit.administration())):
                violated = {code for outcome, code in reasons if outcome == VIOLATED}
                outcome = VIOLATED if violated else UNKNOWN
                for code in sorted(violated or {code for _, code in reasons}):
                    result.append((programme, period, right, outcome, code, sorted(unit.causes.get(code, ()))))
        return result


class _Unit:
    """One recipient, programme and period."""

    def __init__(self, judge, person, programme, period, pairs, all_pairs):
        self.j, self.person, self.programme, self.period = judge, person, programme, period
        self.pairs, self.all_pairs = pairs, all_pairs
        self.handovers = [h for h, _ in pairs]
        self.grant = person.grants.get((programme, period))
        self.decision = self.grant.at if self.grant else self.handovers[0].time
        self.day = self.decision // 86400
        self.window = judge.windows.get((programme, period))
        self.rules = judge.rules_on(programme, person.region, self.day)
        self.rules_of = [judge.rules_on(programme, person.region, h.time // 86400) for h in self.handovers]
        self.eligible = [v for v in person.verifications if v.outcome == "layak"]
        interviews = [i for i in person.interviews if i.programme == programme and i.period == period]
        self.interviews = interviews
        self.interview = max(interviews, key=lambda i: i.at) if interviews else None
        self.received = sum(value_of(h) for h in self.handovers)
        self.entitled = self.grant.amount if self.grant else 0
        self.causes = {}

    def blame(self, code, lot):
        self.causes.setdefault(code, set()).add(lot)

    def complaints(self, category):
        return [c for c in self.person.complaints
                if c.category == category and c.programme == self.programme and c.period == self.period
                and not (c.closed is not None and c.outcome in ("tidak_terbukti", "dicabut"))]

    def target(self):
        person, rules, day, decision, found = self.person, self.rules, self.day, self.decision, []

        def violated(code):
            found.append((VIOLATED, "target." + code))
        if person.registered > decision:
            violated("unregistered")
        days = [day] + [h.time // 86400 for h in self.handovers]
        status = max(person.statuses, key=lambda s: s[0]) if person.statuses else None
        if status and status[1] == "meninggal" and max(days) > status[0] + (rules["deathGrace"] if rules else 0):
            violated("deceased")
        if status and status[1] == "pindah" and max(days) > status[0]:
            violated("moved")
        if any(h.collector in ("official", "other") or (h.collector in ("proxy", "heir") and not h.letter)
               for h in self.handovers):
            violated("wrongCollector")
        if self.grant and (self.entitled > 0 or self.grant.goods) and not self.handovers and self.window:
            until = self.window[1]
            if self.j.as_of_day > until and not (status and status[1] != "aktif" and status[0] <= until):
                violated("missed")
        for other in self.j.partners(person):
            if (self.programme, self.period) in _units_of(other):
                if person.nik and other.nik == person.nik and self._senior(other, "samePerson"):
                    violated("duplicatePerson")
                elif (rules and rules["onePerFamily"] and person.kk and other.kk == person.kk
                      and other.nik != person.nik and self._senior(other, "sameFamily")):
                    violated("duplicateFamily")
        if rules is None:
            found.append((UNKNOWN, "target.noRules"))
            return found
        timely = [v for v in self.eligible if v.at <= decision]
        if any(all(v.level != level for v in timely) for level in rules["requiredLevels"]):
            violated("unverified")
        elif rules["requiredLevels"] and day - max(v.at for v in timely) // 86400 > rules["staleAfter"]:
            violated("stale")
        seen = [v for v in person.verifications if v.at <= decision]
        decided = [d for d in person.decisions if d[1] == self.programme and d[0] <= decision]
        if ((person.decile or 0) > rules["maximumDecile"]
                or (seen and max(seen, key=lambda v: v.at).outcome == "tidak layak")
                or (decided and max(decided)[2] == "tidak layak")
                or (status and status[1] in ("graduasi", "nonaktif") and status[0] <= day)):
            violated("ineligible")
        if any(c in rules["excludedClasses"] for c in person.classes):
            violated("excludedClass")
        return found

    def _senior(self, other, kind):
        for r in reversed(self.j.resolutions):
            if self.person.number in r.numbers and other.number in r.numbers:
                if r.resolution == "different":
                    return False
                if r.resolution == kind and r.keep in (self.person.number, other.number):
                    return r.keep == other.number
        return other.order < self.person.order

    def amount(self):
        rules = self.rules_of[0] if self.handovers else self.rules
        tolerance = self.entitled * rules["amountTolerance"] // 10_000 if rules else 0
        least, found = self.entitled - tolerance, []
        told = self.interview
        short = bool(self.handovers and self.grant and self.received < least)
        short = short or bool(told and (not told.received or (told.amount is not None and told.amount < least)))
        if self.grant and self.handovers:
            for commodity, quantity, unit in self.grant.goods:
                got = sum(i.quantity for h in self.handovers for i in h.items if i.commodity == commodity and i.unit == unit)
                short = short or got < quantity - (quantity * rules["amountTolerance"] // 10_000 if rules else 0)
        if short:
            found.append((VIOLATED, "amount.short"))
        if self.handovers and self.received > self.entitled + tolerance:
            found.append((VIOLATED, "amount.over" if len(self.handovers) == 1 else "amount.repeated"))
        if (any(h.fee for h in self.handovers) or any(i.fee for i in self.interviews) or self.complaints("pungutan")):
            found.append((VIOLATED, "amount.levied"))
        for h in self.handovers:
            if not h.order and any(o.programme == self.programme and o.period != self.period
                                   and o.time // 86400 == h.time // 86400 for o, _ in self.all_pairs):
                found.append((VIOLATED, "amount.combined"))
        if not self.handovers:
            found.append((UNKNOWN, "amount.noHandover"))
        if rules is None:
            found.append((UNKNOWN, "amount.noRules"))
        return found

    def quality(self):
        found = []
        for h, rules in zip(self.handovers, self.rules_of):
            day = h.time // 86400
            packaged = h.packaged
            for item in h.items:
                lot = self.j.market.lots.get(item.lot)
                if lot is None or not lot.inspections:
                    found.append((UNKNOWN, "quality.uninspected"))
                    self.blame("quality.uninspected", item.lot or "-")
                if lot and lot.inspections:
                    last = max(lot.inspections, key=lambda i: i[0])
                    if not last[1]:
                        found.append((VIOLATED, "quality.failed"))
                        self.blame("quality.failed", item.lot)
                    if last[2]:
                        packaged = True
                        self.blame("quality.packaged", item.lot)
                if lot and lot.expires is not None and lot.expires < day:
                    found.append((VIOLATED, "quality.expired"))
                    self.blame("quality.expired", item.lot)
                if rules and rules["commodities"] and all(c["commodity"] != item.commodity for c in rules["commodities"]):
                    found.append((VIOLATED, "quality.forbiddenItem"))
                    self.blame("quality.forbiddenItem", item.lot or "-")
            if rules and rules["packagedForbidden"] and packaged:
                found.append((VIOLATED, "quality.packaged"))
        items = [i for h in self.handovers for i in h.items]
        if items and self.rules_of[0]:
            groups = {c["commodity"]: c["group"] for c in self.rules_of[0]["commodities"]}
            had = {groups.get(i.commodity) for i in items}
            if any(g not in had for g in self.rules_of[0]["requiredGroups"]):
                found.append((VIOLATED, "quality.groupMissing"))
        if self.complaints("mutu") or (self.interview and self.interview.quality == "buruk"):
            found.append((VIOLATED, "quality.complained"))
        return found + self._unknown("quality", items)

    def _unknown(self, right, items=None):
        """What no handover, no goods or no rules leave unknown."""
        found = []
        if not self.handovers:
            found.append((UNKNOWN, right + ".noHandover"))
        elif items is not None and not items:
            found.append((UNKNOWN, right + ".noGoods"))
        if any(r is None for r in self.rules_of):
            found.append((UNKNOWN, right + ".noRules"))
        return found

    def time(self):
        found = []
        for (h, first), rules in zip(self.pairs, self.rules_of):
            day = h.time // 86400
            if self.window:
                if day < self.window[0]:
                    found.append((VIOLATED, "time.early"))
                if day > self.window[1]:
                    found.append((VIOLATED, "time.late"))
            for item in h.items:
                lot = self.j.market.lots.get(item.lot)
                if lot and (lot.at > h.time or (self.window and lot.at // 86400 > self.window[2])):
                    found.append((VIOLATED, "time.deliveredLate"))
                    self.blame("time.deliveredLate", item.lot)
            if rules and self.j.recorded[first.file] - h.time > rules["recordWithin"] * 3600:
                found.append((VIOLATED, "time.recordedLate"))
        if self.window is None:
            found.append((UNKNOWN, "time.noWindow"))
        return found + self._unknown("time")

    def price(self):
        found, known, worth_of_all = [], True, sum(h.cash or 0 for h in self.handovers)
        for h, rules in zip(self.handovers, self.rules_of):
            region = self.j.market.outlets[h.outlet].region
            for item in h.items:
                if rules:
                    ceilings = [c for c in rules["ceilings"] if c["commodity"] == item.commodity and c["unit"] == item.unit
                                and covers(c.get("region"), region)]
                    if ceilings and item.price > max(ceilings, key=lambda c: len(c.get("region", "")))["unitPrice"]:
                        found.append((VIOLATED, "price.aboveCeiling"))
                lot = self.j.market.lots.get(item.lot)
                contract = self.j.market.contracts.get(lot.contract) if lot else None
                if contract and lot.price > contract.prices.get(item.commodity, lot.price):
                    found.append((VIOLATED, "price.aboveContract"))
                    self.blame("price.aboveContract", item.lot)
                reference = self.j.trade.reference(item.commodity, item.unit, region, h.time // 86400)
                if reference is None:
                    known = False
                    found.append((UNKNOWN, "price.noReference"))
                    self.blame("price.noReference", item.lot or "-")
                    continue
                worth_of_all += worth(item.quantity, item.unit, reference)
                if rules and item.price * 10_000 > reference * (10_000 + rules["referenceTolerance"]):
                    found.append((VIOLATED, "price.aboveReference"))
        items = [i for h in self.handovers for i in h.items]
        if items and known and self.rules_of[0]:
            due = min(self.entitled, self.received) if self.grant else self.received
            if worth_of_all * 10_000 < due * (10_000 - self.rules_of[0]["valueTolerance"]):
                found.append((VIOLATED, "price.valueShort"))
        return found + self._unknown("price", items)

    def administration(self):
        found, rules, market = [], self.rules, self.j.market

        def violated(code, lot=None):
            found.append((VIOLATED, "admin." + code))
            if lot:
                self.blame("admin." + code, lot)
        for h, on_day in zip(self.handovers, self.rules_of):
            if on_day and any(kind not in {k for k, _ in h.evidence} for kind in on_day["requiredEvidence"]):
                violated("evidenceMissing")
            if on_day and self.j.trade.tied_outlet(h.outlet, on_day):
                violated("conflictOfInterest")
            if self.grant and h.time < self.grant.at:
                violated("sequenceGap")
            for item in h.items:
                if item.lot is None:
                    continue
                lot = market.lots.get(item.lot)
                contract = market.contracts.get(lot.contract) if lot else None
                if contract is None or contract.at > lot.at:
                    violated("sequenceGap", item.lot)
                if contract and self.j.trade.deviates(contract.code):
                    violated("procurementDeviates", item.lot)
                if lot and on_day and self.j.trade.tied_supplier(lot.supplier, on_day):
                    violated("conflictOfInterest", item.lot)
        if rules:
            first = {}
            for v in sorted(self.eligible, key=lambda v: v.at):
                if v.at <= self.decision:
                    first.setdefault(v.level, v.at)
            levels = rules["requiredLevels"]
            for n, level in enumerate(levels):
                if level in first and any(e not in first or first[e] > first[level] for e in levels[:n]):
                    violated("levelSkipped")
        if rules and rules["separateDuties"]:
            holders = self.j.holders
            registered = set() if self.person.proposed else {holders[self.person.registrar]}
            verified = {holders[v.key] for v in self.person.verifications if v.at <= self.decision}
            handed = {holders[first.key] for _, first in self.pairs}
            if registered & verified or registered & handed or verified & handed:
                violated("dutiesNotSeparated")
        if rules is None and self.handovers:
            found.append((UNKNOWN, "admin.noRules"))
        return found + self._unknown("admin")


def _units_of(person):
    return set(person.grants) | {(h.programme, h.period) for h, _ in effective(person)}
