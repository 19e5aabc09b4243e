import Language

extension Phrase {
  static let report: [Phrase: Bilingual] = [
    .reportTitle: Bilingual(
      id: "Laporan enam hak (6T)",
      en: "Report on the six rights (6T)"),
    .exerciseBanner: Bilingual(
      id: "LATIHAN · buku besar ini adalah latihan; angkanya bukan penyaluran yang sesungguhnya",
      en: "EXERCISE · this ledger is an exercise; its figures are no real aid"),
    .exerciseShort: Bilingual(
      id: "LATIHAN",
      en: "EXERCISE"),
    .headlineNone: Bilingual(
      id: "Belum ada hak atau penyerahan yang dapat dinilai.",
      en: "There is no entitlement or handover to judge yet."),
    .headline: Bilingual(
      id: "{0} dari {1} penerimaan terpenuhi keenam haknya",
      en: "{0} of {1} entitlements have all six rights met"),
    .headlineViolated: Bilingual(
      id: "{0} penerimaan memiliki sedikitnya satu hak yang tidak terpenuhi; {1} belum dapat dinilai seluruhnya.",
      en: "{0} have at least one right violated; {1} cannot be assessed in full yet."),
    .lookNotAccusation: Bilingual(
      id: "Setiap tanda adalah alasan untuk melihat, bukan tuduhan.",
      en: "Every flag is a reason to look, not an accusation."),
    .unitNote: Bilingual(
      id: "Satu penerimaan adalah satu penerima dalam satu program dan periode.",
      en: "One entitlement is one recipient in one programme and period."),
    .provenance: Bilingual(
      id: "Asal laporan",
      en: "Where this report comes from"),
    .origin: Bilingual(
      id: "Buku besar",
      en: "Ledger"),
    .title: Bilingual(
      id: "Judul",
      en: "Title"),
    .size: Bilingual(
      id: "Ukuran",
      en: "Size"),
    .entriesCount: Bilingual(
      id: "{0} catatan",
      en: "{0} entries"),
    .root: Bilingual(
      id: "Akar pohon",
      en: "Tree root"),
    .asOf: Bilingual(
      id: "Dinilai per",
      en: "Judged as of"),
    .stateDigest: Bilingual(
      id: "Digest keadaan",
      en: "State digest"),
    .checkpoint: Bilingual(
      id: "Checkpoint",
      en: "Checkpoint"),
    .howToVerify: Bilingual(
      id: "Cara memeriksa",
      en: "How to verify"),
    .howToVerifyNote: Bilingual(
      id: "Siapa pun dapat menghitung ulang laporan ini dari salinan buku besarnya dan membandingkan akar serta digestnya.",
      en: "Anyone can compute this report again from their own copy of the ledger and compare root and digest."),
    .howToVerifyLink: Bilingual(
      id: "perintah dan checkpoint",
      en: "command and checkpoint"),
    .moreInJSON: Bilingual(
      id: "{0} baris lagi ada dalam berkas JSON.",
      en: "{0} more rows are in the JSON file."),
    .moreInCSV: Bilingual(
      id: "{0} baris lagi ada dalam berkas CSV.",
      en: "{0} more rows are in the CSV file."),
    .madeBy: Bilingual(
      id:
        "Dibuat oleh amanah dari catatan yang ditandatangani. Nomor penerima adalah nomor peserta; tidak ada data pribadi di halaman ini.",
      en: "Made by amanah from signed records. Recipient numbers are participant numbers; there is no personal data on this page."
    ),
    .sixRights: Bilingual(
      id: "Enam hak",
      en: "The six rights"),
    .right: Bilingual(
      id: "Hak",
      en: "Right"),
    .met: Bilingual(
      id: "Terpenuhi",
      en: "Met"),
    .violated: Bilingual(
      id: "Tidak terpenuhi",
      en: "Violated"),
    .violatedShort: Bilingual(
      id: "Tidak",
      en: "Violated"),
    .notAssessable: Bilingual(
      id: "Belum dapat dinilai",
      en: "Not assessable"),
    .notAssessableShort: Bilingual(
      id: "Belum",
      en: "Unclear"),
    .units: Bilingual(
      id: "Penerimaan",
      en: "Entitlements"),
    .byVillage: Bilingual(
      id: "Menurut desa dan kelurahan",
      en: "By village"),
    .byOutlet: Bilingual(
      id: "Menurut outlet",
      en: "By outlet"),
    .village: Bilingual(
      id: "Desa/kelurahan",
      en: "Village"),
    .outlet: Bilingual(
      id: "Outlet",
      en: "Outlet"),
    .withoutGroup: Bilingual(
      id: "(tidak tercatat)",
      en: "(not on record)"),
    .rollUpNote: Bilingual(
      id:
        "Angka besar adalah banyaknya penerimaan yang haknya tidak terpenuhi; angka kecil dengan tanda tanya, yang belum dapat dinilai.",
      en:
        "The large figure counts entitlements whose right is violated; the small one with a question mark those that cannot be assessed."
    ),
    .rollUpTextNote: Bilingual(
      id: "Banyaknya penerimaan yang haknya tidak terpenuhi; 5? = 5 belum dapat dinilai.",
      en: "Number of entitlements with the right violated; 5? = 5 not assessable."),
    .rowsOmitted: Bilingual(
      id: "{0} baris dengan tanda paling sedikit tidak ditampilkan.",
      en: "{0} rows with the fewest flags are not shown."),
  ]
}
