import Language

extension Phrase {
  static let tables: [Phrase: Bilingual] = [
    .sums: Bilingual(
      id: "Dari anggaran sampai penyerahan",
      en: "From budget to handover"),
    .sumsNote: Bilingual(
      id: "Selisih dihitung terhadap tahap sebelumnya.",
      en: "Differences are against the step before."),
    .allocated: Bilingual(
      id: "Dianggarkan",
      en: "Allocated"),
    .disbursed: Bilingual(
      id: "Dicairkan",
      en: "Disbursed"),
    .delivered: Bilingual(
      id: "Dikirim",
      en: "Delivered"),
    .handedOver: Bilingual(
      id: "Diserahkan",
      en: "Handed over"),
    .noSums: Bilingual(
      id: "Belum ada uang atau barang yang tercatat.",
      en: "No money or goods are on record yet."),
    .sumsByOutlet: Bilingual(
      id: "Menurut outlet",
      en: "By outlet"),
    .programme: Bilingual(
      id: "Program",
      en: "Programme"),
    .period: Bilingual(
      id: "Periode",
      en: "Period"),
    .step: Bilingual(
      id: "Tahap",
      en: "Step"),
    .amount: Bilingual(
      id: "Jumlah",
      en: "Amount"),
    .difference: Bilingual(
      id: "Selisih",
      en: "Difference"),
    .reasons: Bilingual(
      id: "Alasan yang paling sering",
      en: "Most frequent reasons"),
    .reasonsViolated: Bilingual(
      id: "Yang perlu dilihat",
      en: "To look at"),
    .reasonsOpen: Bilingual(
      id: "Yang belum dapat dinilai",
      en: "Not assessable yet"),
    .noReasons: Bilingual(
      id: "Tidak ada.",
      en: "None."),
    .violations: Bilingual(
      id: "Yang perlu dilihat satu per satu",
      en: "What to look at, one by one"),
    .violationsOmitted: Bilingual(
      id: "Ditampilkan {0} dari {1}; berkas CSV memuat semuanya.",
      en: "Showing {0} of {1}; the CSV file has all of them."),
    .groupOmitted: Bilingual(
      id: "Ditampilkan {0} dari {1} dalam kelompok ini.",
      en: "Showing {0} of {1} in this group."),
    .noViolations: Bilingual(
      id: "Tidak ada hak yang tercatat tidak terpenuhi.",
      en: "No right is on record as violated."),
    .number: Bilingual(
      id: "Nomor",
      en: "Number"),
    .withoutNumber: Bilingual(
      id: "tanpa nomor",
      en: "no number"),
    .value: Bilingual(
      id: "Nilai",
      en: "Value"),
    .threshold: Bilingual(
      id: "Ambang",
      en: "Threshold"),
    .rules: Bilingual(
      id: "Aturan",
      en: "Rules"),
    .entries: Bilingual(
      id: "Catatan",
      en: "Entries"),
    .rulesVersion: Bilingual(
      id: "aturan {0}",
      en: "rules {0}"),
    .entriesList: Bilingual(
      id: "catatan {0}",
      en: "entries {0}"),
    .findings: Bilingual(
      id: "Jumlah dan pengaduan yang perlu dilihat",
      en: "Sums and complaints to look at"),
    .noFindings: Bilingual(
      id: "Tidak ada.",
      en: "None."),
    .subject: Bilingual(
      id: "Pokok",
      en: "Subject"),
    .lot: Bilingual("lot {0}"),
    .complaint: Bilingual(
      id: "pengaduan {0}",
      en: "complaint {0}"),
    .reason: Bilingual(
      id: "Alasan",
      en: "Reason"),
    .code: Bilingual(
      id: "Kode",
      en: "Code"),
    .count: Bilingual(
      id: "Banyak",
      en: "Number"),
    .filterLabel: Bilingual(
      id: "Saring",
      en: "Filter"),
    .filterPlaceholder: Bilingual(
      id: "nomor, desa, outlet, catatan …",
      en: "number, village, outlet, entry …"),
    .allRights: Bilingual(
      id: "Semua hak",
      en: "All rights"),
    .noMatch: Bilingual(
      id: "Tidak ada yang cocok.",
      en: "Nothing matches."),
    .at: Bilingual(
      id: "Terjadi",
      en: "Happened"),
    .recordedAt: Bilingual(
      id: "Dicatat",
      en: "Recorded"),
    .entry: Bilingual(
      id: "Catatan",
      en: "Entry"),
    .type: Bilingual(
      id: "Jenis",
      en: "Type"),
    .author: Bilingual(
      id: "Penulis",
      en: "Author"),
    .noHistory: Bilingual(
      id: "Tidak ada catatan tentang hal ini.",
      en: "There is no record about this."),
  ]
}
