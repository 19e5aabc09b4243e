"""Writing what happened into the lists, family by family."""

from . import days, events
from .files import recording, specs
from .lists import ListFile, goods, money, quantity
from .programme import DISTRICT, GOODS, REGENCY, SEMBAKO

CLASSES = {"asn": "asn", "tni": "tni", "polri": "polri", "perangkatDesa": "perangkat_desa"}
COLLECTORS = {"self": "sendiri", "proxy": "wakil", "heir": "ahli_waris", "official": "petugas", "other": "lainnya"}
EVIDENCE = {"photo": "foto", "signature": "tanda_tangan"}
METHODS = {"open": "terbuka", "selective": "terbatas", "direct": "langsung"}
UNITS = {"g": "kg", "ml": "l", "pcs": "butir"}


class Emitter:
    """Opens files when their first row comes. `refused` maps a file's key to rows that a reader must refuse."""

    def __init__(self, folder, seed, periods, villages, pending):
        self.folder, self.seed, self.villages = folder, seed, villages
        self.recorded = recording(periods, villages)
        self.specs = specs(periods, villages, self.recorded)
        self.files, self.lines, self.pending = {}, {}, pending
        self.refused = []  # (file, row, line, column, reason, list)

    def put(self, key, cells):
        file = self.files.get(key)
        if file is None:
            spec = self.specs[key]
            file = self.files[key] = ListFile(self.folder, key + ".csv", spec.kind, spec.columns, spec.style, spec.recorded,
                                              spec.signer)
        file.write(cells)
        waiting = self.pending.get(key)
        while waiting and file.rows >= waiting[0].after:
            bad = waiting.pop(0)
            line = file.write(bad.cells(file.style))
            self.refused.append((file.name, line - file.breaks, line, bad.column, bad.reason, file.kind))

    def event(self, key, signer, lines, recorded=None):
        """Lines of a file of events; files are small, so they wait in memory."""
        at = self.recorded[key] if recorded is None else recorded
        self.lines.setdefault(key, (at, signer, []))[2].extend(lines)

    def style(self, key):
        return self.specs[key].style

    # People

    def person(self, x):
        key = x.file
        style = self.style(key)
        code, village = self.villages[x.village]
        self.put(key, {
            "no_peserta": x.number, "nik": self._nik(x.nik, style), "no_kk": self._nik(x.kk, style), "nama": x.name,
            "tanggal_lahir": style.date(x.born), "alamat": x.address, "telepon": x.phone, "kode_desa": x.region,
            "village": (village, village.upper(), village.replace(" ", ""), "Ds. " + village)[x.index % 4],
            "desil": str(x.decile) if x.decile else style.missing,
            "kelas": "; ".join(CLASSES[c] for c in x.classes) or style.missing, "status_identitas": x.identity,
            "kelas_khusus": style.or_missing(x.sensitive), "sumber": x.source, "saksi": style.or_missing(x.witness),
            "bukti": style.missing, "tanggal": style.instant(x.registered), "petugas": x.registrar})
        for v in x.verifications:
            style = self.style(v.file)
            by_nik = v.file == "verval-desa" and x.kind is None and x.index % 4 == 1
            self.put(v.file, {
                "no_peserta": style.missing if by_nik else x.number, "nik": self._nik(x.nik, style) if by_nik else style.missing,
                "tingkat": v.level, "hasil": v.outcome, "cara": v.instrument, "tanggal": style.instant(v.at),
                "petugas": v.key, "village": village})
        for effective, status, at, file in x.statuses:
            style = self.style(file)
            self.put(file, {"no_peserta": x.number, "status": status, "berlaku": style.date(effective),
                            "tanggal": style.instant(at)})
        for at, programme, outcome, file in x.decisions:
            self.put(file, {"no_peserta": x.number, "program": programme, "hasil": outcome, "klausul": "PEDUM-4.2",
                            "tanggal": self.style(file).instant(at)})
        for (programme, period), g in x.grants.items():
            self._grant(x, programme, period, g)
        for h in x.handovers:
            if h.correction is None:
                self._handover(x, h)
            else:
                self._corrected(x, h)
        for f in x.failures:
            self._failure(x, f)
        for i in x.interviews:
            self._interview(x, i)
        for c in x.complaints:
            self._complaint(x, c)

    @staticmethod
    def _nik(number, style):
        if number is None:
            return style.missing
        if style.separator == ";" and style.dates == "slash":
            return "'" + number
        if style.dates == "spaced":
            return "%s %s %s %s" % (number[:4], number[4:8], number[8:12], number[12:])
        if style.dates == "words":
            return "%s.%s.%s" % (number[:6], number[6:12], number[12:])
        return number

    def _grant(self, x, programme, period, g):
        style = self.style(g.file)
        promised = "; ".join("%s %s" % (c, quantity(q, u)) for c, q, u in g.goods)
        self.put(g.file, {
            "no_peserta": x.number, "program": programme, "periode": period, "kode_outlet": g.outlet,
            "nilai": style.rupiah(g.amount), "barang": style.or_missing(promised), "tanggal": style.instant(g.at)})

    def _handover(self, x, h):
        style = self.style(h.file)
        missing = style.missing
        self.put(h.file, {
            "no_peserta": x.number, "program": h.programme, "periode": h.period, "kode_outlet": h.outlet,
            "tanggal": style.date(h.time // 86400), "jam": style.hour(h.time), "hasil": "berhasil", "alasan": missing,
            "pengambil": COLLECTORS[h.collector], "surat_kuasa": h.letter or missing, "barang": goods(h.items, style) or missing,
            "tunai": style.rupiah(h.cash), "potongan": style.rupiah(h.fee), "dikemas": "ya" if h.packaged else "tidak",
            "perintah_rapel": h.order or missing, "bukti": "; ".join("%s:%s" % (EVIDENCE[k], d) for k, d in h.evidence),
            "petugas": h.key, "village": self.villages[x.village][1]})

    def _failure(self, x, f):
        style = self.style(f.file)
        self.put(f.file, {
            "no_peserta": x.number, "program": f.programme, "periode": f.period, "kode_outlet": f.outlet,
            "tanggal": style.date(f.time // 86400), "jam": style.hour(f.time), "hasil": "gagal", "alasan": f.reason,
            "petugas": f.key, "village": self.villages[x.village][1]})

    def _corrected(self, x, h):
        region = self.market.outlets[h.outlet].region
        when = days.at(days.day(int(h.period[:4]), int(h.period[5:]), 18))
        first, second = events.correction(self.seed, x, h, region, when)
        self.event("koreksi-" + h.period, h.key, [first])
        self.event("perbaikan-" + h.period, h.key, [second])

    def _interview(self, x, i):
        file = "wawancara-" + i.period
        style = self.style(file)
        by_nik = x.kind is None and x.nik and x.index % 2 == 0
        self.put(file, {
            "nik": x.nik if by_nik else style.missing, "no_peserta": style.missing if by_nik else x.number,
            "program": i.programme, "periode": i.period, "menerima": ("ya", "Y", "1")[x.index % 3] if i.received else "tidak",
            "tanggal_terima": style.date(i.on), "nilai_terima": style.rupiah(i.amount), "potongan": style.rupiah(i.fee),
            "mutu": style.or_missing(i.quality), "tanggal": style.instant(i.at), "petugas": i.key})

    def _complaint(self, x, c):
        style = self.style(c.file)

        def when(at):
            return style.missing if at is None else style.instant(at)
        self.put(c.file, {
            "no_pengaduan": c.code, "kode_wilayah": x.region, "kanal": c.channel, "jenis": c.category, "no_peserta": x.number,
            "program": style.or_missing(c.programme), "periode": style.or_missing(c.period),
            "kode_outlet": style.or_missing(c.outlet), "jumlah": style.rupiah(c.amount), "isi": style.or_missing(c.text),
            "tanggal": when(c.at), "tanggal_jawab": when(c.answered), "hasil_jawab": style.or_missing(c.answer),
            "tanggal_tutup": when(c.closed), "hasil_tutup": style.or_missing(c.outcome)})

    # The market

    def all_of_market(self, market, periods):
        for s in market.suppliers.values():
            style = self.style("pemasok")
            self.put("pemasok", {
                "kode_pemasok": s.code, "nama": s.name, "kode_wilayah": s.region, "berdiri": style.date(s.founded),
                "nik_pemilik": self._nik(s.owner_nik, style), "kelas_pemilik": "; ".join(CLASSES[c] for c in s.classes) or "-",
                "tanggal": style.instant(s.registered)})
        for p in market.procurements.values():
            self._procurement(p)
        for c in market.contracts.values():
            key = "kontrak" if c.at < self.recorded["kontrak"] else "kontrak-susulan-%04d-%02d" % days.month_of(c.at // 86400)
            style = self.style(key)
            prices = "; ".join("%s %s/%s" % (name, money(price, "dot"), UNITS[GOODS[name][0]]) for name, price in c.prices.items())
            self.put(key, {
                "no_kontrak": c.code, "kode_pengadaan": c.procurement or style.missing, "kode_pemasok": c.supplier,
                "program": c.programme, "kode_wilayah": REGENCY, "mulai": style.date(c.from_), "sampai": style.date(c.until),
                "nilai": style.rupiah(c.value), "harga": prices, "tanggal": style.instant(c.at), "petugas": "+".join(c.signers)})
        style = self.style("ewarong")
        for o in market.outlets.values():
            self.put("ewarong", {
                "kode_outlet": o.code, "nama": o.name, "kode_wilayah": o.region, "program": SEMBAKO,
                "nik_pemilik": self._nik(o.owner_nik, style), "kelas_pemilik": "; ".join(CLASSES[c] for c in o.classes) or "--",
                "tanggal": style.instant(o.appointed)})
        style = self.style("konflik")
        for c in market.conflicts:
            self.put("konflik", {
                "pemegang": c.holder, "kode_pemasok": c.supplier or "", "kode_outlet": c.outlet or "", "hubungan": c.relation,
                "kode_wilayah": REGENCY if c.supplier else market.outlets[c.outlet].region,
                "tanggal": style.instant(c.at), "petugas": c.key})
        self._lots(market)
        for region, commodity, unit, price, on, place in market.surveys:
            key = "harga-%04d-%02d" % days.month_of(on)
            style = self.style(key)
            self.put(key, {"kode_wilayah": region, "komoditas": commodity, "satuan": UNITS[unit], "harga": style.rupiah(price),
                           "pasar": place, "tanggal": style.date(on)})

    def _procurement(self, p):
        style = self.style("pengadaan")
        self.put("pengadaan", {
            "kode_pengadaan": p.code, "program": p.programme, "kode_wilayah": REGENCY, "cara": METHODS[p.method],
            "dibuka": style.instant(p.opens), "ditutup": style.instant(p.closes),
            "barang": "; ".join("%s %s" % (c, quantity(q, GOODS[c][0])) for c, q in p.goods)})
        style = self.style("penawaran")
        for b in p.bids:
            self.put("penawaran", {
                "kode_pengadaan": p.code, "kode_pemasok": b.supplier, "kode_wilayah": REGENCY, "nilai": style.rupiah(b.amount),
                "diterima": style.instant(b.received), "harga": "-", "gugur_klausul": b.clause or "-",
                "gugur_tanggal": style.instant(b.disqualified) if b.disqualified else "-"})
        if p.selection:
            style = self.style("penetapan")
            self.put("penetapan", {
                "kode_pengadaan": p.code, "kode_pemasok": p.selection.supplier, "kode_wilayah": REGENCY,
                "peringkat": ";".join(p.selection.ranking), "klausul": "K-11", "tanggal": style.instant(p.selection.at),
                "petugas": "+".join(p.selection.signers)})

    def _lots(self, market):
        for lot in market.lots.values():
            if not lot.handed:
                continue
            key = "%s-%s" % (lot.file, lot.period)
            style = self.style(key)
            self.put(key, {
                "kode_lot": lot.code, "no_kontrak": lot.contract or style.missing, "kode_pemasok": lot.supplier,
                "kode_outlet": lot.outlet, "program": lot.programme, "periode": lot.period, "komoditas": lot.commodity,
                "jumlah": quantity(lot.delivered, lot.unit), "harga_satuan": style.rupiah(lot.price),
                "kedaluwarsa": style.date(lot.expires), "tanggal": style.instant(lot.at), "petugas": lot.key})
            for at, passed, packaged, file in lot.inspections:
                key = "%s-%s" % (file, lot.period)
                self.put(key, {"kode_lot": lot.code, "hasil": "lulus" if passed else "gagal",
                               "dikemas": "ya" if packaged else "tidak", "tanggal": self.style(key).instant(at)})

    def money_flow(self, period, allocated, disbursed):
        key = "anggaran-" + period.code
        style = self.style(key)
        self.put(key, {"program": SEMBAKO, "periode": period.code, "kode_wilayah": DISTRICT, "jumlah": style.rupiah(allocated),
                       "dokumen": "DPA/%s/01" % period.short, "tanggal": style.date(period.on(2))})
        key = "pencairan-" + period.code
        style = self.style(key)
        for n, (outlet, amount) in enumerate(disbursed, 1):
            self.put(key, {"program": SEMBAKO, "periode": period.code, "kode_wilayah": DISTRICT, "kode_outlet": outlet,
                           "jumlah": style.rupiah(amount), "referensi": "SP2D-%s-%05d" % (period.short, n),
                           "tanggal": style.date(period.on(5))})

    # The plan

    def finish(self, keys_file):
        """Close everything and write the plan. Returns its rows."""
        rows = [(events.OPENED + 1800, "keys", keys_file, "pembina-1")]
        for file in self.files.values():
            file.close()
            rows.append((file.recorded, file.kind, file.name, file.signer))
        for key, (at, signer, lines) in self.lines.items():
            name = key + ".jsonl"
            (self.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            rows.append((at, "events", name, signer))
        rows.sort(key=lambda r: r[0])
        with open(self.folder / "rencana.csv", "w", encoding="utf-8", newline="") as plan:
            plan.write("daftar,berkas,petugas,waktu_catat\n")
            for at, kind, name, signer in rows:
                plan.write("%s,%s,%s,%s\n" % (kind, name, signer, days.iso_instant(at)))
        return rows
