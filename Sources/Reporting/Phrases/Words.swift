internal import Compliance
import Language

/// The words of one language: phrases, names of rights and outcomes, and sentences of reasons.
struct Words: Sendable {
  let language: Language
  let figures: Figures

  init(_ language: Language) {
    self.language = language
    figures = Figures(language)
  }

  /// The phrase with its gaps filled in the order given: `{0}`, `{1}` …
  func callAsFunction(_ phrase: Phrase, _ fillings: String...) -> String {
    let words = phrase.wording[language]
    return fillings.isEmpty ? words : Template(words).filled(fillings)
  }

  func name(_ right: Right) -> String {
    let name: Bilingual =
      switch right {
      case .target: Bilingual(id: "Sasaran", en: "Target")
      case .amount: Bilingual(id: "Jumlah", en: "Amount")
      case .quality: Bilingual(id: "Kualitas", en: "Quality")
      case .time: Bilingual(id: "Waktu", en: "Time")
      case .price: Bilingual(id: "Harga", en: "Price")
      case .administration: Bilingual(id: "Administrasi", en: "Administration")
      }
    return name[language]
  }

  /// What the right asks, in a few words.
  func explanation(_ right: Right) -> String {
    let words: Bilingual =
      switch right {
      case .target: Bilingual(id: "orang yang tepat", en: "the right person")
      case .amount: Bilingual(id: "sebanyak haknya", en: "as much as entitled")
      case .quality: Bilingual(id: "barang yang layak", en: "sound goods")
      case .time: Bilingual(id: "pada waktunya", en: "when it was due")
      case .price: Bilingual(id: "harga yang wajar", en: "at a fair price")
      case .administration: Bilingual(id: "dengan bukti dan prosedur", en: "with evidence and procedure")
      }
    return words[language]
  }

  func name(_ outcome: VerdictOutcome) -> String {
    switch outcome {
    case .met: self(.met)
    case .violated: self(.violated)
    case .notAssessable: self(.notAssessable)
    }
  }

  func label(_ code: ReasonCode) -> String { ReasonWording.of(code).label[language] }
  func label(_ code: LedgerFinding.Kind) -> String { ReasonWording.of(code).label[language] }
}
