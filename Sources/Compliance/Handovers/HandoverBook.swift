import Vocabulary

/// Every handover and correction as they were recorded. Which ones stand is worked out when judging, so that it does not matter
/// in which order they arrive.
struct HandoverBook: Sendable {
  /// A correction and the id of the event that it corrects.
  struct Correction {
    let target: Identifier
    /// Index in ``records``.
    let record: Int32
  }

  private(set) var records: [HandoverRecord] = []
  private(set) var items: [ItemRecord] = []
  private(set) var corrections: [Correction] = []

  /// Appends an item of the record that is appended next.
  mutating func append(_ item: ItemRecord) { items.append(item) }

  /// - Parameter target: the event that a correction corrects; nil of a `handover.recorded`.
  mutating func append(_ record: HandoverRecord, corrects target: Identifier?) {
    if let target { corrections.append(Correction(target: target, record: Int32(records.count))) }
    records.append(record)
  }

  func items(of record: HandoverRecord) -> ArraySlice<ItemRecord> { items[record.items] }
}

extension HandoverBook {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.column(&records)
    try archive.column(&items)
    try archive.column(&corrections)
  }
}
