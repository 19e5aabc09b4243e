import Admission
import Foundation
import Intake
import Language
import Ledger
import LedgerStore
import Reporting

/// Tells what became of files.
struct ImportPrinter {
  let console: Console
  let usesJSON: Bool
  let isDryRun: Bool

  /// One line a file, then the first reasons.
  func print(_ outcome: FileOutcome) {
    guard !usesJSON else { return }
    let report = outcome.list.report
    let name = FilePath.name(of: outcome.file)
    var parts = [Bilingual(id: "\(report.rowsRead) baris", en: "\(report.rowsRead) rows")]
    let accepted = isDryRun ? Bilingual(id: "dapat dicatat", en: "can be recorded") : Bilingual(id: "dicatat", en: "recorded")
    parts.append(Bilingual("\(outcome.list.rowsRecorded) ") + accepted)
    if report.rowsAlreadyRecorded > 0 {
      parts.append(
        Bilingual(id: "\(report.rowsAlreadyRecorded) sudah tercatat", en: "\(report.rowsAlreadyRecorded) were already"))
    }
    if report.rowsDuplicated > 0 {
      parts.append(Bilingual(id: "\(report.rowsDuplicated) ganda dalam berkas", en: "\(report.rowsDuplicated) twice in the file"))
    }
    if report.rowsRejected > 0 {
      parts.append(Bilingual(id: "\(report.rowsRejected) ditolak", en: "\(report.rowsRejected) refused"))
    }
    if outcome.list.rowsNotAdmitted > 0 {
      parts.append(
        Bilingual(
          id: "\(outcome.list.rowsNotAdmitted) tidak diterima buku besar",
          en: "\(outcome.list.rowsNotAdmitted) not admitted by the ledger")
      )
    }
    console.print(Bilingual("\(name): ") + parts.joined(separator: ", "))
    printReasons(outcome)
  }

  /// Why a command whose rows were not all recorded ends with status 3.
  func refusal(_ outcomes: [FileOutcome]) -> CommandFailure {
    let standing = outcomes.reduce(0) { $0 + $1.list.rowsRecorded + $1.list.report.rowsAlreadyRecorded }
    let text =
      switch (isDryRun, standing > 0) {
      case (true, true): Bilingual(id: "sebagian baris akan ditolak", en: "some rows would be refused")
      case (true, false): Bilingual(id: "semua baris akan ditolak", en: "all rows would be refused")
      case (false, true):
        Bilingual(id: "sebagian baris ditolak; sisanya dicatat", en: "some rows were refused; the others are recorded")
      case (false, false):
        Bilingual(id: "semua baris ditolak; tidak ada yang dicatat", en: "all rows were refused; nothing is recorded")
      }
    return .refused(text)
  }

  private func printReasons(_ outcome: FileOutcome) {
    let shown = 5
    let name = FilePath.name(of: outcome.file)
    for rejection in outcome.list.report.rejections.prefix(shown) {
      console.note(Bilingual("  \(name): ") + rejection.words)
    }
    let more = outcome.list.report.rejections.count - shown
    if more > 0 {
      console.note(
        Bilingual(
          id: "  \(name): … dan \(more) lagi; --rejects menulis semuanya",
          en: "  \(name): … and \(more) more; --rejects writes them all")
      )
    }
    if !outcome.list.report.unknownColumns.isEmpty {
      let names = outcome.list.report.unknownColumns.joined(separator: ", ")
      console.note(Bilingual(id: "  \(name): kolom yang dilewati: \(names)", en: "  \(name): columns passed over: \(names)"))
    }
    if !outcome.list.report.withheld.isEmpty {
      let withheld = outcome.list.report.withheld
      let (row, whose) = withheld.count == 1 ? ("row", "this person") : ("rows", "these people")
      console.note(
        Bilingual(id: "  \(name): baris ", en: "  \(name): \(row) ") + Self.numbers(withheld)
          + Bilingual(
            id: ": tanpa data pribadi, sebab data orang ini sudah dihapus",
            en: ": without personal data, since those of \(whose) were erased"))
    }
    for refusal in outcome.list.refusals {
      let place = Bilingual("  \(name): ") + rows(refusal) + Bilingual(" (\(refusal.signers.joined(separator: " + ")))")
      console.note(place + Bilingual(id: ": tidak diterima: ", en: ": not admitted: ") + refusal.words)
      if let code = refusal.code { console.note(Bilingual("    ") + FindingWording.of(code)) }
    }
  }

  private func rows(_ refusal: RowRefusal) -> Bilingual {
    let (first, last) = (refusal.span.lowerBound, refusal.span.upperBound)
    guard !refusal.rows.isEmpty else {
      return Bilingual(id: "keterangan tentang daftarnya", en: "what is said of the list")
    }
    if first == last { return Bilingual(id: "baris \(first)", en: "row \(first)") }
    let numbers = refusal.rows.sorted()
    if numbers.count == last - first + 1 { return Bilingual(id: "baris \(first)–\(last)", en: "rows \(first)–\(last)") }
    return Bilingual(id: "baris ", en: "rows ") + Self.numbers(numbers)
  }

  /// The first of these numbers, and how many more there are.
  private static func numbers(_ numbers: [Int]) -> Bilingual {
    let shown = 8
    let list = Bilingual(numbers.prefix(shown).map(String.init).joined(separator: ", "))
    guard numbers.count > shown else { return list }
    return list + Bilingual(id: " dan \(numbers.count - shown) lagi", en: " and \(numbers.count - shown) more")
  }

  /// One file's outcome for machines.
  struct Record: Encodable {
    struct Refused: Encodable {
      let firstRow: Int
      let lastRow: Int
      let rows: [Int]
      let code: String?
      let reason: String
    }
    struct Rejected: Encodable {
      let row: Int
      let line: Int
      let column: String?
      let expected: String
      let found: String
    }
    let file: String
    let list: String
    /// Whether nothing was recorded: `recorded` is then what would be.
    let dryRun: Bool
    let rows: Int
    let recorded: Int
    let alreadyRecorded: Int
    let duplicates: Int
    let rejected: [Rejected]
    let refused: [Refused]
    let unknownColumns: [String]
    /// Rows that were recorded without personal data, because these were erased.
    let withheld: [Int]

    init(_ outcome: FileOutcome, isDryRun: Bool, _ language: Language) {
      dryRun = isDryRun
      file = outcome.file
      list = outcome.list.list
      rows = outcome.list.report.rowsRead
      recorded = outcome.list.rowsRecorded
      alreadyRecorded = outcome.list.report.rowsAlreadyRecorded
      duplicates = outcome.list.report.rowsDuplicated
      rejected = outcome.list.report.rejections.map {
        Rejected(
          row: $0.row, line: $0.line, column: $0.column?.name, expected: $0.expected.words[language],
          found: $0.found.words[language])
      }
      refused = outcome.list.refusals.map {
        Refused(
          firstRow: $0.span.lowerBound, lastRow: $0.span.upperBound, rows: $0.rows.sorted(), code: $0.code?.rawValue,
          reason: $0.words[language])
      }
      unknownColumns = outcome.list.report.unknownColumns
      withheld = outcome.list.report.withheld
    }
  }
}
