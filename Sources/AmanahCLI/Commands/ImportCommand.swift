import ArgumentParser
import Foundation
import Intake
import Language
import Ledger
import LedgerStore
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah import`: lists as a dinas keeps them, one by one or by a plan.
struct ImportCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Bilingual(id: "Baca daftar (CSV) ke dalam buku besar.", en: "Read lists (CSV) into the ledger."),
      discussion: Bilingual(
        id: """
          Daftar: \(ListKind.allCases.map(\.rawValue).joined(separator: ", ")).
          Kolom dan aliasnya ada di docs/lists.md. Membaca berkas yang sama dua kali tidak menambah apa pun.

          Contoh:
            amanah import handovers penyaluran-jan.csv --dry-run
            amanah import handovers penyaluran-jan.csv --rejects ditolak.csv
            amanah import --plan rencana.csv
          """,
        en: """
          Lists: \(ListKind.allCases.map(\.rawValue).joined(separator: ", ")).
          docs/lists.md has their columns and aliases. Reading the same file again adds nothing.

          Examples:
            amanah import handovers handovers-jan.csv --dry-run
            amanah import handovers handovers-jan.csv --rejects refused.csv
            amanah import --plan plan.csv
          """))
  }

  @Argument(help: ArgumentHelp(Bilingual(id: "Jenis daftar.", en: "Kind of list."), valueName: "list")) var list: String?
  @Argument(help: ArgumentHelp(Bilingual(id: "Berkas CSV.", en: "CSV file."), valueName: "file"), completion: .file()) var file:
    String?
  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Rencana: berkas mana, menurut urutan.", en: "Plan: which files, in order."), valueName: "file"),
    completion: .file())
  var plan: String?
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      Bilingual(id: "Penanda tangan baris tanpa petugas.", en: "Signs rows that name no officer."), valueName: "key"))
  var author: String?
  @Flag(help: ArgumentHelp(Bilingual(id: "Periksa saja; tidak mencatat.", en: "Check only; record nothing."))) var dryRun = false
  @Option(
    help: ArgumentHelp(
      Bilingual(
        id: "Tulis baris yang ditolak: baris, kolom, seharusnya, ditemukan.",
        en: "Write refused rows: row, column, expected, found."),
      valueName: "file"))
  var rejects: String?
  @Flag(
    help: ArgumentHelp(
      Bilingual(
        id: "Sertakan isi baris di --rejects (data pribadi!).", en: "Include the rows' cells in --rejects (personal data!).")))
  var rejectCells = false
  @Option(help: ArgumentHelp(Bilingual(id: "Jam buku besar latihan.", en: "Clock of an exercise ledger."), valueName: "time"))
  var clock: String?
  @Flag(
    help: ArgumentHelp(
      Bilingual(id: "JSON; dengan --dry-run: dryRun adalah true.", en: "JSON; with --dry-run its dryRun is true.")))
  var json = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func validate() throws {
    guard plan != nil ? (list == nil && file == nil) : (list != nil && file != nil) else {
      throw ValidationError(Bilingual(id: "jenis daftar dan berkas, atau --plan", en: "a kind of list and a file, or --plan"))
    }
  }

  func run(_ console: Console) async throws {
    if let rejects, plan == nil { try OutputTarget.check(rejects, option: "--rejects", inputs: [file].compactMap(\.self)) }
    let desk = try await ledger.desk(
      keyring, console, isDryRun: dryRun,
      usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    let printer = ImportPrinter(console: console, usesJSON: json, isDryRun: dryRun)
    var outcomes: [FileOutcome] = []
    var names: [String] = []
    do {
      let steps = try await steps(desk)
      names = RejectNames.make(steps.map { ($0.path, $0.content.list) })
      for step in steps {
        if let time = step.recordedAt { try await desk.setClock(time) }
        let outcome = try await run(step, desk, console)
        printer.print(outcome)
        outcomes.append(outcome)
      }
    } catch {
      try? await desk.close()
      // What was recorded of the files before is recorded; that this ends early must not hide it.
      do { try tell(outcomes, names, head: nil, console) } catch let other { console.note(CommandFailure(other).message) }
      throw error
    }
    let head = await desk.writer.head
    try await desk.close()
    try tell(outcomes, names, head: dryRun ? nil : head, console)
    guard outcomes.allSatisfy(\.list.isComplete) else { throw printer.refusal(outcomes) }
  }

  /// Tells what became of the files, for machines and in reject files.
  private func tell(
    _ outcomes: [FileOutcome], _ names: [String], head: SignedCheckpoint?, _ console: Console
  ) throws {
    if json { try console.print(json: outcomes.map { ImportPrinter.Record($0, isDryRun: dryRun, console.language) }) }
    if !json, let head {
      console.print(
        Bilingual(
          id: "Tercatat dan ditandatangani: \(head.checkpoint.size) catatan, akar \(head.checkpoint.root)",
          en: "Recorded and signed: \(head.checkpoint.size) entries, root \(head.checkpoint.root)"))
    }
    // After what was recorded is told: it is, also where this file cannot be written.
    if let rejects { try write(outcomes, names, to: rejects, console.language) }
  }

  private struct Work {
    let content: Plan.Content
    let path: String
    let signers: [String]
    let recordedAt: Timestamp?
  }

  private func steps(_ desk: RecordingDesk) async throws -> [Work] {
    let signer = author.map { [ShortKeyName.complete($0, origin: desk.settings.origin)] } ?? []
    let time = try clock.map { try parseTimestamp($0, option: "--clock") }
    if let plan {
      let bytes = try readFile(plan)
      let (steps, report) = try await readingColumns(of: plan) { try Plan.read(bytes, session: desk.intake) }
      if let problem = report.rejections.first {
        throw CommandFailure.refused(Bilingual("\(plan): ") + problem.words)
      }
      let folder = FilePath.folder(of: plan)
      return steps.steps.map { step in
        Work(
          content: step.content, path: folder == "." ? step.file : "\(folder)/\(step.file)",
          signers: step.signers.isEmpty ? signer : step.signers, recordedAt: step.recordedAt ?? time)
      }
    }
    guard let list, let file else { return [] }
    let content: Plan.Content
    switch list {
    case "keys": content = .keys
    case "events": content = .events
    default:
      guard let kind = ListKind(name: list) else {
        throw CommandFailure.usage(
          Bilingual(id: "\(list): jenis daftar tidak dikenal", en: "\(list): no such kind of list")
            + Bilingual(": " + ListKind.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      content = .list(kind)
    }
    return [Work(content: content, path: file, signers: signer, recordedAt: time)]
  }

  private func run(_ step: Work, _ desk: RecordingDesk, _ console: Console) async throws -> FileOutcome {
    try await desk.importFile(
      step.content, path: step.path, signers: step.signers, keepsCells: rejectCells && rejects != nil, console)
  }

  private func write(_ outcomes: [FileOutcome], _ names: [String], to path: String, _ language: Language) throws {
    for (outcome, name) in zip(outcomes, names) where !outcome.list.report.rejections.isEmpty {
      // With a plan each file gets its own reject file, named after it.
      let target = plan == nil ? path : "\(path)/\(name)"
      if plan != nil { try DurableFile.makeDirectory(path) }
      let bytes = RejectFile.bytes(of: outcome.list.report.rejections, language, cells: outcome.list.cells)
      try DurableFile.replace(target, with: bytes, isPrivate: true)
    }
  }
}

extension Plan.Content {
  /// The name of the list, as `amanah import` takes it.
  fileprivate var list: String {
    switch self {
    case .list(let kind): kind.rawValue
    case .keys: "keys"
    case .events: "events"
    }
  }
}

/// `amanah record`: events as JSON lines.
struct RecordCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: Bilingual(
        id: "Catat satu atau beberapa peristiwa (JSON per baris).", en: "Record one or more events (JSON, one a line)."),
      discussion: Bilingual(
        id: "Tanpa berkas: dari masukan baku. id boleh tidak ada. Contoh: amanah record peristiwa.jsonl --as petugas-1",
        en: "Without a file: from standard input. id may be left out. Example: amanah record events.jsonl --as officer-1"))
  }

  @Argument(
    help: ArgumentHelp(Bilingual(id: "Berkas; - untuk masukan baku.", en: "File; - for standard input."), valueName: "file"))
  var file =
    "-"
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      Bilingual(id: "Penanda tangan; a+b: b ikut menandatangani.", en: "Signer; a+b: b co-signs."), valueName: "key"))
  var author: String
  @Option(help: ArgumentHelp(Bilingual(id: "Jam buku besar latihan.", en: "Clock of an exercise ledger."), valueName: "time"))
  var clock: String?
  @Flag(help: "JSON.") var json = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) async throws {
    let desk = try await ledger.desk(keyring, console, usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    if let clock { try await desk.setClock(try parseTimestamp(clock, option: "--clock")) }
    let signers = author.split(separator: "+").map { ShortKeyName.complete(String($0), origin: desk.settings.origin) }
    let outcome = try await desk.importFile(.events, path: file, signers: signers, keepsCells: false, console)
    let head = await desk.writer.head
    try await desk.close()
    let printer = ImportPrinter(console: console, usesJSON: json, isDryRun: false)
    printer.print(outcome)
    if json { try console.print(json: ImportPrinter.Record(outcome, isDryRun: false, console.language)) }
    guard outcome.list.isComplete else { throw printer.refusal([outcome]) }
    if !json, let head {
      console.print(
        Bilingual(
          id: "Tercatat dan ditandatangani: \(head.checkpoint.size) catatan, akar \(head.checkpoint.root)",
          en: "Recorded and signed: \(head.checkpoint.size) entries, root \(head.checkpoint.root)"))
    }
  }
}
