import Language

extension EventWording {
  static let registry: [String: Bilingual] = [
    "duplicate.resolved": Bilingual(
      id: "Kesamaan data[ {recipients}] diputuskan: {resolution}[, yang dipakai {keep}]",
      en: "Likeness of records[ {recipients}] resolved: {resolution}[, the one to keep {keep}]"),
    "recipient.corrected": Bilingual(
      id:
        "[{recipient}: ]Data penerima diperbaiki ({reason})[, dokumen {identityStatus}][, desil {decile}][, golongan {classes}]",
      en:
        "[{recipient}: ]Recipient's record corrected ({reason})[, papers {identityStatus}][, decile {decile}][, classes {classes}]"
    ),
    "recipient.proposed": Bilingual(
      id: "Penerima {number} diusulkan oleh {source}, dokumen {identityStatus}",
      en: "Recipient {number} proposed by {source}, papers {identityStatus}"),
    "recipient.registered": Bilingual(
      id: "Penerima {number} didaftarkan dari {source}, dokumen {identityStatus}[, desil {decile}][, golongan {classes}]",
      en: "Recipient {number} registered from {source}, papers {identityStatus}[, decile {decile}][, classes {classes}]"),
    "recipient.statusChanged": Bilingual(
      id: "[{recipient}: ]Status penerima: {status} sejak {effective}",
      en: "[{recipient}: ]Recipient's status: {status} from {effective}"),
    "registry.imported": Bilingual(
      id: "Daftar {list} ({source}, {snapshot}) dibaca: {accepted} dari {rows} baris diterima, {rejected} ditolak",
      en: "List {list} ({source}, {snapshot}) read: {accepted} of {rows} rows accepted, {rejected} refused"),
    "verification.recorded": Bilingual(
      id: "[{recipient}: ]Verifikasi tingkat {level} ({instrument}): {outcome}",
      en: "[{recipient}: ]Verification at level {level} ({instrument}): {outcome}"),
  ]
}
