import Compliance
import Cryptography
import Foundation
import LedgerStore
import TestSupport
import TransparencyLog

@testable import Ledger

/// A town with some notes, and snapshots of it.
struct SnapshotTown {
  static let program = Digest(bytes: [UInt8](repeating: 7, count: 32))!
  let town: Town
  var directory: LedgerDirectory { town.directory }

  init(notes: UInt64) async throws {
    town = try await Town()
    try await record(0..<notes)
  }

  private init(_ town: Town) { self.town = town }

  func record(_ numbers: Range<UInt64>) async throws {
    let writer = try await town.open()
    for result in try await writer.submit(try town.notes(numbers, chain: await writer.chain(of: town.registrar.name.text))) {
      guard case .recorded = result else { throw LedgerError.log(reason: "\(result)") }
    }
    try await writer.close()
  }

  /// The same ledger as it is now, in a directory of its own.
  func copy() throws -> SnapshotTown {
    let path = ScratchFolder.newPath("ledger")
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: directory.path, toPath: path)
    return SnapshotTown(town.moved(to: LedgerDirectory(path)))
  }

  func snapshots(_ program: Digest = Self.program) throws -> Snapshots {
    Snapshots(directory: directory, key: try directory.readSettings().logKey, program: program)
  }

  func path(_ size: TreeSize) -> String { "\(directory.snapshots)/\(size).snapshot" }

  /// The state of the first entries by replay.
  func replay(_ size: TreeSize) throws -> LedgerState {
    try StateReplay(source: try LedgerReader(directory: directory).entries).run(size: size)
  }

  /// Keeps a snapshot of the first `size` entries; of another state, if one is given.
  func keep(
    _ size: TreeSize, state: LedgerState? = nil, program: Digest = Self.program, signer: SignerKey? = nil,
    besides kept: TreeSize = 0
  ) throws {
    let reader = try LedgerReader(directory: directory)
    let checkpoint = try reader.checkpoint().checkpoint
    let root = try StoreHashReader(store: reader.store, size: checkpoint.size, root: checkpoint.root).root(of: size)
    let leaf = MerkleHash.leaf(try reader.store.entry(at: size.end.advanced(by: -1))!)
    try snapshots(program).keep(
      try state ?? replay(size), root: root, leaf: leaf, signer: try signer ?? town.keyring.signer(named: Town.origin),
      besides: kept)
  }

  /// The state of the first entries, or of all.
  func restore(_ size: TreeSize? = nil) throws -> RestoredState {
    let reader = try LedgerReader(directory: directory)
    let checkpoint = try reader.checkpoint().checkpoint
    return try RestoredState.make(
      source: reader.entries, store: reader.store, snapshots: try snapshots(), size: size ?? checkpoint.size,
      under: checkpoint)
  }
}

extension RestoredState {
  var digest: Digest { get throws { try StateSnapshot.digest(of: state) } }
}
