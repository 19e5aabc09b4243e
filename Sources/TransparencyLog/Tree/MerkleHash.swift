public import Cryptography

/// The hashes of RFC 6962, section 2.1, with SHA-256. The prefixes keep a leaf from ever passing for an inner node.
public enum MerkleHash {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let emptyRoot = SHA256.hash([])

  /// The hash of a leaf: SHA-256(0x00 ‖ entry).
  public static func leaf(_ entry: UnsafeRawBufferPointer) -> Digest {
    unsafe SHA256.hash(prefix: 0x00, entry)
  }

  /// The hash of a leaf: SHA-256(0x00 ‖ entry).
  public static func leaf(_ entry: [UInt8]) -> Digest {
    unsafe entry.withUnsafeBytes { unsafe leaf($0) }
  }

  /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    let children = (left, right)
    return unsafe withUnsafeBytes(of: children) { unsafe SHA256.hash(prefix: 0x01, $0) }
  }

  /// The hash over `peaks`, the roots of perfect subtrees from the largest (left) to the smallest: they are joined from the right.
  /// Nil without peaks.
  static func fold(_ peaks: some BidirectionalCollection<Digest>) -> Digest? {
    guard var hash = peaks.last else { return nil }
    for peak in peaks.dropLast().reversed() { hash = node(peak, hash) }
    return hash
  }
}
