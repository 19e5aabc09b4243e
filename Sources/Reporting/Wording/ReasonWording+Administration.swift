internal import Compliance
import Language

extension ReasonWording {
  static let administration: [ReasonCode: ReasonWording] = [
    .adminEvidenceMissing: ReasonWording(
      measure: .count,
      label: Bilingual(id: "Bukti tidak lengkap", en: "Evidence missing"),
      sentence: Bilingual(
        id: "Penyerahan tidak memuat semua jenis bukti yang diminta aturan[ ({value} dari {threshold})].",
        en: "The handover lacks a kind of evidence that the rules require[ ({value} of {threshold})].")),
    .adminLevelSkipped: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Urutan verifikasi tidak sesuai", en: "Verification out of order"),
      sentence: Bilingual(
        id: "Suatu tingkat verifikasi tercatat tanpa, atau sebelum, tingkat yang mendahuluinya.",
        en: "A level of verification is on record without, or before, a level that comes first.")),
    .adminDutiesNotSeparated: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Tugas tidak terpisah", en: "Duties not separated"),
      sentence: Bilingual(
        id: "Orang yang sama menjalankan dua dari tiga tugas: mendaftar, memverifikasi, menyerahkan.",
        en: "The same person did two of three duties: registering, verifying, handing over.")),
    .adminProcurementDeviates: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Pengadaan menyimpang dari pedoman", en: "Procurement departs from the rules"),
      sentence: Bilingual(
        id: "Kontrak dari lot ini tidak mengikuti urutan pemilihan pemasok menurut pedoman.",
        en: "The contract behind this lot does not follow the course for selecting a supplier.")),
    .adminConflictOfInterest: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Kemungkinan benturan kepentingan", en: "Possible conflict of interest"),
      sentence: Bilingual(
        id: "Pemasok atau outlet tercatat memiliki hubungan yang menurut aturan perlu dihindari.",
        en: "The supplier or outlet is on record with a tie that the rules ask to avoid.")),
    .adminSequenceGap: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Urutan catatan terputus", en: "Gap in the sequence"),
      sentence: Bilingual(
        id: "Rangkaian catatan dari keputusan, kontrak, dan lot sampai penyerahan tidak lengkap atau tidak berurutan.",
        en: "The chain of records from decision, contract and lot to handover is incomplete or out of order.")),
    .adminNoHandover: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada penyerahan", en: "No handover yet"),
      sentence: Bilingual(
        id: "Belum ada penyerahan yang tercatat, sehingga administrasi belum dapat dinilai.",
        en: "No handover is on record, so administration cannot be assessed yet.")),
    .adminNoRules: ReasonWording(
      measure: .none,
      label: Bilingual(id: "Belum ada aturan", en: "No rules yet"),
      sentence: Bilingual(
        id:
          "Tidak ada aturan yang berlaku pada hari keputusan atau penyerahan, sehingga administrasi tidak dapat dinilai sepenuhnya.",
        en: "No rules were in force on the day of decision or handover, so administration cannot be assessed fully.")),
  ]
}
