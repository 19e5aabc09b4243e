import Admission
import Language
import Testing
import Vocabulary

@testable import Compliance
@testable import Reporting

@Suite("The catalogue of words")
struct CatalogueTests {
  @Test("No phrase lacks a language, and both have the same gaps", arguments: Phrase.allCases)
  func phrases(phrase: Phrase) {
    for language in Language.allCases { #expect(!phrase.wording[language].isEmpty) }
    #expect(Template(phrase.wording.id).gaps.sorted() == Template(phrase.wording.en).gaps.sorted())
  }

  @Test("Every reason has a label and a sentence in both languages", arguments: ReasonCode.allCases)
  func reasons(code: ReasonCode) { check(ReasonWording.of(code)) }

  @Test("Every finding has a label and a sentence in both languages", arguments: LedgerFinding.Kind.allCases)
  func findings(kind: LedgerFinding.Kind) { check(ReasonWording.of(kind)) }

  @Test("Every finding about a log or a note is explained in both languages", arguments: FindingCode.allCases)
  func logFindings(code: FindingCode) {
    let wording = FindingWording.of(code)
    #expect(wording.id != wording.en)
    for language in Language.allCases { #expect(wording[language].hasSuffix(".") && !wording[language].contains("  ")) }
  }

  private func check(_ wording: ReasonWording) {
    #expect(wording.isWorded)
    for language in Language.allCases {
      #expect(!wording.label[language].isEmpty)
      let template = Template(wording.sentence[language])
      #expect(Set(template.gaps).isSubset(of: ["value", "threshold"]))
      let bare = template.filled { _ in nil }
      #expect(bare.hasSuffix("."))
      // Without figures a sentence still reads as one: nothing is left of the parts that held them.
      for remnant in ["–", "  ", " .", " ,", ",.", ":.", "()", "[", "{"] { #expect(!bare.contains(remnant)) }
      let full = template.filled { "<\($0)>" }
      for remnant in ["  ", " .", " ,", ",.", "()", "[", "{"] { #expect(!full.contains(remnant)) }
    }
    #expect(Template(wording.sentence.id).gaps.sorted() == Template(wording.sentence.en).gaps.sorted())
  }

  @Test("A sentence accuses nobody")
  func tone() {
    let accusing = [
      "korupsi", "mencuri", "menipu", "curang", "pelaku", "bersalah", "fraud", "theft", "stole", "corrupt", "guilty", "cheat",
    ]
    let wordings = ReasonCode.allCases.map { ReasonWording.of($0) } + LedgerFinding.Kind.allCases.map { ReasonWording.of($0) }
    for wording in wordings {
      for language in Language.allCases {
        let text = (wording.label[language] + " " + wording.sentence[language]).lowercased()
        #expect(!accusing.contains { text.contains($0) })
      }
    }
  }

  @Test("Every event type of the schemas has a sentence in both languages", arguments: EventType.allCases)
  func events(type: EventType) throws {
    let wording = try #require(EventWording.of(type.rawValue))
    #expect(Template(wording.id).gaps.sorted() == Template(wording.en).gaps.sorted())
    #expect(!Template(wording.id).gaps.isEmpty)
  }

  @Test("No sentence is kept for an event type that does not exist")
  func noStrays() { #expect(EventWording.types == Set(EventType.allCases.map(\.rawValue))) }

  @Test("Rights are named and explained in both languages")
  func rights() {
    #expect(Right.allCases.map { Words(.id).name($0) } == ["Sasaran", "Jumlah", "Kualitas", "Waktu", "Harga", "Administrasi"])
    #expect(Set(Right.allCases.map { Words(.en).name($0) }).count == Right.allCases.count)
    for right in Right.allCases {
      for language in Language.allCases { #expect(!Words(language).explanation(right).isEmpty) }
    }
  }

  @Test("The closed choices of collectors, levels, roles and statuses are put into words")
  func choices() {
    let choices: [(String, [String])] = [
      ("collector", Collector.allCases.map(\.rawValue)), ("level", Level.allCases.map(\.rawValue)),
      ("roles", Role.allCases.map(\.rawValue)),
      ("status", RecipientStatusChanged.Status.allCases.map(\.rawValue)), ("classes", ProfileClass.allCases.map(\.rawValue)),
      ("reason", HandoverFailed.Reason.allCases.map(\.rawValue)), ("outcome", ComplaintClosed.Outcome.allCases.map(\.rawValue)),
      ("category", ComplaintReceived.Category.allCases.map(\.rawValue)),
      ("channel", ComplaintReceived.Channel.allCases.map(\.rawValue)),
      ("identityStatus", IdentityStatus.allCases.map(\.rawValue)), ("kind", InstitutionRegistered.Kind.allCases.map(\.rawValue)),
    ]
    for (property, values) in choices {
      for value in values { #expect(ChoiceWording.of(value, in: property) != nil, "\(property) \(value)") }
    }
  }
}
