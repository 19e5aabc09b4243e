import Compliance

/// A submitted note, prepared on some core.
struct PreparedSubmission: Sendable {
  let bytes: [UInt8]
  let note: Result<PreparedNote, Refusal>

  /// Prepares `notes` on all cores, while `meanwhile` runs on one of them.
  static func prepare(_ notes: ArraySlice<[UInt8]>, keys: KeyDirectory, meanwhile: () -> Void) -> [PreparedSubmission] {
    let notes = Array(notes)
    return ConcurrentMap.map(count: notes.count, meanwhile: meanwhile) { PreparedSubmission(notes[$0], keys: keys) }
  }

  private init(_ bytes: [UInt8], keys: KeyDirectory) {
    self.bytes = bytes
    do throws(Refusal) {
      note = .success(
        try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) in
          try unsafe PreparedNote(UnsafeRawBufferPointer(buffer), keys: keys)
        })
    } catch { note = .failure(error) }
  }
}
