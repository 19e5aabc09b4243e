"""What can go wrong with a lot, a contract, a supplier or an outlet, and which recipients feel it."""

from dataclasses import dataclass

from . import days
from .programme import GOODS


@dataclass(frozen=True)
class GroupKind:
    codes: tuple
    also: tuple
    findings: tuple
    text: str


GROUPS = {
    "lot-gagal": ("quality.failed", "", "Lot failed its inspection and was handed out all the same."),
    "lot-kedaluwarsa": ("quality.expired", "", "Lot had expired when it was handed out."),
    "lot-dikemas": ("quality.packaged", "", "Lot was packed in advance, as its inspection tells."),
    "lot-belum-diperiksa": ("quality.uninspected", "", "Nobody inspected the lot: not assessable."),
    "lot-terlambat": ("time.deliveredLate", "", "Lot reached the outlet after the last day of delivery."),
    "lot-setelah-serah": ("time.deliveredLate", "", "Lot reached the outlet after the handovers that name it."),
    "lot-di-atas-kontrak": ("price.aboveContract", "", "Lot was charged above the contract's price."),
    "lot-tanpa-kontrak": ("admin.sequenceGap", "", "Lot names no contract."),
    "lot-kontrak-hilang": ("admin.sequenceGap", "", "Lot names a contract that nobody knows."),
    "kontrak-menyusul": ("admin.sequenceGap", "", "Contract was signed after the delivery."),
    "bukan-terbaik": ("admin.procurementDeviates", "", "A cheaper bid, in time and not disqualified, was passed over."),
    "satu-tanda-tangan": ("admin.procurementDeviates", "", "One committee key signed the selection; two are required."),
    "penawaran-terlambat": ("admin.procurementDeviates", "", "The selected bid came after the closing time."),
    "penawaran-gugur": ("admin.procurementDeviates", "", "The selected bid had been disqualified."),
    "tanpa-penetapan": ("admin.procurementDeviates", "", "Contract of a procurement that selected nobody."),
    "bukan-pemenang": ("admin.procurementDeviates", "", "Contract with another supplier than the selected one."),
    "tanpa-pengadaan": ("admin.procurementDeviates", "", "Contract that names no procurement."),
    "pemasok-terlarang": ("admin.conflictOfInterest", "", "Supplier is owned by a class that may not own one."),
    "pemasok-kerabat": ("admin.conflictOfInterest", "", "A member of the committee signed for a supplier of declared kin."),
    "outlet-terlarang": ("admin.conflictOfInterest", "", "Outlet is owned by a class that may not own one."),
    "outlet-kerabat": ("admin.conflictOfInterest", "", "Outlet of which an officer's kin was declared the owner's side."),
    "lot-mi-instan": ("quality.forbiddenItem", "", "Instant noodles, inspected and delivered, which the rules do not allow."),
    "tanpa-acuan": ("price.noReference", "", "Maize, of which nobody surveyed the price: not assessable."),
    "lot-lulus-ulang": ("", "", "Lot failed, was sorted and passed. No irregularity."),
    "lot-kurang-kirim": ("", "sums.overHandedOver sums.outletOverHandedOver",
                         "More was handed out from the lot than was delivered in it."),
}
GROUPS = {name: GroupKind(tuple(codes.split()), (), tuple(findings.split()), text)
          for name, (codes, findings, text) in GROUPS.items()}
DEVIATING = ("bukan-terbaik", "satu-tanda-tangan", "penawaran-terlambat", "penawaran-gugur", "tanpa-penetapan",
             "bukan-pemenang", "tanpa-pengadaan", "kontrak-menyusul")


def prepare(market, group, serial):
    """Make the lot, contract, supplier or outlet that is wrong. `serial` makes their codes unique."""
    kind, p = group.kind, group.period
    period = market.periods[p]
    if kind in ("outlet-terlarang", "outlet-kerabat"):
        _outlet(market, group, serial)
        return
    group.commodity, group.basket = {
        "lot-kedaluwarsa": ("susu", "E"), "lot-di-atas-kontrak": ("wortel", "B"), "lot-mi-instan": ("mie-instan", "noodles"),
        "tanpa-acuan": ("jagung", "maize"), "lot-kontrak-hilang": ("tempe", "A"), "bukan-terbaik": ("telur", "D"),
        "satu-tanda-tangan": ("kacang-hijau", "C"), "penawaran-gugur": ("ikan-kembung", "C"),
    }.get(kind, ("beras", "A"))
    usual = market.main_lot(group.outlet, p, group.commodity)
    contract, supplier, at, price = usual.contract, usual.supplier, usual.at, usual.price
    if kind in DEVIATING:
        contract = market.small_procurement("PBJ-9%04d" % serial, kind, group.commodity)
        supplier = market.contracts[contract].supplier
    elif kind in ("pemasok-terlarang", "pemasok-kerabat"):
        contract = market.tied_supplier(serial, kind == "pemasok-terlarang", group.commodity)
        supplier = market.contracts[contract].supplier
    elif kind == "lot-tanpa-kontrak":
        contract = None
    elif kind == "lot-kontrak-hilang":
        contract = "KTR-HILANG-%04d" % serial
    if kind == "kontrak-menyusul":
        market.contracts[contract].at = days.at(period.on(19))
    if kind == "lot-terlambat":
        at, group.days = days.at(period.on(10), 10), (12, 20)
    elif kind == "lot-setelah-serah":
        at, group.days = days.at(period.on(11), 7), (8, 10)
    elif kind == "lot-di-atas-kontrak":
        price = price * 215 // 200
    code = "L%s-X%04d-%s" % (period.short, serial, GOODS[group.commodity][3])
    lot = market.add_lot(code, contract, supplier, group.outlet, p, group.commodity, at, price)
    lot.expires = usual.expires
    group.lot = code
    when, _, _, file = lot.inspections[0]
    if kind == "lot-gagal":
        lot.inspections = [(when, False, False, file)]
    elif kind == "lot-lulus-ulang":
        lot.inspections = [(when, True, False, file), (when - 3 * 3600, False, False, file)]
    elif kind == "lot-dikemas":
        lot.inspections = [(when, True, True, file)]
    elif kind == "lot-belum-diperiksa":
        lot.inspections = []
    elif kind == "lot-kedaluwarsa":
        lot.expires, group.days = period.on(12), (14, 20)
    elif kind == "lot-kurang-kirim":
        lot.short_by = 3_000


def _outlet(market, group, serial):
    region = market.outlets[group.outlet].region
    code = "EW-9%03d" % serial
    if group.kind == "outlet-terlarang":
        market.add_outlet(code, region, ("perangkatDesa",))
    else:
        market.add_outlet(code, region)
        market.declare_kin(code)
    group.outlet = code


def touch(pop, person, group):
    """Give a sound family its goods of the group's period from the group's lot or at the group's outlet."""
    period = pop.periods[group.period]
    first, last = group.days
    h = pop.chance(person.index, b"group")
    person.handovers = [x for x in person.handovers if x.period != period.code]
    handover = pop.handover(person, group.period, day=first + h[0] % (last - first + 1), basket=group.basket,
                            outlet=group.outlet, chance=h)
    if group.lot:
        lot = pop.market.lots[group.lot]
        item = next(i for i in handover.items if i.commodity == group.commodity)
        item.lot = lot.code
        if lot.price != item.price:  # dearer, so less of it for the same money
            item.quantity = item.quantity * item.price // lot.price
            item.price = lot.price
    person.handovers.append(handover)
