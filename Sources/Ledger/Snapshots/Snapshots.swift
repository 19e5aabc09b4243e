public import Compliance
public import Cryptography
import Foundation
public import LedgerStore
public import TransparencyLog

/// The folded states that a ledger keeps at some sizes, so that commands begin with what is new (SPEC 12).
///
/// Disposable: whatever is wrong with one, it is passed over and the log is replayed. Signed by the log's key, since whoever could forge
/// one could make a recording command believe that an event was recorded. An audit never uses them.
public struct Snapshots: Sendable {
  private static let suffix = ".snapshot"
  static let temporarySuffix = ".new"
  /// Seconds after which a file that is still being written was given up by its writer.
  private static let patience: Double = 3600

  private let directory: LedgerDirectory
  private let key: VerifierKey
  private let program: Digest?

  /// The snapshots of the ledger in `directory`, whose log key is `key`.
  public init(directory: LedgerDirectory, key: VerifierKey) {
    self.init(directory: directory, key: key, program: ProgramIdentity.current)
  }

  init(directory: LedgerDirectory, key: VerifierKey, program: Digest?) {
    self.directory = directory
    self.key = key
    self.program = program
  }

  /// The newest snapshot of at most `size` entries that is of this log.
  ///
  /// - Parameters:
  ///   - checkpoint: the head of the log in `store`, verified.
  ///   - problems: gets what is wrong with those that were passed over.
  /// - Returns: nil where none is usable.
  public func newest(
    atOrBelow size: TreeSize, in store: any EntryStore, under checkpoint: Checkpoint, problems: inout [SnapshotProblem]
  ) -> LedgerState? {
    guard let program else { return nil }
    for file in files() {
      do throws(SnapshotProblem.Reason) {
        let (header, opened) = try file.open(key: key, program: program)
        guard header.size <= checkpoint.size else {
          throw .newer(size: header.size, ledger: checkpoint.size)
        }
        guard header.size <= size else { continue }
        guard isHistory(header, store, checkpoint) else { throw .otherHistory(size: header.size) }
        return try SnapshotFile.state(header, opened)
      } catch { problems.append(SnapshotProblem(path: file.path, reason: error)) }
    }
    return nil
  }

  /// What the snapshots say that this program signed, for an audit to compare: digests of the state by size.
  public func claims() -> [SnapshotClaim] {
    guard let program else { return [] }
    return files().compactMap { file in
      guard let (header, _) = try? file.open(key: key, program: program) else { return nil }
      return SnapshotClaim(path: file.path, size: header.size, digest: header.stateDigest)
    }
  }

  /// Keeps `state` as a snapshot, and of the others only the one of `kept` entries.
  ///
  /// - Parameters:
  ///   - root: of the tree of as many entries as were folded.
  ///   - leaf: the leaf hash of the last of them.
  ///   - signer: the log's.
  /// - Throws: `LedgerError.file`. Nothing depends on a snapshot: whoever calls may go on.
  public func keep(
    _ state: LedgerState, root: Digest, leaf: Digest, signer: SignerKey, besides kept: TreeSize
  ) throws(LedgerError) {
    guard let program, !state.size.isEmpty else { return }
    try DurableFile.makeDirectory(directory.snapshots, mode: 0o700)
    let file = self.file(state.size)
    try file.write(state, signer: signer) { count, digest in
      SnapshotHeader(
        origin: key.name.text, size: state.size, root: root, leaf: leaf, program: program, stateByteCount: count,
        stateDigest: digest)
    }
    prune([file.path, self.file(kept).path])
  }

  /// Whether the entries of the log are those that the snapshot was made from: its last leaf and its root.
  private func isHistory(_ header: SnapshotHeader, _ store: any EntryStore, _ checkpoint: Checkpoint) -> Bool {
    guard !header.size.isEmpty, let last = try? store.entry(at: header.size.end.advanced(by: -1)),
      MerkleHash.leaf(last) == header.leaf
    else {
      return false
    }
    if header.size == checkpoint.size { return header.root == checkpoint.root }
    let reader = try? StoreHashReader(store: store, size: checkpoint.size, root: checkpoint.root)
    return (try? reader?.root(of: header.size)) == header.root
  }

  private func file(_ size: TreeSize) -> SnapshotFile { SnapshotFile(path: "\(directory.snapshots)/\(size)\(Self.suffix)") }

  /// Those whose names say a size, the largest first. The names only order them.
  private func files() -> [SnapshotFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.snapshots)) ?? []
    let sizes = names.compactMap {
      $0.hasSuffix(Self.suffix) ? UInt64($0.dropLast(Self.suffix.count)).map(TreeSize.init(_:)) : nil
    }
    return Set(sizes).sorted(by: >).map { file($0) }.filter { names.contains(FilePath.name(of: $0.path)) }
  }

  private func prune(_ kept: [String]) {
    for file in files() where !kept.contains(file.path) { unsafe unlink(file.path) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.snapshots)) ?? []
    for name in names where name.hasSuffix(Self.temporarySuffix) {
      let path = "\(directory.snapshots)/\(name)"
      let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      if let changed, changed.timeIntervalSinceNow < -Self.patience { unsafe unlink(path) }
    }
  }
}

/// What a snapshot says, signed by the log's key: the digest of the state at a size.
public struct SnapshotClaim: Sendable, Hashable {
  public let path: String
  public let size: TreeSize
  /// As `StateSnapshot.digest(of:)` computes it.
  public let digest: Digest
}
