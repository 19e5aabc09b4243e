import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah prove`: the receipt of one entry.
struct ProveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prove",
      abstract: say("Buat tanda bukti satu catatan (.tlog-proof).", "Make the receipt of one entry (.tlog-proof)."),
      discussion: say(
        "Menulis <posisi>.tlog-proof dan <posisi>.entry. Contoh: amanah prove 57 -L ledger -o bukti",
        "Writes <position>.tlog-proof and <position>.entry. Example: amanah prove 57 -L ledger -o receipts"))
  }

  @Argument(help: ArgumentHelp(say("Posisi catatan.", "Position of the entry."), valueName: "position")) var entry: String
  @Option(name: .shortAndLong, help: ArgumentHelp(say("Direktori tujuan.", "Directory to write to."), valueName: "dir"))
  var output = "."
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let position = try EntryPosition(entry).position
    let reader = try LedgerReader(directory: ledger.directory)
    let checkpoint = try reader.checkpoint()
    guard checkpoint.checkpoint.size.contains(position) else {
      throw CommandFailure.usage(
        say(
          "posisi: seharusnya di bawah \(checkpoint.checkpoint.size), ditemukan \(position)",
          "position: expected one below \(checkpoint.checkpoint.size), found \(position)"))
    }
    let (bytes, proof) = try EntryProver(store: reader.store, checkpoint: checkpoint).prove(position)
    try DurableFile.makeDirectory(output)
    for (name, content) in [("\(position).tlog-proof", proof.encode()), ("\(position).entry", bytes)] {
      try DurableFile.replace("\(output)/\(name)", with: content)
      Terminal.print("\(output)/\(name)")
    }
  }
}

/// `amanah check`: whether a receipt proves that an entry is in the ledger.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Periksa tanda bukti satu catatan, tanpa buku besarnya.", "Check the receipt of one entry, without the ledger."),
      discussion: say(
        "Contoh: amanah check 57.tlog-proof --entry 57.entry --key bansos.example/lampura+…",
        "Example: amanah check 57.tlog-proof --entry 57.entry --key bansos.example/lampura+…"))
  }

  @Argument(help: ArgumentHelp(say("Tanda bukti.", "The receipt."), valueName: "file"), completion: .file()) var proof: String
  @Option(help: ArgumentHelp(say("Catatan.", "The entry."), valueName: "file"), completion: .file()) var entry: String
  @Option(help: ArgumentHelp(say("Kunci pemeriksa log.", "The log's verifier key."), valueName: "vkey")) var key: String
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let verifier: VerifierKey
    do { verifier = try VerifierKey(key) } catch { throw CommandFailure.usage("--key: \(error)") }
    let bytes = try readFile(entry)
    let shown: ReceiptAudit.Shown
    do { shown = try ReceiptAudit.check(proof: try readFile(proof), entry: bytes, key: verifier) } catch let finding
      as AuditFinding
    {
      throw CommandFailure.notVerified(say("TIDAK TERBUKTI: ", "NOT PROVEN: ") + VerifyCommand.text(finding))
    }
    Terminal.print(
      say(
        "TERBUKTI  catatan \(shown.entry.position) ada dalam \(verifier.name) (ukuran \(shown.checkpoint.checkpoint.size)), dicatat \(shown.entry.recordedAt)",
        "PROVEN  entry \(shown.entry.position) is in \(verifier.name) (size \(shown.checkpoint.checkpoint.size)), recorded \(shown.entry.recordedAt)"
      )
    )
    try tell(shown.entry, Array(bytes[shown.entry.note]))
  }

  /// Events that are told, so that a receipt of a whole list stays readable.
  private static let shownCount = 10

  /// What the entry says, event by event: a proof of something is worth what one knows of the thing.
  private func tell(_ entry: UnverifiedEntry, _ octets: [UInt8]) throws {
    guard let note = try? UnverifiedAuthorNote(parsing: octets) else { return }
    let items = note.events.prefix(Self.shownCount).enumerated().map { place, line in
      HistoryItem(
        reference: EventReference(position: entry.position, place: place), recordedAt: entry.recordedAt,
        author: note.header.author, line: String(decoding: octets[line], as: UTF8.self))
    }
    let title = say("catatan \(entry.position)", "entry \(entry.position)")
    let history = History(title: title, isExercise: false, items: items)
    Terminal.write("\n" + history.text(.current, usesColour: Terminal.usesColour))
    let more = note.events.count - items.count
    if more > 0 { Terminal.print(say("… dan \(more) peristiwa lagi", "… and \(more) more events")) }
  }
}

/// `amanah publish`: the log as published files (SPEC 5).
struct PublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: say("Terbitkan log sebagai ubin C2SP (tlog-tiles).", "Publish the log as C2SP tiles (tlog-tiles)."),
      discussion: say("Contoh: amanah publish terbitan -L ledger", "Example: amanah publish published -L ledger"),
      aliases: ["export"])
  }

  @Argument(help: ArgumentHelp(say("Direktori tujuan.", "Directory to write to."), valueName: "dir"), completion: .directory)
  var path: String
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let reader = try LedgerReader(directory: ledger.directory)
    let checkpoint = try reader.checkpoint()
    let size = checkpoint.checkpoint.size.rawValue
    let progress = Progress(say("Menerbitkan", "Publishing"))
    let count = try TilePublisher(store: reader.store, path: path).publish(
      checkpoint, key: reader.settings.logKey, progress: { progress.update($0, of: size) })
    progress.finish()
    Terminal.print(
      say("\(count) berkas ditulis ke \(path): \(size) catatan", "\(count) files written to \(path): \(size) entries"))
    Terminal.print(say("Kunci pemeriksa: \(reader.settings.logKey)", "Verifier key: \(reader.settings.logKey)"))
  }
}
