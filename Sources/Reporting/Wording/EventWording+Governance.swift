import Language

extension EventWording {
  static let governance: [String: Bilingual] = [
    "conflict.declared": Bilingual(
      id: "Hubungan dinyatakan[ dengan pemasok {supplier}][ dengan outlet {outlet}]: {relation}",
      en: "Tie declared[ with supplier {supplier}][ with outlet {outlet}]: {relation}"),
    "finding.raised": Bilingual(
      id:
        "Temuan {finding} ({code}), tingkat {severity}[, penerima {recipient}][, {programme}][ {period}][, outlet {outlet}][, pemasok {supplier}]",
      en:
        "Finding {finding} ({code}), severity {severity}[, recipient {recipient}][, {programme}][ {period}][, outlet {outlet}][, supplier {supplier}]"
    ),
    "institution.registered": Bilingual(
      id: "Lembaga {institution} dicatat: {name} ({kind})",
      en: "Institution {institution} registered: {name} ({kind})"),
    "key.granted": Bilingual(
      id: "Kunci {key} diberi peran {roles}[ di {regions}][ untuk {programmes}], mulai {validFrom}[ sampai {validUntil}]",
      en: "Key {key} granted {roles}[ in {regions}][ for {programmes}], from {validFrom}[ until {validUntil}]"),
    "key.revoked": Bilingual(
      id: "Kunci {key} dicabut: {reason}",
      en: "Key {key} revoked: {reason}"),
    "ledger.opened": Bilingual(
      id: "Buku besar {origin} dibuka: {title} ({purpose})",
      en: "Ledger {origin} opened: {title} ({purpose})"),
    "state.attested": Bilingual(
      id: "Keadaan pada {size} catatan per {asOf} disahkan",
      en: "State at {size} entries as of {asOf} attested"),
    "subject.disclosed": Bilingual(
      id: "[{subject}: ]Data pribadi dibuka ({fields}) untuk {purpose}",
      en: "[{subject}: ]Personal data read ({fields}) for {purpose}"),
    "subject.erased": Bilingual(
      id: "[{subject}: ]Data pribadi dihapus, dasar: {basis}",
      en: "[{subject}: ]Personal data erased, basis: {basis}"),
  ]
}
