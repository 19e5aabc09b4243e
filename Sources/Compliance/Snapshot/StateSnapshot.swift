public import Cryptography

/// A folded state as bytes, and back (SPEC 12): not canonical for anybody else, made to be read again at once by the program that wrote it.
///
/// Equal states give equal bytes. Law: `decode(encode(state))` answers every question as `state` does, and folds further alike.
public enum StateSnapshot {
  /// Raised with every change of what is written, or of how an event is folded.
  public static let version = 3

  /// Passes the bytes of `state` to `sink`, block by block.
  ///
  /// - Parameter sink: returns false when nothing more can be written.
  /// - Returns: SHA-256 over all bytes, and their number.
  /// - Throws: ``SnapshotError/notWritten``, and `.malformed` for a state of events that no reader would accept.
  public static func encode(
    _ state: LedgerState, to sink: @escaping (UnsafeRawBufferPointer) -> Bool
  ) throws(SnapshotError) -> (digest: Digest, byteCount: UInt64) {
    var state = state
    var encoder = unsafe SnapshotEncoder(sink: sink)
    try state.code(&encoder)
    let digest = try encoder.finish()
    return (digest, encoder.byteCount)
  }

  /// SHA-256 over the bytes of `state`.
  ///
  /// - Throws: as `encode`.
  public static func digest(of state: LedgerState) throws(SnapshotError) -> Digest {
    try unsafe encode(state, to: { _ in true }).digest
  }

  /// The state whose bytes `source` gives.
  ///
  /// - Parameters:
  ///   - byteCount: how many bytes there are; memory is only taken for what they can hold.
  ///   - digest: SHA-256 over all of them, from somebody who is trusted.
  ///   - source: fills the whole of the memory that it is given, or returns false.
  /// - Throws: ``SnapshotError``, whatever the bytes are.
  public static func decode(
    byteCount: UInt64, digest: Digest, from source: @escaping (UnsafeMutableRawBufferPointer) -> Bool
  ) throws(SnapshotError) -> LedgerState {
    var state = LedgerState()
    var decoder = unsafe SnapshotDecoder(byteCount: byteCount, source: source)
    try state.code(&decoder)
    try decoder.finish(digest)
    return state
  }
}
