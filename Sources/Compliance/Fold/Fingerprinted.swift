import Cryptography
import Vocabulary

/// A key that an ``Interner`` can spread over its table.
protocol Fingerprinted: Equatable, Sendable {
  /// Equal keys have equal fingerprints; different ones nearly always differ in each half.
  var fingerprint: UInt64 { get }
}

/// What makes fingerprints differ from process to process, so that nobody can choose identifiers that crowd one slot and slow
/// every replay down. Nothing that is folded or judged depends on it: numbers go by the order of first sight.
private let secret = UInt64(bitPattern: Int64(Hasher().finalize()))

/// Folds two words into one with a full multiplication, which spreads every bit of either.
private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = (left ^ secret).multipliedFullWidth(by: right ^ 0xC2B2_AE3D_27D4_EB4F ^ secret.byteSwapped)
  return product.high ^ product.low
}

extension Identifier: Fingerprinted {
  var fingerprint: UInt64 { fold(high, low) }
}

extension Tag: Fingerprinted {
  var fingerprint: UInt64 {
    unsafe withUnsafeBytes {
      fold(
        unsafe $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self), unsafe $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
  }
}

extension Code: Fingerprinted {
  // A code is held inline with zeros behind its characters, so equal codes are equal bytes.
  var fingerprint: UInt64 {
    unsafe Swift.withUnsafeBytes(of: self) { bytes in
      let first = fold(
        unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let second = fold(
        unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        unsafe bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
      return fold(first ^ second.byteSwapped, unsafe bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
    }
  }
}

/// Two dense numbers as one key.
struct NumberPair: Hashable, Fingerprinted {
  var first: Int32
  var second: Int32

  @inline(__always) init(_ first: Int32, _ second: Int32) {
    self.first = first
    self.second = second
  }

  var fingerprint: UInt64 {
    let word = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    return fold(word, word.byteSwapped)
  }
}
