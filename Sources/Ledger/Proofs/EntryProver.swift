import Cryptography
public import LedgerStore
public import TransparencyLog

/// Makes receipts: the proof that an entry is in the log that a checkpoint signs, in O(log n) reads.
public struct EntryProver {
  private let source: any ProvingSource
  private let checkpoint: SignedCheckpoint
  private let reader: any HashReader

  /// A prover under a verified checkpoint, for the entries of `store`.
  ///
  /// - Throws: `LedgerError.log` when the stored tiles are not those of the checkpoint.
  public init(store: any EntryStore, checkpoint: SignedCheckpoint) throws(LedgerError) {
    try self.init(source: StoreSource(store: store, head: nil), checkpoint: checkpoint)
  }

  /// A prover under a verified checkpoint. Nothing of the source needs to be trusted.
  ///
  /// - Throws: `LedgerError.log` when its tiles are not those of the checkpoint.
  public init(source: any ProvingSource, checkpoint: SignedCheckpoint) throws(LedgerError) {
    self.source = source
    self.checkpoint = checkpoint
    do { reader = try source.hashReader(of: checkpoint.checkpoint) } catch {
      throw .log(reason: "the stored hashes are not those that the checkpoint signs: \(error)")
    }
  }

  /// The entry at `position` with its receipt, which was checked.
  public func prove(_ position: Position) throws(LedgerError) -> (entry: [UInt8], proof: TlogProof) {
    do {
      let entry = try source.entry(at: position, size: checkpoint.checkpoint.size)
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
