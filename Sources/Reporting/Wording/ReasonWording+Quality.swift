internal import Compliance
import Language

extension ReasonWording {
  static let quality: [ReasonCode: ReasonWording] = [
    .qualityFailed: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Tidak lulus pemeriksaan", en: "Did not pass inspection"),
      sentence: Bilingual(
        id: "Barang berasal dari lot yang tidak lulus pada pemeriksaan terakhirnya.",
        en: "The goods came from a lot that did not pass its latest inspection.")),
    .qualityExpired: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Lewat masa simpan", en: "Past its shelf life"),
      sentence: Bilingual(
        id: "Masa simpan barang sudah berakhir[ {value}] sebelum hari penyerahan.",
        en: "The shelf life of the goods ended[ {value}] before the day of the handover.")),
    .qualityForbiddenItem: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Barang di luar daftar", en: "Goods not on the list"),
      sentence: Bilingual(
        id: "Ada barang yang tidak termasuk dalam daftar komoditas program pada hari penyerahan.",
        en: "Some goods are not on the programme's list of commodities on the day of the handover.")),
    .qualityGroupMissing: ReasonWording(
      measure: .count,
      label: Bilingual(id: "Kelompok pangan tidak lengkap", en: "Food group missing"),
      sentence: Bilingual(
        id: "Tidak semua kelompok pangan yang diminta ada di antara barang yang diserahkan[ ({value} dari {threshold})].",
        en: "Not every required food group is among the goods handed over[ ({value} of {threshold})].")),
    .qualityPackaged: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Dipaketkan lebih dahulu", en: "Packed in advance"),
      sentence: Bilingual(
        id: "Barang tercatat dipaketkan lebih dahulu, padahal penerima berhak memilih.",
        en: "The goods are recorded as packed in advance, while the recipient is entitled to choose.")),
    .qualityComplained: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Mutu dikeluhkan", en: "Quality complained of"),
      sentence: Bilingual(
        id: "Mutu barang dikeluhkan dalam pengaduan, atau disebut buruk dalam wawancara.",
        en: "The quality of the goods was complained of, or called bad in an interview.")),
    .qualityUninspected: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum diperiksa", en: "Not inspected"),
      sentence: Bilingual(
        id: "Ada barang tanpa lot yang dikenal atau dari lot yang belum diperiksa.",
        en: "Some goods have no known lot, or come from a lot that was not inspected.")),
    .qualityNoGoods: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Tidak ada barang", en: "No goods"),
      sentence: Bilingual(
        id: "Penyerahan tidak memuat barang, sehingga mutu tidak dapat dinilai.",
        en: "The handovers hold no goods, so quality cannot be assessed.")),
    .qualityNoHandover: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada penyerahan", en: "No handover yet"),
      sentence: Bilingual(
        id: "Belum ada penyerahan yang tercatat, sehingga mutu belum dapat dinilai.",
        en: "No handover is on record, so quality cannot be assessed yet.")),
    .qualityNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id: "Tidak ada aturan yang berlaku pada hari penyerahan, sehingga mutu tidak dapat dinilai.",
        en: "No rules were in force on the day of the handover, so quality cannot be assessed.")),
  ]
}
