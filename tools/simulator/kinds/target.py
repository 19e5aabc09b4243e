"""Right to be the right one: who is on the list and who came."""

from .. import days, words
from ..facts import Failure, Verification
from ..programme import SEMBAKO
from .registry import NO_HANDOVER, drop, kind, only, replace, status, stop_after, stop_before


@kind("duplikat-nik", "target.duplicatePerson", scope="all", extra=True)
def same_person(pop, x, p, of):
    """Registered a second time in another village under the same NIK, name spelled otherwise."""
    x.nik, x.name = of.nik, words.respelled(of.name)


@kind("duplikat-kk", "target.duplicateFamily", scope="all", extra=True)
def same_family(pop, x, p, of):
    """Another member of a family that is on the list already (same KK, another NIK)."""
    x.kk = of.kk


@kind("duplikat-tetap-baru", scope="all", extra=True)
def keep_newer(pop, x, p, of):
    """The second registration of a person; the registrar resolved it in favour of this newer one, so the older one is flagged."""
    x.nik, x.name = of.nik, words.respelled(of.name)


@kind("duplikat-selesai", "target.duplicateFamily", extra=True)
def settled(pop, x, p, of):
    """Second registration of a family, resolved after one period; it got nothing more."""
    x.kk = of.kk
    stop_before(x, pop.periods, p)
    stop_after(x, pop.periods, p)


@kind("duplikat-beda", scope="all", extra=True)
def different(pop, x, p, of):
    """Same KK by a clerk's slip; the registrar found two different families. No irregularity."""
    x.kk = of.kk


@kind("asal-duplikat", scope="all")
def original(pop, x, p):
    """The older registration of a pair. No irregularity."""


@kind("asal-tetap-baru", "target.duplicatePerson", scope="all")
def superseded(pop, x, p):
    """The older registration of a person, which yields to the newer one by resolution."""


@kind("wafat", "target.deceased")
def deceased(pop, x, p):
    """Died before the entitlement; entitled and handed over all the same, to an heir with a letter."""
    status(pop, x, p, "meninggal", 2)
    handover = only(x, pop.periods[p])
    handover.collector, handover.letter = "heir", pop.digest(x, p, "waris")
    stop_after(x, pop.periods, p)


@kind("wafat-setelah-hak", "target.deceased")
def died_between(pop, x, p):
    """Died between entitlement and handover."""
    status(pop, x, p, "meninggal", 9)
    replace(pop, x, p, day=15)
    stop_after(x, pop.periods, p)


@kind("wafat-tertib", also=" ".join(NO_HANDOVER))
def died_in_order(pop, x, p):
    """Died after the entitlement; nothing was handed over. No irregularity, nothing to assess."""
    status(pop, x, p, "meninggal", 9)
    drop(pop, x, p)
    stop_after(x, pop.periods, p)


@kind("pindah", "target.moved")
def moved(pop, x, p):
    """Moved away before the entitlement; handed over all the same."""
    status(pop, x, p, "pindah", 3)
    stop_after(x, pop.periods, p)


@kind("lulus", "target.ineligible")
def graduated(pop, x, p):
    """Graduated from the programme, entitled all the same."""
    status(pop, x, p, "graduasi", 2)
    stop_after(x, pop.periods, p)


@kind("nonaktif", "target.ineligible")
def deactivated(pop, x, p):
    """Deactivated, entitled all the same."""
    status(pop, x, p, "nonaktif", 1)
    stop_after(x, pop.periods, p)


@kind("usulan-terlambat", "target.unregistered target.unverified")
def proposed_late(pop, x, p):
    """Entitled and served before anybody proposed or verified the family; afterwards in order."""
    period = pop.periods[p]
    code = pop.villages[x.village][0]
    x.proposed, x.source, x.decile = True, "lainnya", None
    x.registered, x.file, x.order = days.at(period.on(14)), "usulan-" + period.code, (2 + p, x.index)
    x.registrar = "registrar-kec"
    stop_before(x, pop.periods, p)
    file = "verval-susulan-" + period.code
    x.verifications = [Verification(days.at(period.on(22 + 2 * n)), level, "layak", key + code, file) for n, (level, key) in
                       enumerate((("rt", "rt-"), ("desa", "desa-"), ("kecamatan", "kec-")))]
    pop.grant(x, p, at=days.at(period.on(6)), file="hak-susulan-" + period.code)
    replace(pop, x, p, day=17)


@kind("belum-diverifikasi", "target.unverified", scope="all")
def unverified(pop, x, p):
    """The kecamatan never verified the family."""
    del x.verifications[2]


