extension Column {
  /// Its name in docs/lists.md, then the other names under which headers may have it.
  public var names: [String] { Self.table[self] ?? [] }

  /// Each column stands in one of the four; a test holds that none is missing.
  private static let table = Dictionary(
    uniqueKeysWithValues: [people, trade, service, administration].joined().map { ($0.key, $0.value) })

  /// Of people: who they are, where they live, what was decided about them.
  private static let people: [Column: [String]] = [
    .number: ["no_peserta", "number", "id_peserta"],
    .nik: ["nik"],
    .kk: ["no_kk", "kk"],
    .name: ["nama", "name"],
    .birthDate: ["tanggal_lahir", "birth_date", "tgl_lahir"],
    .address: ["alamat", "address"],
    .phone: ["telepon", "phone", "no_hp"],
    .home: ["kode_desa", "region", "kode_wilayah"],
    .region: ["kode_wilayah", "region"],
    .decile: ["desil", "decile"],
    .classes: ["kelas", "classes"],
    .identityStatus: ["status_identitas", "identity_status"],
    .sensitiveClass: ["kelas_khusus", "sensitive_class"],
    .source: ["sumber", "source"],
    .witness: ["saksi", "witness"],
    .evidence: ["bukti", "evidence"],
    .date: ["tanggal", "date", "tanggal_daftar"],
    .time: ["jam", "time"],
    .officer: ["petugas", "officer", "signed_by"],
    .status: ["status"],
    .effective: ["berlaku", "effective", "tanggal_berlaku"],
    .level: ["tingkat", "level"],
    .outcome: ["hasil", "outcome"],
    .method: ["cara", "method", "instrument"],
    .programme: ["program", "programme"],
    .clause: ["klausul", "clause"],
  ]

  /// Of suppliers, procurements, goods and prices.
  private static let trade: [Column: [String]] = [
    .supplier: ["kode_pemasok", "supplier"],
    .founded: ["berdiri", "founded"],
    .ownerNIK: ["nik_pemilik", "owner_nik"],
    .ownerClasses: ["kelas_pemilik", "owner_classes"],
    .procurement: ["kode_pengadaan", "procurement"],
    .opens: ["dibuka", "opens"],
    .closes: ["ditutup", "closes"],
    .goods: ["barang", "goods"],
    .value: ["nilai", "value", "amount"],
    .receivedAt: ["diterima", "received"],
    .price: ["harga", "price", "prices"],
    .disqualifiedClause: ["gugur_klausul", "disqualified_clause"],
    .disqualifiedAt: ["gugur_tanggal", "disqualified_at"],
    .ranking: ["peringkat", "ranking"],
    .contract: ["no_kontrak", "contract"],
    .from: ["mulai", "from", "valid_from"],
    .until: ["sampai", "until", "valid_until"],
    .outlet: ["kode_outlet", "outlet"],
    .lot: ["kode_lot", "lot"],
    .period: ["periode", "period"],
    .commodity: ["komoditas", "commodity"],
    .amount: ["jumlah", "amount", "quantity"],
    .unitPrice: ["harga_satuan", "unit_price"],
    .expires: ["kedaluwarsa", "expires"],
    .packaged: ["dikemas", "packaged"],
    .unit: ["satuan", "unit"],
    .market: ["pasar", "market"],
    .reason: ["alasan", "reason"],
  ]

  /// Of handovers, interviews and complaints.
  private static let service: [Column: [String]] = [
    .collector: ["pengambil", "collector"],
    .letter: ["surat_kuasa", "letter"],
    .cash: ["tunai", "cash"],
    .fee: ["potongan", "fee"],
    .combinedOrder: ["perintah_rapel", "combined_order"],
    .complaint: ["no_pengaduan", "complaint"],
    .channel: ["kanal", "channel"],
    .category: ["jenis", "category"],
    .text: ["isi", "text"],
    .answeredAt: ["tanggal_jawab", "answered"],
    .answer: ["hasil_jawab", "answer"],
    .closedAt: ["tanggal_tutup", "closed"],
    .closing: ["hasil_tutup", "closing"],
    .received: ["menerima", "received"],
    .receivedOn: ["tanggal_terima", "received_on"],
    .amountReceived: ["nilai_terima", "amount_received"],
    .quality: ["mutu", "quality"],
  ]

  /// Of keys, conflicts of interest and plans.
  private static let administration: [Column: [String]] = [
    .holder: ["pemegang", "holder"],
    .relation: ["hubungan", "relation"],
    .document: ["dokumen", "document"],
    .reference: ["referensi", "reference"],
    .key: ["kunci", "key"],
    .institution: ["instansi", "institution"],
    .roles: ["peran", "roles"],
    .regions: ["wilayah", "regions"],
    .programmes: ["program", "programmes"],
    .list: ["daftar", "list"],
    .file: ["berkas", "file"],
    .recordedAt: ["waktu_catat", "recorded_at"],
  ]
}
