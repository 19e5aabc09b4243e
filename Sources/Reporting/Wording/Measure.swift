/// What the value and the threshold of a code count, unless they come with a unit of goods, as those of `amount.short` may.
enum Measure: Sendable {
  /// There is nothing to show.
  case none
  case count
  case rupiah
  /// Rupiah per 1,000 g, per 1,000 ml or per piece.
  case unitPrice
  /// Grams, millilitres or pieces.
  case quantity
  case days
  case hours
  case decile
}
