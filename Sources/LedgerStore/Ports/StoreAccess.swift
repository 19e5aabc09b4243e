/// What a store is opened for.
public enum StoreAccess: Hashable, Sendable, CaseIterable {
  /// Makes a new store; refuses one that exists.
  case create
  /// Makes the store, or goes on with what an interrupted creation left of it.
  case begin
  /// Opens an existing store for appending. What an interrupted run left unfinished is settled first.
  case append
  /// Opens an existing store for reading, also on a medium that cannot be written, and beside a writer. Changes nothing.
  case read
}
