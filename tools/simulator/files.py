"""Which lists there are, how each is written, who signs it and when it is recorded."""

from dataclasses import dataclass

from . import days
from .lists import STYLES, Style, names
from .market import BIDS_SIGNER

REGISTRATION = (
    ("plain", "no_peserta=no_peserta nik=nik no_kk=no_kk nama=nama tanggal_lahir=tanggal_lahir alamat=alamat telepon=telepon "
              "kode_desa=kode_desa desil=desil kelas=kelas status_identitas=status_identitas sumber=sumber tanggal=tanggal"),
    ("excel", "No No._Peserta=no_peserta NIK=nik No._KK=no_kk NAMA=nama Tgl_Lahir=tanggal_lahir Alamat=alamat No_HP=telepon "
              "Kode_Desa=kode_desa Nama_Desa=village Kecamatan Desil=desil Kelas=kelas Status_Identitas=status_identitas "
              "Sumber=sumber Tanggal_Daftar=tanggal Keterangan"),
    ("tabs", "ID_Peserta=no_peserta Nik=nik KK=no_kk NAME=nama Birth_Date=tanggal_lahir ADDRESS=alamat Phone=telepon "
             "Region=kode_desa Decile=desil Classes=kelas Identity-Status=status_identitas Source=sumber Date=tanggal"),
    ("spaced", "Kode_Wilayah=kode_desa Nama_Desa=village no-peserta=no_peserta Nama=nama NIK=nik No.KK=no_kk "
               "tgl_lahir=tanggal_lahir Alamat=alamat TELEPON=telepon DESIL=desil Kelas=kelas status_identitas=status_identitas "
               "SUMBER=sumber Tanggal=tanggal Paraf"),
)
WHOLE_REGISTRATION = (
    "No_Peserta=no_peserta NIK=nik No_KK=no_kk Nama=nama Tanggal_Lahir=tanggal_lahir Alamat=alamat Telepon=telepon "
    "Kode_Desa=kode_desa Desil=desil Kelas=kelas Status_Identitas=status_identitas Kelas_Khusus=kelas_khusus Sumber=sumber "
    "Saksi=saksi Bukti=bukti Tanggal=tanggal Petugas=petugas")
PROPOSAL = ("No_Peserta=no_peserta NIK=nik No_KK=no_kk Nama=nama Tanggal_Lahir=tanggal_lahir Alamat=alamat Telepon=telepon "
            "Kode_Desa=kode_desa Status_Identitas=status_identitas Sumber=sumber Tanggal=tanggal")
VERIFICATION = "no_peserta=no_peserta tingkat=tingkat hasil=hasil cara=cara tanggal=tanggal petugas=petugas"
VERIFICATION_BY_NIK = ("No NIK=nik No_Peserta=no_peserta Level=tingkat Outcome=hasil Instrument=cara Tanggal=tanggal "
                       "Petugas=petugas Nama_Desa=village")
HANDOVER = ("No_Peserta=no_peserta Program=program Periode=periode Kode_Outlet=kode_outlet Tanggal=tanggal Jam=jam Hasil=hasil "
            "Alasan=alasan Pengambil=pengambil Surat_Kuasa=surat_kuasa Barang=barang Tunai=tunai Potongan=potongan "
            "Dikemas=dikemas Perintah_Rapel=perintah_rapel Bukti=bukti Petugas=petugas Nama_Desa=village")
HANDOVER_MIXED = ("petugas=petugas number=no_peserta PROGRAM=program periode=periode kode-outlet=kode_outlet TANGGAL=tanggal "
                  "jam=jam hasil=hasil reason=reason collector=pengambil letter=surat_kuasa goods=barang cash=tunai fee=potongan "
                  "dikemas=dikemas combined_order=perintah_rapel evidence=bukti").replace("reason=reason", "reason=alasan")
ENTITLEMENT = ("No No_Peserta=no_peserta Program=program Periode=periode Kode_Outlet=kode_outlet Nilai=nilai Barang=barang "
               "Tanggal=tanggal")
LOT = ("kode_lot=kode_lot no_kontrak=no_kontrak kode_pemasok=kode_pemasok kode_outlet=kode_outlet program=program "
       "periode=periode komoditas=komoditas jumlah=jumlah harga_satuan=harga_satuan kedaluwarsa=kedaluwarsa tanggal=tanggal "
       "petugas=petugas")
