/// Money in whole rupiah.
///
/// An event holds 0 to 2^53 − 1. Sums and differences may leave that range; `+` and `-` stop at the ends of 64 bits instead of
/// trapping or wrapping, so that no recorded amount can stop a replay.
public struct Rupiah: Hashable, Sendable {
  /// Whole rupiah.
  public let value: Int64

  /// So many rupiah; any number, for sums and differences.
  @inlinable public init(_ value: Int64) { self.value = value }

  /// Nothing.
  public static let zero = Rupiah(0)

  /// The sum, or nil where it exceeds 64 bits.
  @inlinable public func adding(_ other: Rupiah) -> Rupiah? {
    let sum = value.addingReportingOverflow(other.value)
    return sum.overflow ? nil : Rupiah(sum.partialValue)
  }

  /// The difference, or nil where it exceeds 64 bits.
  @inlinable public func subtracting(_ other: Rupiah) -> Rupiah? {
    let difference = value.subtractingReportingOverflow(other.value)
    return difference.overflow ? nil : Rupiah(difference.partialValue)
  }

  /// The sum, or the nearest end of 64 bits.
  @inlinable public static func + (left: Rupiah, right: Rupiah) -> Rupiah {
    left.adding(right) ?? Rupiah(right.value < 0 ? .min : .max)
  }

  /// The difference, or the nearest end of 64 bits.
  @inlinable public static func - (left: Rupiah, right: Rupiah) -> Rupiah {
    left.subtracting(right) ?? Rupiah(right.value < 0 ? .max : .min)
  }

  /// Adds, stopping at the ends of 64 bits.
  @inlinable public static func += (left: inout Rupiah, right: Rupiah) { left = left + right }

  /// ⌊value × basisPoints / 10,000⌋ (SPEC 10.2), or the nearest end of 64 bits.
  public func scaled(byBasisPoints basisPoints: Int) -> Rupiah {
    let product = Int128(value) * Int128(basisPoints)
    let quotient = product / 10_000 - (product % 10_000 < 0 ? 1 : 0)
    return Rupiah(Int64(clamping: quotient))
  }
}

extension Rupiah: Comparable {
  @inlinable public static func < (left: Rupiah, right: Rupiah) -> Bool { left.value < right.value }
}

extension Rupiah: CustomStringConvertible {
  /// The bare number.
  public var description: String { String(value) }
}
