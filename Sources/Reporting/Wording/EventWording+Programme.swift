import Language

extension EventWording {
  static let programme: [String: Bilingual] = [
    "budget.allocated": Bilingual(
      id: "Anggaran {amount} untuk {programme} {period}[, dokumen {document}]",
      en: "Budget of {amount} for {programme} {period}[, document {document}]"),
    "eligibility.decided": Bilingual(
      id: "[{recipient}: ]Kelayakan untuk {programme}: {outcome}[, dasar {clause}]",
      en: "[{recipient}: ]Eligibility for {programme}: {outcome}[, under {clause}]"),
    "entitlement.granted": Bilingual(
      id: "[{recipient}: ]Hak {amount} untuk {programme} {period}[, barang {goods}][, diambil di {outlet}]",
      en: "[{recipient}: ]Entitled to {amount} of {programme} {period}[, goods {goods}][, to collect at {outlet}]"),
    "fund.disbursed": Bilingual(
      id: "Dana {amount} dicairkan untuk {programme} {period}[, lewat {outlet}], rujukan {reference}",
      en: "{amount} disbursed for {programme} {period}[, through {outlet}], reference {reference}"),
    "period.opened": Bilingual(
      id: "Periode {period} dari {programme}: {from} sampai {until}[, barang dikirim paling lambat {deliverBy}]",
      en: "Period {period} of {programme}: {from} to {until}[, goods to be delivered by {deliverBy}]"),
    "programme.declared": Bilingual(
      id: "Program {programme} dinyatakan: {name} ({kind})[, dasar {legalBasis}]",
      en: "Programme {programme} declared: {name} ({kind})[, based on {legalBasis}]"),
    "rules.published": Bilingual(
      id: "Aturan {version} untuk {programme} berlaku mulai {validFrom}[ sampai {validUntil}][, dasar {legalBasis}]",
      en: "Rules {version} for {programme} in force from {validFrom}[ until {validUntil}][, based on {legalBasis}]"),
  ]
}
