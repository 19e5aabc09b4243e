"""Amount, quality, time and price of what was handed over."""

from ..programme import AMOUNT, SEMBAKO
from .registry import drop, kind, only, replace


@kind("kurang", "amount.short")
def short(pop, x, p):
    """Goods worth Rp148,000 instead of Rp200,000."""
    replace(pop, x, p, basket="less")


@kind("kurang-barang", "amount.short")
def short_of_rice(pop, x, p):
    """The right value, but less rice than the entitlement promises."""
    pop.grant(x, p, goods=(("beras", 10_000, "g"),))
    replace(pop, x, p, basket="B")


@kind("lebih", "amount.over")
def over(pop, x, p):
    """Goods worth Rp250,000 in one handover."""
    replace(pop, x, p, basket="more")


@kind("berulang", "amount.repeated")
def repeated(pop, x, p):
    """Handed over in full twice."""
    replace(pop, x, p, day=10, basket="A")
    x.handovers.append(pop.handover(x, p, day=16, basket="D"))


@kind("dua-kali-wajar")
def in_two_parts(pop, x, p):
    """Two handovers that together are the entitlement. No irregularity."""
    replace(pop, x, p, day=10, basket="rice only")
    x.handovers.append(pop.handover(x, p, day=12, basket="without rice"))


@kind("tanpa-hak", "amount.over")
def without_entitlement(pop, x, p):
    """Handed over without an entitlement."""
    del x.grants[(SEMBAKO, pop.periods[p].code)]


@kind("pungutan-wawancara", "amount.levied")
def levied_by_interview(pop, x, p):
    """Told a monitor that Rp10,000 had to be paid."""
    pop.interview(x, p, fee=10_000)


@kind("pungutan-pengaduan", "amount.levied")
def levied_by_complaint(pop, x, p):
    """Complained of a levy; the complaint was upheld."""
    pop.complaint(x, p, "pungutan", amount=20_000, text="Diminta membayar biaya angkut saat mengambil bantuan.")


@kind("pungutan-diadukan-terbuka", "amount.levied", last=True)
def levied_open(pop, x, p):
    """Complained of a levy; the complaint was answered and is not closed."""
    pop.complaint(x, p, "pungutan", amount=15_000, close_after=None, answer="diteruskan")


@kind("pungutan-tak-terbukti")
def levy_unfounded(pop, x, p):
    """Complained of a levy; closed as unfounded. No irregularity."""
    pop.complaint(x, p, "pungutan", amount=5_000, answer="tidak_terbukti", outcome="tidak_terbukti")


@kind("potongan-serah", "amount.levied")
def fee(pop, x, p):
    """The handover itself tells of a fee."""
    only(x, pop.periods[p]).fee = 5_000


def combined(pop, x, p, order):
    now = replace(pop, x, p, day=12, basket="A", hour=9)
    before = pop.handover(x, p - 1, basket="D", day=12)
    drop(pop, x, p - 1)
    before.time, before.file, before.order, now.order = now.time + 120, now.file, order, order
    before.evidence = pop.evidence(x, p - 1, before.time)
    x.handovers.append(before)


@kind("rapel", "amount.combined time.late", scope="all", first=1)
def combined_without_order(pop, x, p):
    """Two periods handed over on one day without an order; the earlier one is late."""
    combined(pop, x, p, None)


@kind("rapel-berperintah", "time.late", scope="all", first=1)
def combined_by_order(pop, x, p):
    """Two periods handed over on one day by order: not flagged as combined, but the earlier one is late."""
    combined(pop, x, p, "SP-RAPEL-%s" % pop.periods[p].short)


@kind("wawancara-tidak-menerima", "amount.short")
def told_nothing_received(pop, x, p):
    """The ledger has a handover; the family says that it received nothing."""
    pop.interview(x, p, received=False, amount=None, quality=None)


@kind("wawancara-kurang", "amount.short")
def told_less(pop, x, p):
    """The family says that it received goods worth Rp150,000."""
    pop.interview(x, p, amount=150_000)


# Quality

@kind("barang-terlarang", "quality.forbiddenItem price.noReference", findings="sums.outletOverHandedOver")
def forbidden(pop, x, p):
    """Cigarettes among the goods, from no lot."""
    replace(pop, x, p, basket="cigarettes")


@kind("kelompok-kurang", "quality.groupMissing")
def group_missing(pop, x, p):
    """Rice and eggs only."""
    replace(pop, x, p, basket="two groups")


@kind("dikemas", "quality.packaged")
def packaged(pop, x, p):
    """Packed in advance, no choice."""
    only(x, pop.periods[p]).packaged = True


@kind("keluhan-mutu", "quality.complained")
def quality_complaint(pop, x, p):
    """Complained of the quality; upheld."""
    pop.complaint(x, p, "mutu", text="Beras berbau dan berkutu.")


@kind("wawancara-mutu", "quality.complained")
def quality_interview(pop, x, p):
    """Told a monitor that the goods were bad."""
    pop.interview(x, p, quality="buruk")


@kind("tunai", "quality.noGoods price.noGoods")
def cash(pop, x, p):
    """Cash instead of goods: quality and price cannot be assessed."""
    h = only(x, pop.periods[p])
    h.items, h.cash = [], AMOUNT


@kind("tanpa-lot", "quality.uninspected", findings="sums.outletOverHandedOver")
def without_lot(pop, x, p):
    """Rice of which nobody knows the lot."""
    replace(pop, x, p, basket="A").items[0].lot = None


# Time and price

@kind("lebih-awal", "time.early")
def early(pop, x, p):
    """Handed over on the day before the window."""
    replace(pop, x, p, day=7, hour=10)


@kind("terlambat", "time.late")
def late(pop, x, p):
    """Handed over after the window."""
    replace(pop, x, p, day=23 + x.index % 4)


@kind("dicatat-terlambat", "time.recordedLate")
def recorded_late(pop, x, p):
    """Handed over in time, recorded three weeks later."""
    replace(pop, x, p, day=9 + x.index % 4, file="salur-%s-susulan" % pop.periods[p].code)


@kind("di-atas-het", "price.aboveCeiling")
def above_ceiling(pop, x, p):
    """Rice at Rp14,200: above the regency's ceiling of Rp14,000, within the tolerance of the reference."""
    item = replace(pop, x, p, basket="A").items[0]
    item.quantity, item.price = 9_155, 14_200


@kind("di-atas-acuan", "price.aboveReference")
def above_reference(pop, x, p):
    """Tempe a quarter above the reference."""
    item = replace(pop, x, p, basket="A").items[2]
    item.quantity, item.price = 1_200, 15_000


@kind("nilai-kurang", "price.aboveReference price.valueShort")
def value_short(pop, x, p):
    """Fish, eggs and tempe at one and a half times the reference: the basket is worth too little."""
    items = replace(pop, x, p, basket="B").items
    for place, quantity, price in ((1, 10, 3_000), (2, 500, 60_000), (3, 1_000, 18_000)):
        items[place].quantity, items[place].price = quantity, price
