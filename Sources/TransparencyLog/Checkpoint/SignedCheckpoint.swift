/// A checkpoint whose log signature was verified, with the verbatim note around it.
public struct SignedCheckpoint: Hashable, Sendable {
  /// The note, with all signatures that it came with.
  public let note: SignedNote
  /// What it says.
  public let checkpoint: Checkpoint

  init(note: SignedNote, checkpoint: Checkpoint) {
    self.note = note
    self.checkpoint = checkpoint
  }

  /// The verbatim bytes of the note.
  public var bytes: [UInt8] { note.bytes }

  /// The checkpoint in `bytes`, of `largestSize` entries at most, signed by the log whose key is `verifier`. Other signatures are ignored.
  ///
  /// - Throws: ``CheckpointError``; the origin must be the name of the key.
  public static func open(
    _ bytes: [UInt8], verifier: VerifierKey, largestSize: UInt64 = .max
  ) throws(CheckpointError) -> SignedCheckpoint {
    let note: SignedNote
    do {
      note = try SignedNote.open(bytes, verifiers: [verifier])
    } catch {
      throw .note(error)
    }
    let checkpoint = try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(CheckpointError) in
      try unsafe Checkpoint(
        parsing: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[note.layout.text]), largestSize: largestSize)
    }
    guard checkpoint.origin == verifier.name else {
      throw .wrongOrigin(expected: verifier.name, found: checkpoint.origin)
    }
    return SignedCheckpoint(note: note, checkpoint: checkpoint)
  }

  /// The same checkpoint with more signatures, such as witnesses' cosignatures, which are not verified here.
  ///
  /// - Throws: ``CheckpointError/note(_:)``.
  public func adding(_ signatures: [NoteSignature]) throws(CheckpointError) -> SignedCheckpoint {
    do {
      return SignedCheckpoint(note: try note.adding(signatures), checkpoint: checkpoint)
    } catch {
      throw .note(error)
    }
  }
}
