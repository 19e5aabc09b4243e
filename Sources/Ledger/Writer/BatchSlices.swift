/// Cuts submitted notes into transactions: large ones while many notes wait, so that a flush is shared, and small ones at the end,
/// when nothing is left to prepare meanwhile.
struct BatchSlices {
  private static let counts = 512...4096
  private static let byteCounts = 1 << 20...4 << 20

  private let notes: [[UInt8]]
  private var start = 0
  private var byteCount: Int

  init(_ notes: [[UInt8]]) {
    self.notes = notes
    byteCount = notes.reduce(0) { $0 + $1.count }
  }

  /// Whether all notes were taken.
  var isEmpty: Bool { start == notes.count }

  /// The next notes; empty at the end.
  mutating func next() -> ArraySlice<[UInt8]> {
    let count = Self.third(of: notes.count - start, in: Self.counts)
    let bytes = Self.third(of: byteCount, in: Self.byteCounts)
    let first = start
    var taken = 0
    while start < notes.count, start - first < count, taken < bytes {
      taken += notes[start].count
      start += 1
    }
    byteCount -= taken
    return notes[first..<start]
  }

  private static func third(of rest: Int, in limits: ClosedRange<Int>) -> Int {
    min(limits.upperBound, max(limits.lowerBound, rest / 3))
  }
}