@kind("verifikasi-ditunda", "target.unverified", scope="all")
def deferred(pop, x, p):
    """The kecamatan deferred its decision and the family was entitled all the same."""
    x.verifications[2].outcome = "ditunda"


@kind("verifikasi-kedaluwarsa", "target.stale", scope="all")
def stale(pop, x, p):
    """Last verified in June 2025, more than 183 days before."""
    for n, v in enumerate(x.verifications):
        v.at = days.at(days.day(2025, 6, 16 + 5 * n))


@kind("verifikasi-menua", "target.stale", scope="all")
def ages(pop, x, p):
    """Verified in July 2025: fresh enough in the first period, stale afterwards."""
    for n, v in enumerate(x.verifications):
        v.at = days.at(days.day(2025, 7, 12 + 4 * n))


@kind("desil-tinggi", "target.ineligible", scope="all")
def wealthy(pop, x, p):
    """Decile 8 of the national register."""
    x.decile = 8


@kind("desil-aturan-baru", "target.ineligible", last=True)
def new_rules(pop, x, p):
    """Decile 5: allowed by the rules of 2025, not by those that hold from the last period on."""
    x.decile = 5


@kind("diputus-tidak-layak", "target.ineligible")
def decided_against(pop, x, p):
    """Decided ineligible by the programme, entitled all the same."""
    period = pop.periods[p]
    x.decisions.append((days.at(period.on(3)), SEMBAKO, "tidak layak", "kelayakan-" + period.code))
    stop_after(x, pop.periods, p)


@kind("verval-tidak-layak", "target.ineligible", scope="all")
def found_ineligible(pop, x, p):
    """The agency's own visit, the latest verification, found the family ineligible."""
    x.verifications.append(Verification(days.at(days.day(2025, 12, 27)), "dinas", "tidak layak", "dinas-1", "verval-dinas"))


@kind("kelas-terlarang", "target.excludedClass", scope="all")
def civil_servant(pop, x, p):
    """A civil servant or a soldier on the list."""
    x.classes = ("asn",) if x.index % 2 else ("tni",)


@kind("pengambil-petugas", "target.wrongCollector")
def collected_by_officer(pop, x, p):
    """An officer collected the goods."""
    h = only(x, pop.periods[p])
    h.collector, h.letter = "official", None


@kind("pengambil-lain", "target.wrongCollector")
def collected_by_other(pop, x, p):
    """Somebody else collected the goods, with a letter that does not help."""
    h = only(x, pop.periods[p])
    h.collector, h.letter = "other", pop.digest(x, p, "surat")


@kind("wakil-tanpa-surat", "target.wrongCollector")
def proxy_without_letter(pop, x, p):
    """A proxy without a letter."""
    h = only(x, pop.periods[p])
    h.collector, h.letter = "proxy", None


@kind("tidak-menerima", "target.missed " + " ".join(NO_HANDOVER))
def missed(pop, x, p):
    """Entitled, and nothing was ever handed over."""
    drop(pop, x, p)


@kind("gagal-serah", "target.missed " + " ".join(NO_HANDOVER))
def failed(pop, x, p):
    """Turned away because the outlet had no stock, and not served later."""
    h = only(x, pop.periods[p])
    drop(pop, x, p)
    x.failures.append(Failure(SEMBAKO, h.period, h.time, h.outlet, h.key, h.file, "stok habis"))


@kind("gagal-lalu-berhasil")
def failed_then_served(pop, x, p):
    """Absent at first, served some days later. No irregularity."""
    h = replace(pop, x, p, day=18)
    x.failures.append(Failure(SEMBAKO, h.period, h.time - 8 * 86400, h.outlet, h.key,
                              "salur-%s-1" % h.period, "tidak hadir"))


@kind("tanpa-identitas", scope="all")
def no_papers(pop, x, p):
    """No NIK, no KK, a neighbour vouches. Never an irregularity."""
    x.nik = x.kk = None
    x.identity, x.source = "tanpa", "rumah_singgah"
    x.registrar, x.file, x.order = "registrar-kec", "bnba-susulan", (1, x.index)  # after the neighbour is known
    x.witness = pop.number(x.index - 1, x.village)
    x.sensitive = "penyintas perdagangan manusia"


@kind("identitas-proses", scope="all")
def papers_pending(pop, x, p):
    """Papers applied for. Never an irregularity."""
    x.nik, x.identity = None, "proses"


@kind("perangkat-desa", scope="all")
def village_staff(pop, x, p):
    """A class that the rules do not exclude from receiving. No irregularity."""
    x.classes = ("perangkatDesa",)
