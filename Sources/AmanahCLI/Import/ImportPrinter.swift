import Admission
import Foundation
import Intake
import LedgerStore
import Reporting

/// Tells what became of files.
struct ImportPrinter {
  let usesJSON: Bool
  let isDryRun: Bool

  /// One line a file, then the first reasons.
  func print(_ outcome: FileOutcome) {
    guard !usesJSON else { return }
    let report = outcome.report
    let name = FilePath.name(of: outcome.file)
    var parts = [say("\(report.rowsRead) baris", "\(report.rowsRead) rows")]
    let accepted = isDryRun ? say("dapat dicatat", "can be recorded") : say("dicatat", "recorded")
    parts.append("\(outcome.rowsRecorded) \(accepted)")
    if report.rowsAlreadyRecorded > 0 {
      parts.append(say("\(report.rowsAlreadyRecorded) sudah tercatat", "\(report.rowsAlreadyRecorded) were already"))
    }
    if report.rowsDuplicated > 0 {
      parts.append(say("\(report.rowsDuplicated) ganda dalam berkas", "\(report.rowsDuplicated) twice in the file"))
    }
    if report.rowsRejected > 0 { parts.append(say("\(report.rowsRejected) ditolak", "\(report.rowsRejected) refused")) }
    if outcome.rowsNotAdmitted > 0 {
      parts.append(
        say("\(outcome.rowsNotAdmitted) tidak diterima buku besar", "\(outcome.rowsNotAdmitted) not admitted by the ledger"))
    }
    Terminal.print("\(name): \(parts.joined(separator: ", "))")
    printReasons(outcome)
  }

  /// Why a command whose rows were not all recorded ends with status 3.
  func refusal(_ outcomes: [FileOutcome]) -> CommandFailure {
    let standing = outcomes.reduce(0) { $0 + $1.rowsRecorded + $1.report.rowsAlreadyRecorded }
    let text =
      switch (isDryRun, standing > 0) {
      case (true, true): say("sebagian baris akan ditolak", "some rows would be refused")
      case (true, false): say("semua baris akan ditolak", "all rows would be refused")
      case (false, true): say("sebagian baris ditolak; sisanya dicatat", "some rows were refused; the others are recorded")
      case (false, false): say("semua baris ditolak; tidak ada yang dicatat", "all rows were refused; nothing is recorded")
      }
    return .refused(text)
  }

  private func printReasons(_ outcome: FileOutcome) {
    let shown = 5
    let name = FilePath.name(of: outcome.file)
    for rejection in outcome.report.rejections.prefix(shown) {
      Terminal.note("  \(name): \(rejection.text(Language.current.intake))")
    }
    let more = outcome.report.rejections.count - shown
    if more > 0 {
      Terminal.note(
        say(
          "  \(name): … dan \(more) lagi; --rejects menulis semuanya", "  \(name): … and \(more) more; --rejects writes them all")
      )
    }
    if !outcome.report.unknownColumns.isEmpty {
      let names = outcome.report.unknownColumns.joined(separator: ", ")
      Terminal.note(say("  \(name): kolom yang dilewati: \(names)", "  \(name): columns passed over: \(names)"))
    }
    for refusal in outcome.refusals {
      let place = "  \(name): \(rows(refusal)) (\(refusal.signers.joined(separator: " + ")))"
      Terminal.note(say("\(place): tidak diterima: \(refusal.reason)", "\(place): not admitted: \(refusal.reason)"))
      if let code = refusal.code { Terminal.note("    \(FindingWording.of(code)[.current])") }
    }
  }

  private func rows(_ refusal: NoteRefusal) -> String {
    let (first, last) = (refusal.rows.lowerBound, refusal.rows.upperBound)
    guard !refusal.rowNumbers.isEmpty else { return say("keterangan tentang daftarnya", "what is said of the list") }
    if first == last { return say("baris \(first)", "row \(first)") }
    let numbers = refusal.rowNumbers.sorted()
    if numbers.count == last - first + 1 { return say("baris \(first)–\(last)", "rows \(first)–\(last)") }
    let shown = 8
    let list = numbers.prefix(shown).map(String.init).joined(separator: ", ")
    let more = numbers.count > shown ? say(" dan \(numbers.count - shown) lagi", " and \(numbers.count - shown) more") : ""
    return say("baris \(list)\(more)", "rows \(list)\(more)")
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

    init(_ outcome: FileOutcome, isDryRun: Bool) {
      dryRun = isDryRun
      file = outcome.file
      list = outcome.list
      rows = outcome.report.rowsRead
      recorded = outcome.rowsRecorded
      alreadyRecorded = outcome.report.rowsAlreadyRecorded
      duplicates = outcome.report.rowsDuplicated
      let language = Language.current.intake
      rejected = outcome.report.rejections.map {
        Rejected(
          row: $0.row, line: $0.line, column: $0.column?.name, expected: $0.expected.text(language),
          found: $0.found.text(language))
      }
      refused = outcome.refusals.map {
        Refused(
          firstRow: $0.rows.lowerBound, lastRow: $0.rows.upperBound, rows: $0.rowNumbers.sorted(), code: $0.code?.rawValue,
          reason: $0.reason)
      }
      unknownColumns = outcome.report.unknownColumns
    }
  }
}
