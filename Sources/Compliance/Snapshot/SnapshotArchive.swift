import Vocabulary

/// Writes or reads the parts of a state, in the same order: what is described once cannot be written in one way and read in another.
protocol SnapshotArchive {
  /// Whether the parts are read, and not written.
  var isReading: Bool { get }

  /// A number of things that follow, each of at least one byte.
  mutating func count(_ count: Int) throws(SnapshotError) -> Int

  mutating func value(_ value: inout some SnapshotRecord) throws(SnapshotError)

  /// Many values of one kind, in blocks.
  mutating func column<Element: SnapshotRecord>(_ column: inout [Element]) throws(SnapshotError)

  mutating func bytes(_ bytes: inout [UInt8]) throws(SnapshotError)
}

extension SnapshotArchive {
  /// A list of things that are no single value.
  mutating func list<Element>(
    _ list: inout [Element], from empty: Element, _ code: (inout Self, inout Element) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    let count = try count(list.count)
    if isReading {
      list = []
      for _ in 0..<count {
        var element = empty
        try code(&self, &element)
        list.append(element)
      }
    } else {
      for index in list.indices { try code(&self, &list[index]) }
    }
  }

  /// A value that may be absent.
  mutating func optional<Value: SnapshotRecord>(_ value: inout Value?) throws(SnapshotError) {
    var values = value.map { [$0] } ?? []
    try column(&values)
    guard values.count <= 1 else { throw .malformed("optional value") }
    value = values.first
  }

  mutating func text(_ text: inout String) throws(SnapshotError) {
    var utf8 = isReading ? [] : Array(text.utf8)
    try bytes(&utf8)
    guard isReading else { return }
    guard let read = String(validating: utf8, as: UTF8.self) else { throw .malformed("text") }
    text = read
  }

  /// A dictionary in the order of its keys.
  mutating func dictionary<Value>(
    _ dictionary: inout [Int32: Value], from empty: Value, _ code: (inout Self, inout Value) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    var keys = dictionary.keys.sorted()
    try column(&keys)
    if isReading { dictionary = [:] }
    for key in keys {
      var value = dictionary[key] ?? empty
      try code(&self, &value)
      if isReading { dictionary[key] = value }
    }
  }
}
