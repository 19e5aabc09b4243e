/// Lets one writer at a time to a ledger. What it promises is `WriterLeaseContract` in `LedgerTesting`.
///
/// A lease keeps honest programs apart. It is not what keeps a ledger whole: a writer whose lease was lost finds at its next step that
/// the entries do not end where it thinks (`EntryStore.append`) or that the head is not the one it wrote (`HeadStore.replace`).
public protocol WriterLease: Sendable {
  /// Takes the lease, for as long as what is returned is held. Waits a moment for others, without blocking a thread; a program that
  /// is killed gives it back.
  ///
  /// - Throws: `StoreError.inUse` when somebody else holds it.
  func acquire() async throws(StoreError) -> any HeldLease

  /// Whether a writer holds the lease now; false where nobody can tell.
  func isHeld() -> Bool
}

/// A lease that was acquired. Given back by `release`, or when nobody refers to it any longer.
public protocol HeldLease: AnyObject, Sendable {
  /// Gives the lease back; releasing again does nothing.
  func release()
}
