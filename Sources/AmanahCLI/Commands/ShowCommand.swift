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
struct ShowCommand: SourceCommand {
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
            amanah show lot LOT-7 terbitan --key bansos.example/lampura+…
          """,
        en: """
          A recipient by participant number or identifier. Examples:
            amanah show recipient ABS-2004-0001 -L ledger
            amanah show supplier PMS-01 -L ledger
            amanah show lot LOT-7 published --key bansos.example/lampura+…
          """))
  }

  @Argument(help: ArgumentHelp(Kind.allCases.map(\.rawValue).joined(separator: " | "))) var kind: Kind
  @Argument(help: ArgumentHelp(Bilingual(id: "Kode atau pengenal.", en: "Code or identifier."), valueName: "code")) var code:
    String
  @Argument(
    help: ArgumentHelp(
      Bilingual(
        id: "Direktori buku besar atau terbitan, atau ledger.sqlite; sama dengan -L.",
        en: "Directory of a ledger or of published files, or a ledger.sqlite; the same as -L."), valueName: "dir"),
    completion: .directory)
  var path: String?
  @Flag(help: "JSON.") var json = false
  @Flag(
    help: ArgumentHelp(
      Bilingual(id: "Peristiwanya sendiri, satu baris JSON masing-masing.", en: "The events themselves, one line of JSON each.")))
  var line = false
  @OptionGroup var source: SourceOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) async throws {
    let log = try await source.open(path)
    let state = try state(of: log, console)
    let scan = EntryScan(source: log.audit)
    let subject = try subject(state, scan)
    let items = try Self.items(about: subject, scan, size: state.size)
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

  /// The ledger's own reader is trusted as the operator trusts it, with snapshots. Whatever comes from others is verified first.
  private func state(of log: LogSource, _ console: Console) throws -> LedgerState {
    guard let reader = log.ledger else { return try log.verified(console).state }
    let checkpoint = try log.checkpoint().checkpoint
    let progress = console.progress(Bilingual(id: "Membaca", en: "Reading"))
    let known = try RestoredState.make(
      reader, size: checkpoint.size, under: checkpoint, usesSnapshots: snapshots.usesSnapshots,
      progress: { progress.update($0, of: $1) })
    progress.finish()
    console.note(known.origin.problems)
    return known.state
  }

  private func subject(_ state: LedgerState, _ scan: EntryScan) throws -> Subject {
    if kind == .event, Identifier(code) == nil {
      return .event(try Self.event(at: try EntryPosition(code), scan, size: state.size))
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
  private static func event(at position: EntryPosition, _ scan: EntryScan, size: TreeSize) throws -> Identifier {
    guard size.contains(position.position) else {
      throw CommandFailure.refused(
        Bilingual(
          id: "posisi: seharusnya di bawah \(size), ditemukan \(position.position)",
          en: "position: expected one below \(size), found \(position.position)"))
    }
    let events = try scan.entry(at: position.position, size: size).entry.events
    guard let place = position.place ?? events.indices.first, events.indices.contains(place) else {
      throw CommandFailure.refused(
        Bilingual(
          id: "catatan \(position.position): seharusnya peristiwa 0 sampai \(events.count - 1)",
          en: "entry \(position.position): expected an event from 0 to \(events.count - 1)"))
    }
    return events[place].id
  }

  /// The events about a subject, in the order of the ledger, each with its verbatim line.
  static func items(about subject: Subject, _ scan: EntryScan, size: TreeSize) throws -> [HistoryItem] {
    var items: [HistoryItem] = []
    try scan.run(size: size) { scanned in
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
