import Cryptography
import Foundation
import Ledger
import LedgerStore
import TransparencyLog
import Vocabulary

/// Where ledgers are kept while they are measured.
enum BenchStore: String, CaseIterable {
  case sqlite
  case memory
}

/// A ledger in a directory or in memory of its own, opened by the governor, with every officer's key granted.
struct BenchLedger {
  /// Where the keys are, and the files unless the stores are in memory.
  let directory: LedgerDirectory
  let stores: LedgerStores
  let keyring: Keyring

  /// The cheapest derivation that libsodium allows: opening a keyring is made slow on purpose, and is not what is measured.
  private static let cost = EncryptedSecret.Cost(operations: 1, memoryBytes: 8 << 10)

  /// The ledger in the files of `path`, which exists, or a new one in memory with its keys there.
  init(path: String, store: BenchStore = .sqlite) throws {
    directory = LedgerDirectory(path)
    stores = store == .memory ? .memory() : .files(of: directory)
    keyring = try Keyring(path: directory.keys, passphrase: SecretBytes(utf8: "bench"), cost: Self.cost)
  }

  /// A new ledger in `path`; what was there is removed.
  static func create(
    path: String, store: BenchStore, officers: Officers, seed: UInt64
  ) async throws -> (ledger: BenchLedger, writer: LedgerWriter) {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let ledger = try BenchLedger(path: path, store: store)
    var dice = Dice(seed, 9, 0)
    let day = try Moments.at(day: 0, second: 0)
    let creation = LedgerCreation(
      origin: Officers.origin, title: "Bench", purpose: .exercise,
      governors: [.init(signer: officers.governor, holder: officers.governorHolder)], openedAt: day,
      clock: .fixed(try Moments.recordedAt()))
    let writer = try await creation.create(in: ledger.stores, keyring: ledger.keyring, id: Moments.id(0, &dice))
    var composer = NoteComposer(
      origin: Officers.origin, author: officers.governor, chain: await writer.chain(of: officers.governor.name.text))
    let lines = try officers.grants.map {
      try EventLine(writing: Event(id: Moments.id(0, &dice), at: day, body: .keyGranted($0)))
    }
    try await record([try composer.compose(lines: lines, signedAt: day)], with: writer)
    return (ledger, writer)
  }

  /// Submits notes that must be recorded.
  static func record(_ notes: [[UInt8]], with writer: LedgerWriter) async throws {
    for result in try await writer.submit(notes) {
      guard case .recorded = result else { throw BenchError("a note was not recorded: \(result)") }
    }
  }

  func reader() throws -> LedgerReader { try LedgerReader(stores: stores) }

  /// Bytes of the database, once the write-ahead log has been moved into it.
  func databaseByteCount() throws -> Int {
    let log = directory.database + "-wal"
    if let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int, size > 0 {
      throw BenchError("the write-ahead log still holds \(size) bytes")
    }
    guard let size = try FileManager.default.attributesOfItem(atPath: directory.database)[.size] as? Int else {
      throw BenchError("no size of \(directory.database)")
    }
    return size
  }
}

/// Why a measurement could not be made.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
