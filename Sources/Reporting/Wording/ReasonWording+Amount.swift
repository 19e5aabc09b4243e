internal import Compliance
import Language

extension ReasonWording {
  static let amount: [ReasonCode: ReasonWording] = [
    .amountShort: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Kurang dari hak", en: "Less than entitled"),
      sentence: Bilingual(
        id:
          "Yang diterima, menurut penyerahan atau wawancara, kurang dari hak setelah toleransi[: {value}, seharusnya sedikitnya {threshold}].",
        en:
          "What was received, by handover or interview, is less than the entitlement after tolerance[: {value}, where at least {threshold} is due]."
      )),
    .amountOver: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Lebih dari hak", en: "More than entitled"),
      sentence: Bilingual(
        id: "Nilai penyerahan melebihi hak dengan toleransinya[: {value}, paling banyak {threshold}].",
        en: "The handover is worth more than the entitlement with its tolerance[: {value}, at most {threshold} is due].")),
    .amountRepeated: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Diserahkan lebih dari sekali", en: "Handed over more than once"),
      sentence: Bilingual(
        id:
          "Ada beberapa penyerahan dalam satu periode yang bersama-sama melebihi hak dengan toleransinya[: {value}, paling banyak {threshold}].",
        en:
          "Several handovers in one period are together worth more than the entitlement with its tolerance[: {value}, at most {threshold} is due]."
      )),
    .amountLevied: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Ada biaya yang diceritakan", en: "A fee was told of"),
      sentence: Bilingual(
        id: "Menurut penyerahan, wawancara, atau pengaduan, penerima diminta membayar[ {value}].",
        en: "According to a handover, an interview or a complaint, the recipient was asked to pay[ {value}].")),
    .amountCombined: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Beberapa periode sekaligus", en: "Several periods at once"),
      sentence: Bilingual(
        id: "Bantuan untuk periode lain diserahkan pada hari yang sama tanpa perintah penggabungan yang tercatat.",
        en: "Aid for another period was handed over on the same day without a recorded order to combine them.")),
    .amountNoHandover: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada penyerahan", en: "No handover yet"),
      sentence: Bilingual(
        id: "Belum ada penyerahan yang tercatat, sehingga jumlah belum dapat dinilai.",
        en: "No handover is on record, so the amount cannot be assessed yet.")),
    .amountNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id: "Tidak ada aturan yang berlaku pada hari itu, sehingga jumlah dinilai tanpa toleransi.",
        en: "No rules were in force on that day; the amount is judged without tolerance.")),
  ]
}
