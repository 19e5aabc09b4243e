import Cryptography
public import LedgerStore
public import TransparencyLog

/// Makes receipts: the proof that an entry is in the log that a checkpoint signs, in O(log n) reads.
public struct EntryProver {
  private let store: any EntryStore
  private let checkpoint: SignedCheckpoint
  private let reader: StoreHashReader

  /// A prover under a verified checkpoint.
  ///
  /// - Throws: `LedgerError.log` when the stored tiles are not those of the checkpoint.
  public init(store: any EntryStore, checkpoint: SignedCheckpoint) throws(LedgerError) {
    self.store = store
    self.checkpoint = checkpoint
    do {
      reader = try StoreHashReader(store: store, size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root)
    } catch { throw .log(reason: "the stored hashes are not those that the checkpoint signs: \(error)") }
  }

  /// The entry at `position` with its receipt, which was checked.
  public func prove(_ position: Position) throws(LedgerError) -> (entry: [UInt8], proof: TlogProof) {
    do {
      guard let entry = try store.entry(at: position) else {
        throw LedgerError.log(reason: "position \(position): expected a position below \(checkpoint.checkpoint.size)")
      }
      let path = try InclusionProof.prove(position, in: checkpoint.checkpoint.size, reader: reader).path
      let proof = TlogProof(position: position, path: path, checkpoint: checkpoint.note)
      try InclusionProof(position: position, size: checkpoint.checkpoint.size, path: path)
        .check(leaf: MerkleHash.leaf(entry), root: checkpoint.checkpoint.root)
      return (entry, proof)
    } catch let error as LedgerError { throw error } catch { throw .log(reason: "position \(position): \(error)") }
  }

  /// The proof that this log extends the one that an older checkpoint signed.
  public func prove(extends old: TreeSize) throws(LedgerError) -> ConsistencyProof {
    do { return try ConsistencyProof.prove(old: old, new: checkpoint.checkpoint.size, reader: reader) } catch {
      throw .log(reason: "\(error)")
    }
  }
}
