internal import Compliance
import Language

extension ReasonWording {
  static let time: [ReasonCode: ReasonWording] = [
    .timeEarly: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Sebelum jendela waktu", en: "Before the window"),
      sentence: Bilingual(
        id: "Penyerahan terjadi[ {value}] sebelum jendela waktu dibuka.",
        en: "The handover was[ {value}] before the window opened.")),
    .timeLate: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Setelah jendela waktu", en: "After the window"),
      sentence: Bilingual(
        id: "Penyerahan terjadi[ {value}] setelah jendela waktu berakhir.",
        en: "The handover was[ {value}] after the window ended.")),
    .timeDeliveredLate: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Barang datang terlambat", en: "Goods delivered late"),
      sentence: Bilingual(
        id: "Barang dikirim setelah penyerahan atau setelah batas pengiriman[: {value} setelah batas].",
        en: "The goods were delivered after the handover or after the last day for delivery[: {value} after that day].")),
    .timeRecordedLate: ReasonWording(
      measure: .hours,
      label: Bilingual(id: "Dicatat terlambat", en: "Recorded late"),
      sentence: Bilingual(
        id: "Penyerahan dicatat lebih lambat daripada yang diizinkan[: {value} setelah terjadi, batasnya {threshold}].",
        en: "The handover was recorded later than allowed[: {value} after it happened, the limit is {threshold}].")),
    .timeNoHandover: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada penyerahan", en: "No handover yet"),
      sentence: Bilingual(
        id: "Belum ada penyerahan yang tercatat, sehingga waktu belum dapat dinilai.",
        en: "No handover is on record, so its time cannot be assessed yet.")),
    .timeNoWindow: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Jendela waktu belum dibuka", en: "No window yet"),
      sentence: Bilingual(
        id: "Jendela waktu untuk periode ini tidak tercatat, sehingga waktu tidak dapat dinilai.",
        en: "No window is on record for this period, so the time cannot be assessed.")),
    .timeNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id: "Tidak ada aturan yang berlaku pada hari penyerahan, sehingga waktu tidak dapat dinilai sepenuhnya.",
        en: "No rules were in force on the day of the handover, so the time cannot be assessed fully.")),
  ]
}
