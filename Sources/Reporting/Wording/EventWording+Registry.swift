extension EventWording {
  static let registry: [String: Bilingual] = [
    "duplicate.resolved": Bilingual(
      id: "Kesamaan data diputuskan: {resolution}",
      en: "Likeness of records resolved: {resolution}"),
    "recipient.corrected": Bilingual(
      id: "Data penerima diperbaiki ({reason})[, dokumen {identityStatus}][, desil {decile}][, golongan {classes}]",
      en: "Recipient's record corrected ({reason})[, papers {identityStatus}][, decile {decile}][, classes {classes}]"),
    "recipient.proposed": Bilingual(
      id: "Penerima {number} diusulkan oleh {source}, dokumen {identityStatus}",
      en: "Recipient {number} proposed by {source}, papers {identityStatus}"),
    "recipient.registered": Bilingual(
      id: "Penerima {number} didaftarkan dari {source}, dokumen {identityStatus}[, desil {decile}][, golongan {classes}]",
      en: "Recipient {number} registered from {source}, papers {identityStatus}[, decile {decile}][, classes {classes}]"),
    "recipient.statusChanged": Bilingual(
      id: "Status penerima: {status} sejak {effective}",
      en: "Recipient's status: {status} from {effective}"),
    "registry.imported": Bilingual(
      id: "Daftar {list} ({source}, {snapshot}) dibaca: {accepted} dari {rows} baris diterima, {rejected} ditolak",
      en: "List {list} ({source}, {snapshot}) read: {accepted} of {rows} rows accepted, {rejected} refused"),
    "verification.recorded": Bilingual(
      id: "Verifikasi tingkat {level} ({instrument}): {outcome}",
      en: "Verification at level {level} ({instrument}): {outcome}"),
  ]
}
