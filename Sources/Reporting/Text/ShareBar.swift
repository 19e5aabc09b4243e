internal import Compliance

/// A bar of characters that shows three shares by their shapes, so that it can be read without colour: `█` met, `×` violated,
/// `·` not assessable.
struct ShareBar {
  private let met: Int
  private let violated: Int
  private let notAssessable: Int

  /// Largest remainders fill the bar exactly; a share that is not 0 gets a column as long as there is one to spare.
  init(_ count: RollUp.Count, columns: Int) {
    let parts = [count.met, count.violated, count.notAssessable]
    guard count.total > 0 else { (met, violated, notAssessable) = (0, 0, 0); return }
    var widths = parts.map { $0 * columns / count.total }
    let byRemainder = parts.indices.sorted {
      let (left, right) = (parts[$0] * columns % count.total, parts[$1] * columns % count.total)
      return left != right ? left > right : $0 < $1
    }
    for index in byRemainder.prefix(columns - widths.reduce(0, +)) { widths[index] += 1 }
    for index in parts.indices where parts[index] > 0 && widths[index] == 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1 else { break }
      widths[widest] -= 1
      widths[index] = 1
    }
    (met, violated, notAssessable) = (widths[0], widths[1], widths[2])
  }

  /// The bar as a cell of a table.
  var cell: TextTable.Cell {
    TextTable.Cell(parts: [
      (String(repeating: "█", count: met), .met), (String(repeating: "×", count: violated), .violated),
      (String(repeating: "·", count: notAssessable), .notAssessable),
    ])
  }
}
