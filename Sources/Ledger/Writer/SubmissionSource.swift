/// Notes on their way to the writer, and the way back of what became of them.
protocol SubmissionSource {
  /// The next notes, which may share one commit; none where nothing waits.
  mutating func next() -> ArraySlice<[UInt8]>

  /// Takes what became of the notes that were given out longest ago, in their order.
  mutating func settle(_ results: [SubmissionResult])
}

/// Notes that are all there: cut into transactions, large ones while many notes wait, so that a flush is shared, and small ones at the end,
/// when nothing is left to prepare meanwhile.
struct BatchSlices: SubmissionSource {
  private static let counts = 512...4096
  private static let byteCounts = 1 << 20...4 << 20

  private let notes: [[UInt8]]
  private var start = 0
  private var byteCount: Int
  private(set) var results: [SubmissionResult] = []
  private let progress: (Int) -> Void

  /// - Parameter progress: called with the number of notes that are done.
  init(_ notes: [[UInt8]], progress: @escaping (Int) -> Void = { _ in }) {
    self.notes = notes
    self.progress = progress
    byteCount = notes.reduce(0) { $0 + $1.count }
    results.reserveCapacity(notes.count)
  }

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

  mutating func settle(_ results: [SubmissionResult]) {
    self.results += results
    progress(self.results.count)
  }

  private static func third(of rest: Int, in limits: ClosedRange<Int>) -> Int {
    min(limits.upperBound, max(limits.lowerBound, rest / 3))
  }
}
