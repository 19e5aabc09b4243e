/// What the value and the threshold of a reason count.
enum Measure: Sendable {
  /// There is nothing to show.
  case none
  case count
  case rupiah
  /// Rupiah per 1,000 g, per 1,000 ml or per piece.
  case unitPrice
  /// Grams, millilitres or pieces.
  case quantity
  /// Grams, millilitres or pieces, not known which.
  case goods
  case days
  case hours
  case decile
  /// Rupiah of an entitlement, or the quantity of one of its goods (`amount.short`).
  case amountOrQuantity
}
