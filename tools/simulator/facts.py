"""What happens in the district. Instants are seconds of the local clock, days whole numbers (see days)."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Verification:
    at: int
    level: str
    outcome: str
    key: str
    file: str
    instrument: str = "kunjungan"


@dataclass(slots=True)
class Grant:
    at: int
    amount: int
    outlet: str
    file: str
    goods: tuple = ()  # (commodity, quantity, unit)


@dataclass(slots=True)
class Item:
    commodity: str
    quantity: int
    unit: str
    price: int
    lot: str | None


@dataclass(slots=True)
class Handover:
    programme: str
    period: str
    time: int
    outlet: str
    key: str
    file: str
    items: list
    evidence: list  # (kind, 64 hexadecimal digits)
    collector: str = "self"
    letter: str | None = None
    cash: int | None = None
    fee: int | None = None
    packaged: bool = False
    order: str | None = None
    correction: "Handover | None" = None  # what replaces it; only for records kept as events
    void: bool = False  # of a correction: the handover did not take place


@dataclass(slots=True)
class Failure:
    programme: str
    period: str
    time: int
    outlet: str
    key: str
    file: str
    reason: str


@dataclass(slots=True)
class Interview:
    programme: str
    period: str
    at: int
    received: bool
    amount: int | None
    fee: int | None
    quality: str | None
    on: int | None
    key: str


@dataclass(slots=True)
class Complaint:
    code: str
    category: str
    programme: str | None
    period: str | None
    outlet: str | None
    amount: int | None
    text: str | None
    at: int
    answered: int | None
    answer: str | None
    closed: int | None
    outcome: str | None
    channel: str
    file: str


@dataclass(slots=True)
class Person:
    index: int
    number: str
    village: int
    region: str
    outlet: str
    name: str
    nik: str | None
    kk: str | None
    born: int
    address: str
    phone: str
    decile: int | None
    registered: int
    registrar: str
    file: str
    order: tuple  # of the registration in the ledger: (rank of the file, row)
    proposed: bool = False
    identity: str = "nik"
    source: str = "dtsen"
    classes: tuple = ()
    witness: str | None = None
    sensitive: str | None = None
    kind: str | None = None  # the planted irregularity
    period: int | None = None  # where it was planted
    verifications: list = field(default_factory=list)
    statuses: list = field(default_factory=list)  # (effective day, status, instant, file)
    decisions: list = field(default_factory=list)  # (instant, programme, outcome, file)
    grants: dict = field(default_factory=dict)  # (programme, period) -> Grant
    handovers: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    interviews: list = field(default_factory=list)
    complaints: list = field(default_factory=list)


@dataclass(slots=True)
class Outlet:
    code: str
    name: str
    region: str
    key: str
    appointed: int
    owner_nik: str
    classes: tuple = ()


@dataclass(slots=True)
class Supplier:
    code: str
    name: str
    region: str
    founded: int
    owner_nik: str
    registered: int
    key: str
    classes: tuple = ()


@dataclass(slots=True)
class Bid:
    supplier: str
    amount: int
    received: int
    clause: str | None = None  # of its disqualification
    disqualified: int | None = None


@dataclass(slots=True)
class Selection:
    supplier: str
    ranking: tuple
    at: int
    signers: tuple


@dataclass(slots=True)
class Procurement:
    code: str
    programme: str
    method: str
    opens: int
    closes: int
    goods: tuple  # (commodity, quantity)
    bids: list
    selection: Selection | None


@dataclass(slots=True)
class Contract:
    code: str
    procurement: str | None
    supplier: str
    programme: str
    from_: int
    until: int
    value: int
    prices: dict  # commodity -> rupiah per kg, litre or piece
    at: int
    signers: tuple


@dataclass(slots=True)
class Lot:
    code: str
    contract: str | None
    supplier: str
    outlet: str
    programme: str
    period: str
    commodity: str
    unit: str
    price: int
    expires: int | None
    at: int
    key: str
    file: str
    inspections: list = field(default_factory=list)  # (instant, passed, packaged, file)
    handed: int = 0
    delivered: int | None = None  # set when all handovers are known
    short_by: int = 0


@dataclass(slots=True)
class Conflict:
    holder: str  # staff number
    relation: str
    at: int
    key: str
    supplier: str | None = None
    outlet: str | None = None


@dataclass(slots=True)
class Resolution:
    numbers: tuple
    resolution: str  # samePerson, sameFamily, different
    keep: str | None
    region: str
    at: int


@dataclass(slots=True)
class Group:
    """Some neighbours whose goods in one period come from a lot, or at an outlet, with a defect."""
    kind: str
    period: int
    outlet: str  # where their goods come from
    members: range
    commodity: str = "beras"
    lot: str | None = None
    days: tuple = (8, 20)
    basket: str = "A"
