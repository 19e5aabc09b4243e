public import TransparencyLog

extension TreeSize {
  /// The size of the tree that an author has seen.
  public init(_ seen: Head) { self.init(UInt64(seen.size)) }
}
