"""Administration, corrections, a programme without rules, complaints that waited too long."""

from .. import days
from ..facts import Handover, Item
from ..programme import UNRULED
from .registry import NO_HANDOVER, kind, only, replace


@kind("bukti-kurang", "admin.evidenceMissing")
def no_signature(pop, x, p):
    """A photo, but no signature."""
    del only(x, pop.periods[p]).evidence[1:]


@kind("loncat-tingkat", "admin.levelSkipped target.unverified", scope="all")
def level_skipped(pop, x, p):
    """The kecamatan verified, the village never did."""
    del x.verifications[1]


@kind("urutan-tingkat", "admin.levelSkipped", scope="all")
def levels_reversed(pop, x, p):
    """The kecamatan verified before the village."""
    x.verifications[2].at = days.at(days.day(2025, 12, 2))
    x.verifications[1].at = days.at(days.day(2025, 12, 9))


@kind("rangkap-daftar-verifikasi", "admin.dutiesNotSeparated", scope="all")
def registered_and_verified(pop, x, p):
    """One person registered and verified the family, with two keys."""
    x.registrar, x.file, x.order = "registrar-rangkap", "bnba-susulan", (1, x.index)
    x.verifications[0].key = "rt-rangkap"


@kind("rangkap-verifikasi-salur", "admin.dutiesNotSeparated")
def verified_and_handed_over(pop, x, p):
    """One person verified the family and handed over, with two keys."""
    x.verifications[0].key = "rt-rangkap"
    only(x, pop.periods[p]).key = "penyalur-rangkap"


@kind("rangkap-tiga", "admin.dutiesNotSeparated", scope="all")
def all_three(pop, x, p):
    """One key registered, verified and handed over."""
    x.registrar, x.file, x.order = "serba-bisa", "bnba-susulan", (1, x.index)
    x.verifications[0].key = "serba-bisa"
    only(x, pop.periods[p]).key = "serba-bisa"


@kind("serah-sebelum-hak", "admin.sequenceGap")
def before_entitlement(pop, x, p):
    """Handed over days before the entitlement was granted."""
    period = pop.periods[p]
    pop.grant(x, p, at=days.at(period.on(15)), file="hak-susulan-" + period.code)
    replace(pop, x, p, day=9 + x.index % 4)


@kind("lot-tak-dikenal", "admin.sequenceGap quality.uninspected", findings="sums.outletOverHandedOver")
def unknown_lot(pop, x, p):
    """Rice from a lot that was never delivered."""
    replace(pop, x, p, basket="A").items[0].lot = "L%s-HILANG-%d" % (pop.periods[p].short, x.index + 1)


# Corrections and a programme without rules


def as_event(pop, x, p):
    """The period's handover is kept as an event line with an identifier that a correction can point to."""
    period = pop.periods[p]
    h = replace(pop, x, p, day=9 + x.index % 4, file="koreksi-%s" % period.code, basket="A")
    h.key = pop.market.outlets[pop.market.regular[0]].key
    return h


def corrected(h, **changes):
    values = {n: getattr(h, n) for n in Handover.__dataclass_fields__}
    values.update(changes)
    h.correction = Handover(**values)


@kind("koreksi")
def correction(pop, x, p):
    """Typed as 1 kg of rice, corrected to 10 kg. No irregularity."""
    h = as_event(pop, x, p)
    right = [Item(i.commodity, i.quantity, i.unit, i.price, i.lot) for i in h.items]
    h.items[0].quantity = 1_000
    corrected(h, items=right)


@kind("koreksi-batal", "target.missed " + " ".join(NO_HANDOVER))
def voided(pop, x, p):
    """Recorded by mistake and made void: nothing was handed over."""
    corrected(as_event(pop, x, p), void=True)


@kind("tanpa-aturan", "target.noRules amount.noRules quality.noRules time.noRules time.noWindow price.noRules admin.noRules")
def no_rules(pop, x, p):
    """Rice from a second programme that published neither rules nor a window: nothing of it can be assessed."""
    period = pop.periods[p]
    code = "L%s-BD-%05d" % (period.short, x.index + 1)
    if code not in pop.market.lots:
        pop.market.add_lot(code, "KTR-BD-01", "PMS-01", x.outlet, p, "beras", days.at(period.on(6), 8), programme=UNRULED)
    pop.grant(x, p, amount=130_000, programme=UNRULED)
    h = pop.handover(x, p, day=14, basket="rice only")
    h.programme, h.items = UNRULED, [Item("beras", 10_000, "g", 13_000, code)]
    x.handovers.append(h)


# Complaints that were answered or closed too late (findings, no verdicts)

@kind("jawaban-terlambat", findings="complaint.answerLate")
def answered_late(pop, x, p):
    """A complaint answered after 34 days, closed after 47."""
    pop.complaint(x, 0, "data", answer_after=34, close_after=47, file="pengaduan-akhir")


@kind("penutupan-terlambat", findings="complaint.closeLate")
def closed_late(pop, x, p):
    """A complaint answered in time, closed after 63 days."""
    pop.complaint(x, 0, "perilaku", answer_after=8, close_after=63, file="pengaduan-akhir")


@kind("tak-pernah-dijawab", findings="complaint.answerLate complaint.closeLate")
def never_answered(pop, x, p):
    """A complaint of the first period that was neither answered nor closed."""
    pop.complaint(x, 0, "tidak_terima", answer_after=None, close_after=None, file="pengaduan-akhir")
