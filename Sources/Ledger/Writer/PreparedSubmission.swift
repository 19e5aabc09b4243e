import Admission

/// A submitted note, prepared on some core.
struct PreparedSubmission: Sendable {
  let bytes: [UInt8]
  let note: Result<PreparedNote, Refusal>

  /// Prepares `notes` on all cores, while one core does `meanwhile` first and another `beside`.
  static func prepare<Other: Sendable>(
    _ notes: ArraySlice<[UInt8]>, keys: KeyDirectory, meanwhile: () -> Other, beside: () -> Void = {}
  ) -> (elements: [PreparedSubmission], other: Other) {
    let first = notes.startIndex
    return ConcurrentMap.map(count: notes.count, meanwhile: meanwhile, beside: beside) {
      PreparedSubmission(notes[first + $0], keys: keys)
    }
  }

  /// Prepares one note.
  init(_ bytes: [UInt8], keys: KeyDirectory) {
    self.bytes = bytes
    do throws(Refusal) {
      note = .success(
        try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) in
          try unsafe PreparedNote(UnsafeRawBufferPointer(buffer), keys: keys)
        })
    } catch { note = .failure(error) }
  }
}
