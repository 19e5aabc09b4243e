internal import Compliance
import Language

extension ReasonWording {
  static let finding: [LedgerFinding.Kind: ReasonWording] = [
    .overDisbursed: ReasonWording(
      measure: .rupiah,
      label: Bilingual(id: "Pencairan dana melebihi anggaran", en: "More disbursed than allocated"),
      sentence: Bilingual(
        id: "Dana yang dicairkan[ ({value})] melebihi anggaran yang dialokasikan[ ({threshold})].",
        en: "More money was disbursed[ ({value})] than was allocated[ ({threshold})].")),
    .overHandedOver: ReasonWording(
      measure: .quantity,
      label: Bilingual(id: "Penyerahan melebihi isi lot", en: "More handed over than the lot held"),
      sentence: Bilingual(
        id: "Jumlah yang diserahkan dari lot[ ({value})] melebihi yang dikirim di dalamnya[ ({threshold})].",
        en: "More was handed over from a lot[ ({value})] than was delivered in it[ ({threshold})].")),
    .outletOverHandedOver: ReasonWording(
      measure: .quantity,
      label: Bilingual(id: "Penyerahan melebihi kiriman ke outlet", en: "More handed over than the outlet got"),
      sentence: Bilingual(
        id: "Jumlah suatu komoditas yang diserahkan di outlet[ ({value})] melebihi yang dikirim ke sana[ ({threshold})].",
        en: "More of a commodity was handed over at an outlet[ ({value})] than was delivered to it[ ({threshold})].")),
    .complaintAnswerLate: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Pengaduan belum dijawab tepat waktu", en: "Complaint not answered in time"),
      sentence: Bilingual(
        id: "Pengaduan belum dijawab dalam batas waktu, atau dijawab setelahnya[: {value}, batasnya {threshold}].",
        en: "The complaint was not answered within the time allowed[: {value}, the limit is {threshold}].")),
    .complaintCloseLate: ReasonWording(
      measure: .days,
      label: Bilingual(id: "Pengaduan belum selesai tepat waktu", en: "Complaint not closed in time"),
      sentence: Bilingual(
        id: "Pengaduan belum selesai dalam batas waktu, atau selesai setelahnya[: {value}, batasnya {threshold}].",
        en: "The complaint was not closed within the time allowed[: {value}, the limit is {threshold}].")),
  ]
}
