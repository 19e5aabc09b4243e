import Vocabulary

/// The event that counts for each code: the latest by position.
struct Directory<Body: Hashable & Sendable>: Sendable {
  private(set) var codes = Interner<Code>()
  private var latest: [Recorded<Body>?] = []

  /// The number of `code`, whether or not an event has defined it yet.
  mutating func number(of code: Code) -> Int32 {
    let number = codes.intern(code)
    if Int(number) == latest.count { latest.append(nil) }
    return number
  }

  /// Makes `event` the one that counts for `code`.
  mutating func record(_ code: Code, _ event: Recorded<Body>) -> Int32 {
    let number = number(of: code)
    latest[Int(number)] = event
    return number
  }

  /// The event that counts, or nil where none has defined the code.
  subscript(number: Int32) -> Recorded<Body>? { latest[Int(number)] }

  /// The event that counts, or nil where none has defined the code.
  subscript(code: Code) -> Recorded<Body>? { codes.find(code).flatMap { latest[Int($0)] } }

  /// All that count, sorted by code.
  var all: [Recorded<Body>] { codes.sortedNumbers.compactMap { latest[Int($0)] } }

  /// Number of codes.
  var count: Int { latest.count }
}

extension Directory where Body: SnapshotBody {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try codes.code(&archive)
    try archive.list(&latest, from: nil) { (archive, event) throws(SnapshotError) in try archive.recorded(&event) }
    guard latest.count == codes.count else { throw .malformed("directory of \(Body.self)") }
  }
}
