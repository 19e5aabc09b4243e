import Cryptography
import TransparencyLog

/// The recursive definitions of RFC 6962, section 2.1, taken literally, over leaves "0", "1", "2" … in ASCII. Subtree hashes are
/// remembered, or the exhaustive laws would take hours.
final class ReferenceTree {
  let leaves: [Digest]
  private var known: [Range<Int>: Digest] = [:]

  init(count: Int) {
    leaves = (0..<count).map { MerkleHash.leaf(Self.entry(at: $0)) }
  }

  static func entry(at position: Int) -> [UInt8] { Array(String(position).utf8) }

  /// MTH of the leaves in `range`.
  func root(_ range: Range<Int>) -> Digest {
    if range.isEmpty { return SHA256.hash([]) }
    if range.count == 1 { return leaves[range.lowerBound] }
    if let hash = known[range] { return hash }
    let middle = range.lowerBound + split(range.count)
    let left = root(range.lowerBound..<middle)
    let right = root(middle..<range.upperBound)
    let hash = SHA256.hash([0x01] + left.bytes + right.bytes)
    known[range] = hash
    return hash
  }

  /// PATH(m, D[range]), where m counts from the start of the range.
  func path(_ m: Int, _ range: Range<Int>) -> [Digest] {
    if range.count == 1 { return [] }
    let k = split(range.count)
    let middle = range.lowerBound + k
    return m < k
      ? path(m, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
      : path(m - k, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
  }

  /// PROOF(m, D[n]).
  func consistency(_ m: Int, _ n: Int) -> [Digest] {
    m == 0 || m == n ? [] : subproof(m, 0..<n, isWhole: true)
  }

  private func subproof(_ m: Int, _ range: Range<Int>, isWhole: Bool) -> [Digest] {
    if m == range.count { return isWhole ? [] : [root(range)] }
    let k = split(range.count)
    let middle = range.lowerBound + k
    return m <= k
      ? subproof(m, range.lowerBound..<middle, isWhole: isWhole) + [root(middle..<range.upperBound)]
      : subproof(m - k, middle..<range.upperBound, isWhole: false) + [root(range.lowerBound..<middle)]
  }

  /// The largest power of two below `count`.
  private func split(_ count: Int) -> Int {
    var k = 1
    while k * 2 < count { k *= 2 }
    return k
  }
}
