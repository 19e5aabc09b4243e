/// A number as offices write it: digits, thousands in groups of three, and a fraction.
struct WrittenNumber {
  /// The number without its fraction.
  var whole: Int64
  /// The digits of the fraction as they stand.
  var fraction: ArraySlice<UInt8>
  /// Whether one mark stands before exactly three digits, so that it could also be thousands or a fraction (`1.500`); ``whole`` then
  /// takes it for thousands.
  var isAmbiguous = false
}

/// Reads numbers with `.` or `,` for thousands and the other one, or none, for the fraction.
enum NumberReader {
  /// The greatest number that an event may hold: 2^53 − 1.
  static let maximum: Int64 = 9_007_199_254_740_991

  /// The number that the digits, dots and commas of `bytes` write.
  ///
  /// A mark before one or two last digits, or one that differs from the marks before it, begins a fraction. All other marks must
  /// stand before groups of three.
  static func read(_ bytes: ArraySlice<UInt8>) throws(CellFinding) -> WrittenNumber {
    guard let first = bytes.first, let last = bytes.last, CellCursor.isDigit(first), CellCursor.isDigit(last) else {
      throw Cell(bytes).finding
    }
    let marks = bytes.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    var groups = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(CellCursor.isDigit) }) else { throw Cell(bytes).finding }
    var fraction: ArraySlice<UInt8> = []
    var thousands = marks[...]
    if let mark = marks.last, let end = groups.last {
      let differs = marks.count > 1 && marks[0] != mark
      if differs || (marks.count == 1 && end.count != 3) {
        fraction = groups.removeLast()
        thousands = marks.dropLast()
      }
    }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }),
        thousands.allSatisfy({ $0 == thousands.first })
      else { throw Cell(bytes).finding }
    }
    return WrittenNumber(whole: try whole(groups), fraction: fraction, isAmbiguous: marks.count == 1 && groups.count == 2)
  }

  private static func whole(_ groups: [ArraySlice<UInt8>]) throws(CellFinding) -> Int64 {
    var value: Int64 = 0
    for digit in groups.joined() {
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
      if value > maximum { throw .tooLarge }
    }
    return value
  }
}
