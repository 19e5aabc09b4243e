import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import TestSupport
import TransparencyLog
import Vocabulary

/// A ledger of eight entries, made by the real writer and published, for tests that attack it.
///
/// 0 opening · 1 grant to the registrar · 2 the registrar's note · 3 another, co-signed by the governor · 4 grant to the auditor ·
/// 5 the auditor attests the state of 5 entries · 6 the registrar's note · 7 the registrar's note, who has seen size 7.
struct AttackedTown {
  let town: Town
  let auditor: SignerKey
  let log: SignerKey
  let published: String
  let entries: [[UInt8]]
  let checkpoint: [UInt8]

  static func make() async throws -> AttackedTown {
    let town = try await Town()
    let auditor = try Town.signer("auditor", 3)
    let writer = try await town.open()
    try await writer.setClock(.fixed(Town.clock))
    for number in 2..<8 {
      let log = try await forgedLog(town, writer)
      let note = try note(number, town, auditor, log)
      guard case .recorded(let entry) = try await writer.submit([note])[0], entry.position == Position(UInt64(number)) else {
        throw LedgerError.log(reason: "note \(number) was refused")
      }
    }
    try await writer.close()
    let reader = try LedgerReader(directory: town.directory)
    let checkpoint = try reader.checkpoint()
    let published = ScratchFolder.newPath("published")
    _ = try TilePublisher(store: reader.store, path: published).publish(checkpoint, key: reader.settings.logKey)
    return AttackedTown(
      town: town, auditor: auditor, log: try town.keyring.signer(named: Town.origin), published: published,
      entries: try entries(reader.store), checkpoint: checkpoint.bytes)
  }

  /// The log as its keeper has it.
  func forged() throws -> ForgedLog { try ForgedLog(entries: entries, log: log) }

  /// The first finding in `source`.
  func finding(_ source: any AuditSource, remembered: [UInt8]? = nil) throws -> AuditFinding? {
    try LogAudit(source: source, key: log.verifier, remembered: remembered).run().finding
  }

  /// What the registrar says of recipient `number`.
  static func moved(_ number: UInt64, region: String = "18.03.07.2004") -> EventBody {
    .recipientStatusChanged(
      RecipientStatusChanged(
        recipient: Town.id(1000 + number), region: Region(region)!, status: .moved, effective: CalendarDate("2026-04-01")!))
  }

  /// A grant to `key`, from the year's beginning.
  static func grant(
    _ key: SignerKey, _ roles: [Role], regions: [Region]? = nil, programmes: [Code]? = nil,
    from: String = "2026-01-01T00:00:00+07:00", until: String? = nil
  ) -> EventBody {
    .keyGranted(
      KeyGranted(
        key: key.verifier.text, holder: Town.id(9), roles: roles, regions: regions, programmes: programmes,
        validFrom: Timestamp(from)!, validUntil: until.map { Timestamp($0)! }))
  }

  private static func note(_ number: Int, _ town: Town, _ auditor: SignerKey, _ log: ForgedLog) throws -> [UInt8] {
    switch number {
    case 3: try log.note(moved(3), by: town.registrar, cosigners: [town.governor])
    case 4: try log.note(grant(auditor, [.auditor]), by: town.governor)
    case 5:
      try log.note(
        .stateAttested(StateAttested(size: 5, asOf: Town.day, digest: try stateDigest(log.source(), size: 5))), by: auditor)
    case 7:
      try log.note(moved(7), by: town.registrar, seen: Head(size: 7, root: ForgedLog.root(try log.entries())))
    default: try log.note(moved(UInt64(number)), by: town.registrar)
    }
  }

  /// The digest of the state of the first `size` entries.
  static func stateDigest(_ source: any AuditSource, size: TreeSize) throws -> Digest {
    StateDigest.digest(of: try StateReplay(source: source).run(size: size), asOf: Town.day.secondsSince1970)
  }

  private static func forgedLog(_ town: Town, _ writer: LedgerWriter) async throws -> ForgedLog {
    let reader = try LedgerReader(directory: town.directory)
    return try ForgedLog(entries: try entries(reader.store), log: try town.keyring.signer(named: Town.origin))
  }

  private static func entries(_ store: any EntryStore) throws -> [[UInt8]] {
    try store.size().positions.compactMap { try store.entry(at: $0) }
  }
}