INSPECTION = "Kode_Lot=kode_lot Hasil=hasil Dikemas=dikemas Tanggal=tanggal"
CONTRACT = ("No_Kontrak=no_kontrak Kode_Pengadaan=kode_pengadaan Kode_Pemasok=kode_pemasok Program=program "
            "Kode_Wilayah=kode_wilayah Mulai=mulai Sampai=sampai Nilai=nilai Harga=harga Tanggal=tanggal Petugas=petugas")
COMPLAINT = ("No_Pengaduan=no_pengaduan Kode_Wilayah=kode_wilayah Kanal=kanal Jenis=jenis No_Peserta=no_peserta "
             "Program=program Periode=periode Kode_Outlet=kode_outlet Jumlah=jumlah Isi=isi Tanggal=tanggal "
             "Tanggal_Jawab=tanggal_jawab Hasil_Jawab=hasil_jawab Tanggal_Tutup=tanggal_tutup Hasil_Tutup=hasil_tutup")
INTERVIEW = ("nik=nik no_peserta=no_peserta program=program periode=periode menerima=menerima tanggal_terima=tanggal_terima "
             "nilai_terima=nilai_terima potongan=potongan mutu=mutu tanggal=tanggal petugas=petugas")


@dataclass(frozen=True)
class Spec:
    kind: str
    columns: list
    style: Style
    recorded: int
    signer: str = ""


