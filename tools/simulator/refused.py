"""Rows that a reader must refuse, each for one cell. They change nothing: whoever they name is sound without them."""

from dataclasses import dataclass

from .programme import DISTRICT, SEMBAKO


@dataclass(frozen=True)
class Refused:
    after: int  # rows of the file before it
    column: str
    reason: str
    values: dict

    def cells(self, style):
        return {k: style.missing if v is None else v for k, v in self.values.items()}


def rows(periods, villages, numbers, personal, shared_nik):
    """`numbers`: sound participants. `personal` collects what these rows tell of people. `shared_nik` has two holders."""
    code = villages[0][0]
    place = "%s.%s" % (DISTRICT, code)
    first = periods[0].code
    pending = {}
    count = [0]

    def registration(column, reason, **changes):
        count[0] += 1
        n = count[0]
        name = "Tukiran Salahketik%s" % "abcdefghijklmnop"[n]
        nik, kk = "18030741%02d55%04d" % (n % 12 + 1, 9000 + n), "18030701%02d11%04d" % (n % 12 + 1, 9000 + n)
        cells = {"no_peserta": "SBK-%s-99%03d" % (code, n), "nik": nik, "no_kk": kk, "nama": name,
                 "tanggal_lahir": "1955-03-01", "alamat": "Gang Salahketik No. %d" % n, "telepon": "08709900%04d" % n,
                 "kode_desa": place, "desil": "2", "kelas": None, "status_identitas": "nik", "sumber": "bnba",
                 "tanggal": "2025-11-06", "petugas": "registrar-kec"}
        cells.update(changes)
        personal.extend(cells[k] for k in ("nama", "alamat", "telepon") if cells[k])
        personal.extend(cells[k] for k in ("nik", "no_kk") if cells[k] and cells[k].isdigit())
        add("bnba-" + code if n % 2 else "bnba-susulan", column, reason, cells, after=2 + n // 2)

    def add(key, column, reason, cells, after=2):
        pending.setdefault(key, []).append(Refused(after, column, reason, cells))

    registration("nik", "rounded by a spreadsheet", nik="1.80307E+15")
    registration("no_kk", "rounded by a spreadsheet", no_kk="1,80307E+15")
    registration("tanggal", "no such day", tanggal="31/02/2026")
    registration("nama", "required", nama=None)
    registration("kode_desa", "not a region code", kode_desa="1803072004")
    registration("nik", "fifteen digits", nik="180307410155123")
    registration("desil", "not from 1 to 10", desil="12")
    registration("kelas", "not a class", kelas="juragan")
    registration("no_peserta", "required", no_peserta=None)

    handed = {"no_peserta": numbers[0], "program": SEMBAKO, "periode": first, "kode_outlet": "EW-0001",
              "tanggal": "2026-01-09", "jam": "10.00", "hasil": "berhasil", "pengambil": "sendiri", "dikemas": "tidak",
              "barang": "beras 1 kg @13.000", "bukti": None, "petugas": "penyalur-EW-0001"}
    key = "salur-%s-1" % first
    add(key, "barang", "not a quantity", dict(handed, barang="beras sepuluh kilo @13.000"), after=1)
    add(key, "barang", "not a commodity", dict(handed, barang="ber&as! 10 kg @13.000"), after=4)
    add(key, "jam", "no such time", dict(handed, jam="25.70"), after=5)
    add(key, "bukti", "not 64 hexadecimal digits", dict(handed, bukti="foto:abc123"), after=6)
    add(key, "tanggal", "no such day", dict(handed, tanggal="30/02/2026"), after=7)
    add(key, "pengambil", "not a collector", dict(handed, pengambil="tetangga jauh"), after=8)
    entitled = {"no_peserta": numbers[1], "program": SEMBAKO, "periode": first, "kode_outlet": "EW-0001", "nilai": "200000",
                "tanggal": "2026-01-05"}
    add("hak-" + first, "nilai", "not an amount", dict(entitled, nilai="dua ratus ribu"))
    add("hak-" + first, "periode", "required", dict(entitled, periode=None), after=3)
    verified = {"no_peserta": numbers[2], "nik": None, "tingkat": "desa", "hasil": "layak", "cara": "musyawarah",
                "tanggal": "2025-12-04", "petugas": "desa-" + code}
    add("verval-desa", "tingkat", "not a level", dict(verified, tingkat="rw"))
    add("verval-desa", "tanggal", "required", dict(verified, tanggal=None), after=3)
    add("verval-desa", "hasil", "not an outcome", dict(verified, hasil="mungkin"), after=4)
    nobody = "1803074101559999"
    personal.append(nobody)
    add("verval-desa", "nik", "no recipient has it", dict(verified, no_peserta=None, nik=nobody), after=5)
    add("verval-desa", "nik", "two recipients have it", dict(verified, no_peserta=None, nik=shared_nik), after=6)
    surveyed = {"kode_wilayah": DISTRICT, "komoditas": "beras", "satuan": "kg", "harga": "13000", "pasar": "PSR-9",
                "tanggal": "2026-01-10"}
    add("harga-" + first, "satuan", "not a unit", dict(surveyed, satuan="karung"))
    add("harga-" + first, "komoditas", "not a code", dict(surveyed, komoditas="beras premium?"), after=3)
    add("harga-" + first, "harga", "required", dict(surveyed, harga=None), after=4)
    add("pengaduan-akhir", "isi", "text without a recipient to seal it for", {
        "no_pengaduan": "ADU-TANPA-01", "kode_wilayah": place, "kanal": "email", "jenis": "lainnya", "no_peserta": None,
        "isi": "Mohon ditindaklanjuti.", "tanggal": "2026-01-20"}, after=1)
    return pending
