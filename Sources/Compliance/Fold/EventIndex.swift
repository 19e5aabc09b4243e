import Vocabulary

/// Every event id once, with where the event stands.
struct EventIndex: Sendable {
  private var ids = Interner<Identifier>()
  private var references: [EventReference] = []

  /// Adds an event and gives its number; nil where its id occurred before, so that the earlier one is the event (SPEC 6).
  mutating func insert(_ id: Identifier, _ reference: EventReference) -> Int32? {
    let number = ids.intern(id)
    guard Int(number) == references.count else { return nil }
    references.append(reference)
    return number
  }

  /// Number of events.
  var count: Int { references.count }

  /// Reads where the searches for ids begin.
  func touch(_ fingerprints: [UInt64]) -> UInt64 { ids.touch(fingerprints) }

  /// The number of the event with this id, or nil.
  func number(of id: Identifier) -> Int32? { ids.find(id) }

  func reference(of id: Identifier) -> EventReference? { ids.find(id).map { references[Int($0)] } }
}

extension EventIndex {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try ids.code(&archive)
    try archive.column(&references)
    guard references.count == ids.count else { throw .malformed("index of events") }
  }
}
