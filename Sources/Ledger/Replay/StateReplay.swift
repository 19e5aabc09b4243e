public import Compliance
import Cryptography
public import TransparencyLog
import Vocabulary

/// Folds a log into its state without verifying it: for whoever verified it before, or wrote it.
public struct StateReplay {
  private let source: any AuditSource

  /// A replay of `source`.
  public init(source: any AuditSource) { self.source = source }

  /// The state of the first `size` entries.
  ///
  /// - Parameters:
  ///   - total: the size of the log, where it is larger: published files are those of one size.
  ///   - start: the state of the first entries of this log; they are not read again.
  ///   - visit: called with the state after each entry, and first with the one that it starts from.
  /// - Throws: `LedgerError.log` where an entry cannot be read.
  public func run(
    size: TreeSize, of total: TreeSize? = nil, from start: consuming LedgerState = LedgerState(),
    progress: (TreeSize, TreeSize) -> Void = { _, _ in }, visit: ((LedgerState) -> Void)? = nil
  ) throws(LedgerError) -> LedgerState {
    var state = consume start
    visit?(state)
    var reader = RecordedEntryReader()
    while state.size < size {
      let limit = Int(min(4096, size.rawValue - state.size.rawValue))
      let chunk = try source.read(from: state.size.end, limit: limit, size: total ?? size)
      if let problem = chunk.problem, chunk.items.isEmpty { throw .log(reason: problem.description) }
      try fold(chunk.items.prefix(limit), chunk.bytes, with: &reader, into: &state, visit)
      progress(state.size, size)
    }
    return state
  }

  private func fold(
    _ items: ArraySlice<AuditChunk.Item>, _ bytes: [UInt8], with reader: inout RecordedEntryReader, into state: inout LedgerState,
    _ visit: ((LedgerState) -> Void)?
  ) throws(LedgerError) {
    for item in items {
      let expected = state.size.end
      let entry = try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(LedgerError) in
        try unsafe reader.decodeWithoutVerifying(
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[item.range])), at: expected)
      }
      guard entry.position == expected else {
        throw .log(reason: "position \(expected): expected that position in the entry, found \(entry.position)")
      }
      state.fold(entry)
      visit?(state)
    }
  }
}
