"""Who the recipients are and what a sound programme would have done for them.

Everything about a family follows from (seed, index) alone, so that no family has to be kept in memory.
"""

from hashlib import blake2b, sha256

from . import days, words
from .facts import Complaint, Grant, Handover, Interview, Item, Person, Verification
from .programme import AMOUNT, BASKETS, DISTRICT, GOODS, SEMBAKO, USUAL

_BIRTH_DAYS = 21_900  # about sixty years
_FIRST_BIRTH = days.day(1941, 1, 1)
_REGIONS = ("180307", "180307", "180307", "180301", "180305", "187101", "160905", "331502")
_FIRST_RT = days.day(2025, 11, 26)
_FIRST_DESA = days.day(2025, 12, 3)
_FIRST_KECAMATAN = days.day(2025, 12, 11)
_FIRST_REGISTRATION = days.day(2025, 11, 3)


class Population:
    def __init__(self, seed, families, periods, market):
        self.seed = seed
        self.families = families
        self.periods = periods
        self.market = market
        self.key = ("amanah-%d" % seed).encode()
        self.villages = market.villages
        self._first = [0] * len(self.villages)  # first family of each village
        for v in range(len(self.villages)):
            self._first[v] = -(-v * families // len(self.villages))

    def chance(self, index, what=b""):
        return blake2b(index.to_bytes(8, "big") + what, key=self.key, digest_size=64).digest()

    def nik(self, index):
        """Sixteen digits that no other index has: birth dates repeat after 21,900 families, serials do not."""
        h = self.chance(index, b"nik")
        born = _FIRST_BIRTH + index * 7919 % _BIRTH_DAYS
        year, month, day = days.parts(born)
        serial = 1 + index // _BIRTH_DAYS * 97 + h[0] % 97
        return "%s%02d%02d%02d%04d" % (_REGIONS[h[1] % len(_REGIONS)] if h[2] > 40 else "180307",
                                       day + (40 if h[3] & 1 else 0), month, year % 100, serial)

    def kk(self, index):
        """Family numbers were issued from 2006 to 2020; no birth year of the sample has those two digits."""
        h = self.chance(index, b"kk")
        issued = days.day(2006, 1, 1) + index * 3571 % 5400
        year, month, day = days.parts(issued)
        return "%s%02d%02d%02d%04d" % ("180307", day, month, year % 100, 1 + index // 5400 * 53 + h[0] % 53)

    def number(self, index, village):
        place = index - self._first[village] + 1 if index < self.families else 90_000 + index - self.families + 1
        return "SBK-%s-%05d" % (self.villages[village][0], place)

    def clean(self, index, avoid=None):
        """A family for whom all was done as it should be, in every period; a second registration is of another village."""
        h = self.chance(index)
        extra = index >= self.families
        home = h[0] * 256 + h[1]
        village = home % len(self.villages) if extra else self.market.village_of(index)
        if village == avoid:
            village = (village + 1) % len(self.villages)
        code = self.villages[village][0]
        region = "%s.%s" % (DISTRICT, code)
        outlet = self.market.outlet_of(home % self.families if extra else index)
        nik = self.nik(index)
        woman = int(nik[6:8]) > 40
        first = (words.WOMEN if woman else words.MEN)
        name = first[h[2] % len(first)] + " " + words.LAST[h[3] % len(words.LAST)]
        if h[4] & 1:
            name = first[h[2] % len(first)] + " " + words.MIDDLE[h[5] % len(words.MIDDLE)] + " " + words.LAST[
                h[3] % len(words.LAST)]
        person = Person(
            index, self.number(index, village), village, region, outlet, name, nik, self.kk(index),
            _FIRST_BIRTH + index * 7919 % _BIRTH_DAYS,
            "Gang %s %d No. %d RT %03d RW %03d" % (words.ALLEYS[h[6] % len(words.ALLEYS)], 1 + h[7] % 12, 11 + index,
                                                 1 + h[8] % 9, 1 + h[9] % 4),
            "0870%08d" % ((index + 1) * 61_803_399 % 100_000_000), 1 + h[10] % 4 if h[11] > 12 else None,
            days.at(_FIRST_REGISTRATION + h[12] % 6), "registrar-kec" if extra else "registrar-" + code,
            "bnba-susulan" if extra else "bnba-" + code, (1, index) if extra else (0, index))
        if h[13] < 3 and h[14] < 90:
            person.source = "dtks"
        person.verifications = [
            Verification(days.at(_FIRST_RT + h[15] % 6), "rt", "layak", "rt-" + code, "verval-rt"),
            Verification(days.at(_FIRST_DESA + h[16] % 7), "desa", "layak", "desa-" + code, "verval-desa",
                         "musyawarah"),
            Verification(days.at(_FIRST_KECAMATAN + h[17] % 8), "kecamatan", "layak", "kec-" + code,
                         "verval-kecamatan", "berkas"),
        ]
        for p in range(len(self.periods)):
            self.grant(person, p)
            person.handovers.append(self.handover(person, p, chance=h))
        return person

    def grant(self, person, p, at=None, file=None, amount=AMOUNT, goods=(), programme=SEMBAKO):
        period = self.periods[p]
        person.grants[(programme, period.code)] = Grant(
            period.decided if at is None else at, amount, person.outlet, file or "hak-" + period.code, goods)

    def handover(self, person, p, day=None, basket=None, chance=None, file=None, outlet=None, hour=None):
        """One handover as it should be: a usual basket from the outlet's lots, on a day of the window, with its evidence."""
        h = chance or self.chance(person.index, b"again")
        period = self.periods[p]
        if day is None:
            day = 8 + h[20 + p] % 13
        if basket is None:
            basket = USUAL[h[26 + p] % 5]
        if hour is None:
            hour = 8 + h[32 + p] % 7
        outlet = outlet or person.outlet
        if file is None:
            file = "salur-%s-%s" % (period.code, "1" if day <= 13 else "2" if day <= 20 else "lewat")
        time = days.at(period.on(day), hour, h[38 + p] % 60)
        items = [self.item(outlet, p, c, q) for c, q in BASKETS[basket]]
        key = self.market.outlets[outlet].key
        handover = Handover(SEMBAKO, period.code, time, outlet, key, file, items, self.evidence(person, p, time))
        if h[44 + p] < 14:  # somebody of the family came with a letter
            handover.collector = "proxy"
            handover.letter = self.digest(person, p, "surat")
        return handover

    def item(self, outlet, p, commodity, quantity):
        unit, price, _, _ = GOODS[commodity]
        lot = None if commodity == "rokok" else self.market.main_lot(outlet, p, commodity).code
        return Item(commodity, quantity, unit, price, lot)

    def digest(self, person, p, what):
        return sha256(b"%d/%d/%d/%s" % (self.seed, person.index, p, what.encode())).hexdigest()

    def evidence(self, person, p, time):
        return [("photo", self.digest(person, p, "foto%d" % time)), ("signature", self.digest(person, p, "ttd%d" % time))]

    def noise(self, person):
        """What happens to sound families too: interviews that confirm, complaints that say nothing of levies or quality."""
        h = self.chance(person.index, b"noise")
        if h[0] < 9:
            p = h[1] % len(self.periods)
            self.interview(person, p)
        if h[2] < 4:
            p = h[3] % len(self.periods)
            category = ("perilaku", "data", "terlambat", "lainnya", "harga")[h[4] % 5]
            self.complaint(person, p, category)

    def interview(self, person, p, received=True, amount=AMOUNT, fee=None, quality="baik"):
        period = self.periods[p]
        handed = [h for h in person.handovers if h.period == period.code]
        on = handed[0].time // 86400 if handed and received else None
        key = "pemantau-1" if person.index % 3 else "auditor-1"
        person.interviews.append(Interview(
            SEMBAKO, period.code, days.at(period.on(25 + person.index % 2)), received, amount, fee, quality, on, key))

    def complaint(self, person, p, category, amount=None, answer_after=6, close_after=16, answer="terbukti",
                  outcome="terbukti", text=None, file=None):
        """Days count from the day the complaint came; None means that it never happened."""
        period = self.periods[p]
        at = days.at(period.on(22))
        person.complaints.append(Complaint(
            "ADU-%s-%05d" % (period.short, person.index + 1), category, SEMBAKO, period.code, person.outlet, amount, text,
            at, None if answer_after is None else at + answer_after * 86400, None if answer_after is None else answer,
            None if close_after is None else at + close_after * 86400, None if close_after is None else outcome,
            ("whatsapp", "langsung", "lapor", "telepon", "medsos")[person.index % 5],
            file or "pengaduan-" + period.code))