def recording(periods, villages):
    """The instants at which the files are recorded: soon after what they tell, except those that are late on purpose."""
    table = {}
    for n, (code, _) in enumerate(villages):
        table["bnba-" + code] = days.at(days.day(2025, 11, 10) + n // 2, 10 + 3 * (n % 2))
    for name, month, on, hour in (
            ("pemasok", 11, 4, 15), ("pengadaan", 11, 5, 10), ("penawaran", 11, 25, 17), ("penetapan", 11, 26, 14),
            ("bnba-susulan", 11, 27, 10), ("ewarong", 11, 28, 14), ("kontrak", 12, 1, 14), ("verval-rt", 12, 2, 15),
            ("konflik", 12, 3, 14), ("verval-desa", 12, 10, 15), ("verval-kecamatan", 12, 19, 15), ("verval-dinas", 12, 28, 15)):
        table[name] = days.at(days.day(2025, month, on), hour)
    for p in periods:
        after = days.day(*days.month_after(*days.month_of(p.first)), 1) - 1  # last day of the month
        for name, on, hour in (
                ("anggaran-%s", 2, 15), ("kelayakan-%s", 4, 9), ("hak-%s", 5, 15), ("pencairan-%s", 5, 16),
                ("pengiriman-%s", 6, 17), ("pemeriksaan-%s", 7, 12), ("pengiriman-susulan-%s", 11, 8),
                ("pemeriksaan-susulan-%s", 11, 12), ("koreksi-%s", 13, 19), ("salur-%s-1", 13, 20), ("usulan-%s", 14, 21),
                ("hak-susulan-%s", 15, 17), ("harga-%s", 18, 16), ("kontrak-susulan-%s", 19, 14), ("perbaikan-%s", 19, 19),
                ("salur-%s-2", 20, 20), ("status-%s", 22, 15), ("wawancara-%s", 27, 15), ("salur-%s-lewat", 27, 18),
                ("verval-susulan-%s", 28, 10)):
            table[name % p.code] = days.at(p.on(on), hour)
        table["salur-%s-susulan" % p.code] = days.at(after + 3, 19)
        table["pengaduan-%s" % p.code] = days.at(after + 18, 17)
    table["duplikat"] = days.at(periods[0].on(27), 10)
    table["aturan-2"] = days.at(periods[-1].first - 3, 10)
    table["pengaduan-akhir"] = days.at(days.end_of_month_after(periods[-1]) - 2, 17)
    return table


def specs(periods, villages, recorded):
    """Key of each list file -> Spec."""
    table = {}

    def add(name, kind, columns, style, signer=""):
        table[name] = Spec(kind, names(columns), STYLES[style], recorded[name], signer)
    for n, (code, _) in enumerate(villages):
        style, columns = REGISTRATION[n % len(REGISTRATION)]
        add("bnba-" + code, "registrations", columns, style, "registrar-" + code)
    add("bnba-susulan", "registrations", WHOLE_REGISTRATION, "short")
    add("pemasok", "suppliers", "Kode_Pemasok=kode_pemasok Nama=nama Kode_Wilayah=kode_wilayah Berdiri=berdiri "
        "NIK_Pemilik=nik_pemilik Kelas_Pemilik=kelas_pemilik Tanggal=tanggal", "excel", "komite-1")
    add("pengadaan", "procurements", "kode_pengadaan=kode_pengadaan program=program kode_wilayah=kode_wilayah method=cara "
        "opens=dibuka closes=ditutup goods=barang", "spaced", "komite-1")
    add("penawaran", "bids", "Kode_Pengadaan=kode_pengadaan Kode_Pemasok=kode_pemasok Kode_Wilayah=kode_wilayah Nilai=nilai "
        "Diterima=diterima Harga=harga Gugur_Klausul=gugur_klausul Gugur_Tanggal=gugur_tanggal", "excel", BIDS_SIGNER)
    add("penetapan", "selections", "kode_pengadaan=kode_pengadaan kode_pemasok=kode_pemasok kode_wilayah=kode_wilayah "
        "ranking=peringkat clause=klausul tanggal=tanggal petugas=petugas", "plain", "komite-1+komite-2")
    add("ewarong", "outlets", "Kode_Outlet=kode_outlet Nama=nama Kode_Wilayah=kode_wilayah Program=program "
        "NIK_Pemilik=nik_pemilik Kelas_Pemilik=kelas_pemilik Tanggal=tanggal Kecamatan", "tabs", "manajer-program")
    add("kontrak", "contracts", CONTRACT, "excel", "komite-1+komite-2")
    add("konflik", "conflicts", "Pemegang=pemegang Kode_Pemasok=kode_pemasok Kode_Outlet=kode_outlet Hubungan=hubungan "
        "Kode_Wilayah=kode_wilayah Tanggal=tanggal Petugas=petugas", "short")
    add("verval-rt", "verifications", VERIFICATION, "tabs")
    add("verval-desa", "verifications", VERIFICATION_BY_NIK, "excel")
    add("verval-kecamatan", "verifications", VERIFICATION, "dashes")
    add("verval-dinas", "verifications", VERIFICATION, "plain")
    add("pengaduan-akhir", "complaints", COMPLAINT, "excel", "pengaduan-1")
    for p in periods:
        c = p.code
        add("anggaran-" + c, "budgets", "Program=program Periode=periode Kode_Wilayah=kode_wilayah Jumlah=jumlah "
            "Dokumen=dokumen Tanggal=tanggal", "tabs", "manajer-program")
        add("pencairan-" + c, "disbursements", "program=program periode=periode kode_wilayah=kode_wilayah "
            "kode_outlet=kode_outlet jumlah=jumlah referensi=referensi tanggal=tanggal", "dashes", "manajer-program")
        add("kelayakan-" + c, "eligibility", "No_Peserta=no_peserta Program=program Hasil=hasil Klausul=klausul "
            "Tanggal=tanggal", "short", "manajer-program")
        add("hak-" + c, "entitlements", ENTITLEMENT, "excel", "manajer-program")
        add("hak-susulan-" + c, "entitlements", ENTITLEMENT, "dashes", "manajer-program")
        add("pengiriman-" + c, "lots", LOT, "spaced")
        add("pengiriman-susulan-" + c, "lots", LOT, "short")
        add("pemeriksaan-" + c, "inspections", INSPECTION, "excel", "pemeriksa-1")
        add("pemeriksaan-susulan-" + c, "inspections", INSPECTION, "plain", "pemeriksa-1")
        add("harga-" + c, "price-surveys", "kode_wilayah=kode_wilayah komoditas=komoditas unit=satuan price=harga "
            "market=pasar tanggal=tanggal", "dashes", "pemantau-1")
        add("kontrak-susulan-" + c, "contracts", CONTRACT, "short", "komite-1+komite-2")
        add("salur-%s-1" % c, "handovers", HANDOVER, "excel")
        add("salur-%s-2" % c, "handovers", HANDOVER_MIXED, "lines")
        add("salur-%s-lewat" % c, "handovers", HANDOVER, "short")
        add("salur-%s-susulan" % c, "handovers", HANDOVER_MIXED, "tabs")
        add("usulan-" + c, "proposals", PROPOSAL, "spaced", "registrar-kec")
        add("verval-susulan-" + c, "verifications", VERIFICATION, "plain")
        add("status-" + c, "statuses", "No No_Peserta=no_peserta Status=status Tanggal_Berlaku=berlaku Tanggal=tanggal "
            "Keterangan", "spaced", "registrar-kec")
        add("wawancara-" + c, "interviews", INTERVIEW, "short")
        add("pengaduan-" + c, "complaints", COMPLAINT, "excel", "pengaduan-1")
    return table
