import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import TestSupport
import TransparencyLog
import Vocabulary

/// A ledger in a temporary directory with a governor, a registrar and a distributor: what most tests need.
struct Town {
  static let origin = "bansos.example/town"
  /// Where the keys are, and the files unless the stores are in memory.
  let directory: LedgerDirectory
  let stores: LedgerStores
  let keyring: Keyring
  let governor: SignerKey
  let registrar: SignerKey

  static func signer(_ name: String, _ seed: UInt8) throws -> SignerKey {
    SignerKey(
      name: try KeyName("\(origin)/\(name)"), signingKey: try SigningKey(seed: SecretBytes([UInt8](repeating: seed, count: 32))))
  }

  static let day = Timestamp("2026-04-16T09:00:00+07:00")!
  static let clock = RecordedTime("2026-04-16T02:12:03.123Z")!

  /// After whatever the machine's clock shows.
  static let later = RecordedTime("2098-01-01T00:00:00.000Z")!

  static func id(_ number: UInt64) -> Identifier {
    Identifier.make(millisecondsSince1970: 1_776_000_000_000 + number, random: (number, number))
  }

  /// The same town, whose files were copied to `directory`.
  func moved(to directory: LedgerDirectory) -> Town {
    Town(directory: directory, stores: .files(of: directory), keyring: keyring, governor: governor, registrar: registrar)
  }

  private init(directory: LedgerDirectory, stores: LedgerStores, keyring: Keyring, governor: SignerKey, registrar: SignerKey) {
    self.directory = directory
    self.stores = stores
    self.keyring = keyring
    self.governor = governor
    self.registrar = registrar
  }

  /// - Parameter stores: where to make the ledger; in files by default.
  init(purpose: LedgerOpened.Purpose = .exercise, in stores: LedgerStores? = nil) async throws {
    let path = ScratchFolder.newPath("ledger")
    directory = LedgerDirectory(path)
    self.stores = stores ?? .files(of: directory)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    keyring = try Keyring(
      path: directory.keys, passphrase: SecretBytes(utf8: "correct horse"), cost: .init(operations: 1, memoryBytes: 8 << 10))
    governor = try Self.signer("governor", 1)
    registrar = try Self.signer("registrar", 2)
    let creation = LedgerCreation(
      origin: Self.origin, title: "Town", purpose: purpose, governors: [.init(signer: governor, holder: Self.id(1))],
      openedAt: Self.day, clock: .fixed(Self.clock))
    let writer = try await creation.create(in: self.stores, keyring: keyring, id: Self.id(2))
    let results = try await writer.submit([try await grantNote(writer)])
    guard case .recorded = results[0] else { throw LedgerError.log(reason: "\(results[0])") }
    try await writer.close()
  }

  private func grantNote(_ writer: LedgerWriter) async throws -> [UInt8] {
    let grant = KeyGranted(
      key: registrar.verifier.text, holder: Self.id(3), roles: [.registrar], regions: [Region("18.03")!],
      validFrom: Timestamp("2026-01-01T00:00:00+07:00")!)
    var composer = NoteComposer(
      origin: Self.origin, author: governor, chain: await writer.chain(of: governor.name.text))
    return try composer.compose(
      lines: [try EventLine(writing: Event(id: Self.id(4), at: Self.day, body: .keyGranted(grant)))], signedAt: Self.day)
  }

  func open() async throws -> LedgerWriter { try await LedgerWriter.open(stores: stores, keyring: keyring) }

  /// A note of the registrar's that says that a recipient has moved.
  func note(_ number: UInt64, chain: AuthorChain, seen: Head? = nil) throws -> (note: [UInt8], chain: AuthorChain) {
    let change = RecipientStatusChanged(
      recipient: Self.id(1000 + number), region: Region("18.03.07.2004")!, status: .moved, effective: CalendarDate("2026-04-01")!)
    var composer = NoteComposer(origin: Self.origin, author: registrar, chain: chain)
    let line = try EventLine(writing: Event(id: Self.id(100 + number), at: Self.day, body: .recipientStatusChanged(change)))
    let note = try composer.compose(lines: [line], signedAt: Self.day, seen: seen)
    return (note, composer.chain)
  }

  /// So many notes of the registrar's, one after the other.
  func notes(_ range: Range<UInt64>, chain: AuthorChain) throws -> [[UInt8]] {
    var chain = chain
    return try range.map { number in
      let made = try note(number, chain: chain)
      chain = made.chain
      return made.note
    }
  }

  func audit() async throws -> AuditReport {
    try LogAudit(source: try await StoreSource(stores: stores), key: try stores.settings.readSettings().logKey).run()
  }
}
