import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Language
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah report`: the six rights, from a ledger that is verified first.
struct ReportCommand: SourceCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, html, findings, state }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: Bilingual(id: "Laporan 6T: enam hak, jumlah, pelanggaran.", en: "The 6T report: six rights, sums, violations."),
      discussion: Bilingual(
        id: """
          Buku besar atau terbitan diperiksa lebih dahulu; laporan tidak dibuat dari yang tidak benar.
          csv: satu baris per alasan; findings: temuan jumlah dan pengaduan; state: baris keadaan
          yang membentuk digest (SPEC 11).
          Contoh:
            amanah report -L ledger --format html -o laporan.html
            amanah report terbitan --key bansos.example/lampura+…
          """,
        en: """
          Ledger or published files are verified first; no report is made from what is not right.
          csv: one row a reason; findings: sums and complaints; state: the lines that the
          state digest is made of (SPEC 11).
          Examples:
            amanah report -L ledger --format html -o report.html
            amanah report published --key bansos.example/lampura+…
          """))
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(
        id: "Direktori buku besar atau terbitan, atau ledger.sqlite; sama dengan -L.",
        en: "Directory of a ledger or of published files, or a ledger.sqlite; the same as -L."), valueName: "dir"),
    completion: .directory)
  var path: String?
  @Option(help: ArgumentHelp("text | csv | json | html | findings | state")) var format = Format.text
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(Bilingual(id: "Saat penilaian.", en: "Instant of judgement."), valueName: "time"))
  var asOf: String?
  @Option(name: .shortAndLong, help: ArgumentHelp(Bilingual(id: "Berkas tujuan.", en: "File to write to."), valueName: "file"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Daftar nama wilayah (kode,nama).", en: "List of region names (code,name)."), valueName: "file"),
    completion: .file())
  var regions: String?
  @Flag(help: ArgumentHelp(Bilingual(id: "Semua pelanggaran dalam teks.", en: "All violations in the text."))) var all = false
  @OptionGroup var source: SourceOptions

  func run(_ console: Console) async throws {
    if let output { try OutputTarget.check(output, option: "--output", inputs: [regions].compactMap(\.self)) }
    let log = try await source.open(path)
    let verified = try log.verified(console)
    let instant = try asOf.map { try parseTimestamp($0, option: "--as-of").secondsSince1970 }
    let judgement = verified.state.judge(asOf: instant)
    let lines = StateDigest.lines(of: verified.state, judgement)
    let report = Report(
      provenance: provenance(verified, log.key, StateDigest.digest(of: lines, size: judgement.size, asOf: judgement.asOf)),
      judgement: judgement, names: Names(verified.state, regions: try regionNames(beside: log)))
    var file = OutputFile(output, console)
    switch format {
    case .text:
      let options = TextReport.Options(
        language: console.language, usesColour: output == nil && console.usesColour, violationLimit: all ? nil : 20)
      TextReport(report, options).write(to: &file)
    case .csv: ReasonsCSV(report).write(to: &file)
    case .findings: FindingsCSV(report).write(to: &file)
    case .json: JSONReport(report).write(to: &file)
    case .html: HTMLReport(report, HTMLReport.Options(language: console.language)).write(to: &file)
    case .state: file.write(String(decoding: lines.bytes, as: UTF8.self))
    }
    try file.finish()
    if let output { console.note(output) }
  }

  private func provenance(_ verified: VerifiedState, _ key: VerifierKey, _ digest: Digest) -> Provenance {
    let checkpoint = verified.report.checkpoint
    // As the governors signed it: nobody signs the settings.
    let title = verified.state.opening?.body.title ?? key.name.text
    return Provenance(
      origin: key.name.text, title: title,
      isExercise: verified.state.opening?.body.purpose == .exercise, size: verified.report.entries,
      root: checkpoint?.checkpoint.root ?? .zero, checkpoint: checkpoint.map { String(decoding: $0.bytes, as: UTF8.self) },
      stateDigest: digest, verifyCommand: "amanah verify <dir> --key \(key)")
  }

  /// Names of regions from a file beside the ledger or the one given; the ledger itself knows codes only.
  private func regionNames(beside log: LogSource) throws -> [Region: String] {
    let path = regions ?? log.directory.path + "/regions.csv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      if let regions { throw CommandFailure.failed(Bilingual(id: "\(regions): tidak terbaca", en: "\(regions): cannot be read")) }
      return [:]
    }
    var names: [Region: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: ",", maxSplits: 1)
      guard cells.count == 2, let region = Region(String(cells[0])) else { continue }
      names[region] = cells[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }
    return names
  }
}
