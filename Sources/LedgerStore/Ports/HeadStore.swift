/// Where the newest signed checkpoint lives, apart from the entries, so that neither can be put back without the other (SPEC 12).
///
/// What it promises is `HeadStoreContract` in `LedgerTesting`.
public protocol HeadStore: Sendable {
  /// The head; nil where none was signed yet.
  func read() throws(StoreError) -> [UInt8]?

  /// Puts `head` in the place of `expected`, as a whole, and durable once returned. When it throws, one of the two is there.
  ///
  /// - Parameter expected: what must be there before; nil: nothing.
  /// - Throws: `StoreError.changedMeanwhile` where something else is there; it stays.
  func replace(expected: [UInt8]?, with head: [UInt8]) throws(StoreError)

  /// The first `limit` bytes of the head and at most one more, for a reader who trusts nobody who could have written it; nil where
  /// there is nothing of the kind.
  func peek(atMost limit: Int) throws(StoreError) -> [UInt8]?
}

extension HeadStore {
  public func peek(atMost limit: Int) throws(StoreError) -> [UInt8]? {
    try read().map { Array($0.prefix(limit + 1)) }
  }
}
