/// A quantity in the unit stated beside it: grams, millilitres or pieces.
///
/// An event holds 0 to 2^53 − 1. `+` and `-` stop at the ends of 64 bits instead of trapping or wrapping, so that no recorded
/// quantity can stop a replay.
public struct Quantity: Hashable, Sendable {
  /// Grams, millilitres or pieces.
  public let value: Int64

  /// So many units; any number, for sums and differences.
  @inlinable public init(_ value: Int64) { self.value = value }

  /// Nothing.
  public static let zero = Quantity(0)

  /// The sum, or nil where it exceeds 64 bits.
  @inlinable public func adding(_ other: Quantity) -> Quantity? {
    let sum = value.addingReportingOverflow(other.value)
    return sum.overflow ? nil : Quantity(sum.partialValue)
  }

  /// The difference, or nil where it exceeds 64 bits.
  @inlinable public func subtracting(_ other: Quantity) -> Quantity? {
    let difference = value.subtractingReportingOverflow(other.value)
    return difference.overflow ? nil : Quantity(difference.partialValue)
  }

  /// The sum, or the nearest end of 64 bits.
  @inlinable public static func + (left: Quantity, right: Quantity) -> Quantity {
    left.adding(right) ?? Quantity(right.value < 0 ? .min : .max)
  }

  /// The difference, or the nearest end of 64 bits.
  @inlinable public static func - (left: Quantity, right: Quantity) -> Quantity {
    left.subtracting(right) ?? Quantity(right.value < 0 ? .max : .min)
  }

  /// Adds, stopping at the ends of 64 bits.
  @inlinable public static func += (left: inout Quantity, right: Quantity) { left = left + right }

  /// ⌊value × basisPoints / 10,000⌋ (SPEC 10.2), or the nearest end of 64 bits.
  public func scaled(byBasisPoints basisPoints: Int) -> Quantity {
    Quantity(Rupiah(value).scaled(byBasisPoints: basisPoints).value)
  }

  /// What it is worth at a price per 1,000 g, per 1,000 ml or per piece (SPEC 6), or the nearest end of 64 bits.
  ///
  /// quantity × unitPrice for pieces, else ⌊(quantity × unitPrice + 500) / 1000⌋.
  public func worth(at unitPrice: Rupiah, per unit: Unit) -> Rupiah {
    let product = Int128(value) * Int128(unitPrice.value)
    guard unit != .pcs else { return Rupiah(Int64(clamping: product)) }
    let rounded = product + 500
    return Rupiah(Int64(clamping: rounded / 1000 - (rounded % 1000 < 0 ? 1 : 0)))
  }
}

extension Quantity: Comparable {
  @inlinable public static func < (left: Quantity, right: Quantity) -> Bool { left.value < right.value }
}

extension Quantity: CustomStringConvertible {
  /// The bare number.
  public var description: String { String(value) }
}
