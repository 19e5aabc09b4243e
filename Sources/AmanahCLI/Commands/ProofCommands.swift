import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Language
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah prove`: the receipt of one entry.
struct ProveCommand: SourceCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prove",
      abstract: Bilingual(id: "Buat tanda bukti satu catatan (.tlog-proof).", en: "Make the receipt of one entry (.tlog-proof)."),
      discussion: Bilingual(
        id: """
          Menulis <posisi>.tlog-proof dan <posisi>.entry. Contoh:
            amanah prove 57 -L ledger -o bukti
            amanah prove 57 terbitan --key bansos.example/lampura+… -o bukti
          """,
        en: """
          Writes <position>.tlog-proof and <position>.entry. Examples:
            amanah prove 57 -L ledger -o receipts
            amanah prove 57 published --key bansos.example/lampura+… -o receipts
          """))
  }

  @Argument(help: ArgumentHelp(Bilingual(id: "Posisi catatan.", en: "Position of the entry."), valueName: "position")) var entry:
    String
  @Argument(
    help: ArgumentHelp(
      Bilingual(
        id: "Direktori buku besar atau terbitan, atau ledger.sqlite; sama dengan -L.",
        en: "Directory of a ledger or of published files, or a ledger.sqlite; the same as -L."), valueName: "dir"),
    completion: .directory)
  var path: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp(Bilingual(id: "Direktori tujuan.", en: "Directory to write to."), valueName: "dir"))
  var output = "."
  @OptionGroup var source: SourceOptions

  func run(_ console: Console) async throws {
    let position = try EntryPosition(entry).position
    let log = try await source.open(path)
    let checkpoint = try log.checkpoint()
    guard checkpoint.checkpoint.size.contains(position) else {
      throw CommandFailure.usage(
        Bilingual(
          id: "posisi: seharusnya di bawah \(checkpoint.checkpoint.size), ditemukan \(position)",
          en: "position: expected one below \(checkpoint.checkpoint.size), found \(position)"))
    }
    // A receipt proves itself, so nothing else of the log needs to be right.
    let (bytes, proof) = try EntryProver(source: log.audit, checkpoint: checkpoint).prove(position)
    try DurableFile.makeDirectory(output)
    for (name, content) in [("\(position).tlog-proof", proof.encode()), ("\(position).entry", bytes)] {
      try DurableFile.replace("\(output)/\(name)", with: content)
      console.print("\(output)/\(name)")
    }
  }
}

/// `amanah check`: whether a receipt proves that an entry is in the ledger.
struct CheckCommand: ConsoleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Bilingual(
        id: "Periksa tanda bukti satu catatan, tanpa buku besarnya.", en: "Check the receipt of one entry, without the ledger."),
      discussion: Bilingual(
        id: "Contoh: amanah check 57.tlog-proof --entry 57.entry --key bansos.example/lampura+…",
        en: "Example: amanah check 57.tlog-proof --entry 57.entry --key bansos.example/lampura+…"))
  }

  @Argument(help: ArgumentHelp(Bilingual(id: "Tanda bukti.", en: "The receipt."), valueName: "file"), completion: .file())
  var proof: String
  @Option(help: ArgumentHelp(Bilingual(id: "Catatan.", en: "The entry."), valueName: "file"), completion: .file()) var entry:
    String
  @Option(help: ArgumentHelp(Bilingual(id: "Kunci pemeriksa log.", en: "The log's verifier key."), valueName: "vkey")) var key:
    String
  @OptionGroup var language: LanguageOptions

  func run(_ console: Console) throws {
    let verifier: VerifierKey
    do { verifier = try VerifierKey(key) } catch { throw CommandFailure.usage(Bilingual("--key: \(error)")) }
    let bytes = try readFile(entry)
    let shown: ReceiptAudit.Shown
    do { shown = try ReceiptAudit.check(proof: try readFile(proof), entry: bytes, key: verifier) } catch let finding
      as AuditFinding
    {
      throw CommandFailure.notVerified(Bilingual(id: "TIDAK TERBUKTI: ", en: "NOT PROVEN: ") + VerifyCommand.text(finding))
    }
    console.print(
      Bilingual(
        id:
          "TERBUKTI  catatan \(shown.entry.position) ada dalam \(verifier.name) (ukuran \(shown.checkpoint.checkpoint.size)), dicatat \(shown.entry.recordedAt)",
        en:
          "PROVEN  entry \(shown.entry.position) is in \(verifier.name) (size \(shown.checkpoint.checkpoint.size)), recorded \(shown.entry.recordedAt)"
      )
    )
    try tell(shown.entry, Array(bytes[shown.entry.note]), console)
  }

  /// Events that are told, so that a receipt of a whole list stays readable.
  private static let shownCount = 10

  /// What the entry says, event by event: a proof of something is worth what one knows of the thing.
  private func tell(_ entry: UnverifiedEntry, _ octets: [UInt8], _ console: Console) throws {
    guard let note = try? UnverifiedAuthorNote(parsing: octets) else { return }
    let items = note.events.prefix(Self.shownCount).enumerated().map { place, line in
      HistoryItem(
        reference: EventReference(position: entry.position, place: place), recordedAt: entry.recordedAt,
        author: note.header.author, line: String(decoding: octets[line], as: UTF8.self))
    }
    let title = Bilingual(id: "catatan \(entry.position)", en: "entry \(entry.position)")[console.language]
    let history = History(title: title, isExercise: false, items: items)
    console.write("\n" + history.text(console.language, usesColour: console.usesColour))
    let more = note.events.count - items.count
    if more > 0 { console.print(Bilingual(id: "… dan \(more) peristiwa lagi", en: "… and \(more) more events")) }
  }
}

/// `amanah publish`: the log as published files (SPEC 5).
struct PublishCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: Bilingual(id: "Terbitkan log sebagai ubin C2SP (tlog-tiles).", en: "Publish the log as C2SP tiles (tlog-tiles)."),
      discussion: Bilingual(id: "Contoh: amanah publish terbitan -L ledger", en: "Example: amanah publish published -L ledger"),
      aliases: ["export"])
  }

  @Argument(
    help: ArgumentHelp(Bilingual(id: "Direktori tujuan.", en: "Directory to write to."), valueName: "dir"), completion: .directory
  )
  var path: String
  @OptionGroup var ledger: LedgerOptions

  func run(_ console: Console) throws {
    let reader = try LedgerReader(directory: ledger.directory)
    let checkpoint = try reader.checkpoint()
    let size = checkpoint.checkpoint.size.rawValue
    let progress = console.progress(Bilingual(id: "Menerbitkan", en: "Publishing"))
    let count = try TilePublisher(store: reader.store, path: path).publish(
      checkpoint, key: reader.settings.logKey, progress: { progress.update($0, of: size) })
    progress.finish()
    console.print(
      Bilingual(
        id: "\(count) berkas ditulis ke \(path): \(size) catatan", en: "\(count) files written to \(path): \(size) entries"))
    console.print(Bilingual(id: "Kunci pemeriksa: \(reader.settings.logKey)", en: "Verifier key: \(reader.settings.logKey)"))
  }
}
