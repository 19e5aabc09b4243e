"""Who holds which key, with which roles, where."""

from dataclasses import dataclass

from .programme import DISTRICT, REGENCY, SEMBAKO, UNRULED


@dataclass(slots=True)
class Officer:
    key: str
    holder: str
    institution: str
    roles: tuple
    regions: tuple
    programmes: tuple = ()


class Officers:
    """The list of keys. Keys of one holder share a staff number; that is what separation of duties looks at."""

    def __init__(self):
        self.list = []
        self.holders = {}
        self._next = 0

    def add(self, key, roles, regions, institution="DINSOS-LU", programmes=(), holder=None):
        if holder is None:
            self._next += 1
            holder = "PTG-%05d" % self._next
        self.list.append(Officer(key, holder, institution, roles, regions, programmes))
        self.holders[key] = holder
        return key

    def appoint(self, villages):
        """Everybody except the distributors, who come with their outlets."""
        add = self.add
        add("manajer-program", ("programmeManager",), (REGENCY,))
        for n in (1, 2, 3):
            add("komite-%d" % n, ("procurementCommittee",), (REGENCY,), "ULP-LU")
        add("pemeriksa-1", ("inspector",), (DISTRICT,))
        add("pemantau-1", ("monitor",), (REGENCY,), "MONEV-LU")
        add("auditor-1", ("auditor",), (REGENCY,), "INSPEKTORAT-LU")
        add("pengaduan-1", ("complaintOfficer",), (DISTRICT,))
        add("operator-1", ("operator",), ())
        add("dinas-1", ("verifierDinas",), (REGENCY,))
        for code, _ in villages:
            village = "%s.%s" % (DISTRICT, code)
            home = "DESA-" + code
            add("registrar-" + code, ("registrar",), (village,), home)
            add("rt-" + code, ("verifierRt",), (village,), home)
            add("desa-" + code, ("verifierDesa",), (village,), home)
            add("kec-" + code, ("verifierKecamatan",), (village,), "KEC-ABS")
        add("registrar-kec", ("registrar",), (DISTRICT,), "KEC-ABS")
        # One person with three keys, and one key with three roles.
        first = "PTG-90001"
        add("registrar-rangkap", ("registrar",), (DISTRICT,), "KEC-ABS", holder=first)
        add("rt-rangkap", ("verifierRt",), (DISTRICT,), "KEC-ABS", holder=first)
        add("penyalur-rangkap", ("distributor",), (DISTRICT,), "KEC-ABS", (SEMBAKO,), holder=first)
        add("serba-bisa", ("registrar", "verifierRt", "distributor"), (DISTRICT,), "KEC-ABS", holder="PTG-90002")

    def distributor(self, outlet):
        return self.add("penyalur-" + outlet, ("distributor",), (DISTRICT,), outlet, (SEMBAKO, UNRULED))

    def supplier(self, code):
        return self.add("pemasok-" + code, ("supplier",), (DISTRICT,), code)
