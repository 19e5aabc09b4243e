import Vocabulary

/// A body that a snapshot keeps whole, as the event's own line.
protocol SnapshotBody: Hashable, Sendable {
  var event: EventBody { get }
  init?(_ event: EventBody)
}

extension SnapshotArchive {
  /// Events that count, as their lines: few, and the strict reader reads them.
  mutating func recorded<Body: SnapshotBody>(_ recorded: inout Recorded<Body>?) throws(SnapshotError) {
    var line: [UInt8] = []
    if let recorded, !isReading {
      // Its id is in the index of events, by its reference.
      let event = Event(id: .make(millisecondsSince1970: 0, random: (0, 0)), at: recorded.at, body: recorded.body.event)
      do { line = try EventWriter.write(event) } catch { throw .malformed("\(Body.self)") }
    }
    try bytes(&line)
    guard isReading else {
      var reference = recorded?.reference ?? .none
      return try value(&reference)
    }
    var reference = EventReference.none
    try value(&reference)
    recorded = nil
    guard !line.isEmpty else { return }
    guard let event = try? EventReader.read(line), let body = Body(event.body) else { throw .malformed("\(Body.self)") }
    recorded = Recorded(body, reference, event.at)
  }

  /// A list of events that count.
  mutating func recorded<Body: SnapshotBody>(_ list: inout [Recorded<Body>]) throws(SnapshotError) {
    var events: [Recorded<Body>?] = isReading ? [] : list.map(\.self)
    try self.list(&events, from: nil) { (archive, event) throws(SnapshotError) in try archive.recorded(&event) }
    if isReading { list = events.compactMap(\.self) }
    guard list.count == events.count else { throw .malformed("list of \(Body.self)") }
  }
}
