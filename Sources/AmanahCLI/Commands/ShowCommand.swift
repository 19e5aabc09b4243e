import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Intake
import Language
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah show`: everything the ledger says about one recipient, supplier, outlet, lot, contract, procurement or complaint.
struct ShowCommand: LedgerCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case recipient, supplier, outlet, lot, contract, procurement, complaint, event
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Bilingual(
        id: "Riwayat satu penerima, pemasok, atau tempat.", en: "History of one recipient, supplier or outlet."),
      discussion: Bilingual(
        id: """
          Penerima dengan nomor peserta atau pengenalnya. Contoh:
            amanah show recipient ABS-2004-0001 -L ledger
            amanah show supplier PMS-01 -L ledger
          """,
        en: """
          A recipient by participant number or identifier. Examples:
            amanah show recipient ABS-2004-0001 -L ledger
            amanah show supplier PMS-01 -L ledger
          """))
  }

  @Argument(help: ArgumentHelp(Kind.allCases.map(\.rawValue).joined(separator: " | "))) var kind: Kind
  @Argument(help: ArgumentHelp(Bilingual(id: "Kode atau pengenal.", en: "Code or identifier."), valueName: "code")) var code:
    String
  @Flag(help: "JSON.") var json = false
  @Flag(
    help: ArgumentHelp(
      Bilingual(id: "Peristiwanya sendiri, satu baris JSON masing-masing.", en: "The events themselves, one line of JSON each.")))
  var line = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) throws {
    let reader = try LedgerReader(directory: ledger.directory)
    let checkpoint = try reader.checkpoint().checkpoint
    let size = checkpoint.size
    let progress = console.progress(Bilingual(id: "Membaca", en: "Reading"))
    let known = try RestoredState.make(
      reader, size: size, under: checkpoint, usesSnapshots: snapshots.usesSnapshots, progress: { progress.update($0, of: $1) })
    progress.finish()
    console.note(known.origin.problems)
    let state = known.state
    let subject = try subject(state, reader, size: size)
    let items = try Self.items(about: subject, source: reader.entries, size: size)
    guard !items.isEmpty else {
      throw CommandFailure.refused(
        Bilingual(id: "\(kind.rawValue) \(code): tidak ada dalam buku besar", en: "\(kind.rawValue) \(code): not in the ledger"))
    }
    let history = History(
      title: "\(kind.rawValue) \(code)", isExercise: state.opening?.body.purpose == .exercise, items: items, names: Names(state))
    if line {
      for item in items { console.print(item.line) }
    } else if json {
      console.print(history.json)
    } else {
      console.print(history.text(console.language, usesColour: console.usesColour))
    }
  }

  private func subject(_ state: LedgerState, _ reader: LedgerReader, size: TreeSize) throws -> Subject {
    if kind == .event, Identifier(code) == nil {
      return .event(try Self.event(at: try EntryPosition(code), reader, size: size))
    }
    if kind == .recipient || kind == .event, let id = Identifier(code) { return kind == .event ? .event(id) : .recipient(id) }
    guard let value = Code(code) else {
      throw CommandFailure.usage(Bilingual(id: "\(code): bukan kode", en: "\(code): not a code"))
    }
    switch kind {
    case .recipient:
      guard let id = state.recipient(number: value) else {
        throw CommandFailure.refused(
          Bilingual(id: "\(code): tidak ada peserta bernomor ini", en: "\(code): no recipient has this number"))
      }
      return .recipient(id)
    case .supplier: return .supplier(value)
    case .outlet: return .outlet(value)
    case .lot: return .lot(value)
    case .contract: return .contract(value)
    case .procurement: return .procurement(value)
    case .complaint: return .complaint(value)
    case .event: throw CommandFailure.usage(Bilingual(id: "\(code): bukan pengenal", en: "\(code): not an identifier"))
    }
  }

  /// The event that reports call `position.place`; the first of its entry where the place is left out.
  private static func event(at position: EntryPosition, _ reader: LedgerReader, size: TreeSize) throws -> Identifier {
    guard size.contains(position.position) else {
      throw CommandFailure.refused(
        Bilingual(
          id: "posisi: seharusnya di bawah \(size), ditemukan \(position.position)",
          en: "position: expected one below \(size), found \(position.position)"))
    }
    let events = try reader.events(at: position.position)
    guard let place = position.place ?? events.indices.first, events.indices.contains(place) else {
      throw CommandFailure.refused(
        Bilingual(
          id: "catatan \(position.position): seharusnya peristiwa 0 sampai \(events.count - 1)",
          en: "entry \(position.position): expected an event from 0 to \(events.count - 1)"))
    }
    return events[place].id
  }

  /// The events about a subject, in the order of the ledger, each with its verbatim line.
  static func items(about subject: Subject, source: any AuditSource, size: TreeSize) throws -> [HistoryItem] {
    var items: [HistoryItem] = []
    try EntryScan(source: source).run(size: size) { scanned in
      let entry = scanned.entry
      for (place, event) in entry.events.enumerated() where event.mentions(subject) {
        items.append(
          HistoryItem(
            reference: EventReference(position: entry.position, place: place),
            recordedAt: entry.recordedAt, author: entry.author ?? "",
            line: String(decoding: scanned.lines[place], as: UTF8.self)))
      }
    }
    return items
  }
}
