import Cryptography

/// The memory through which a snapshot passes: large enough that calls do not count, small enough to stay in the cache.
enum SnapshotBlock {
  static let byteCount = 1 << 17
}

/// Writes the parts of a state through one block of memory, hashing what goes out.
@safe struct SnapshotEncoder: SnapshotArchive {
  let isReading = false
  private(set) var byteCount: UInt64 = 0
  private var hasher = SHA256.Hasher()
  private var block = [UInt8](repeating: 0, count: SnapshotBlock.byteCount)
  private var used = 0
  private let sink: (UnsafeRawBufferPointer) -> Bool

  init(sink: @escaping (UnsafeRawBufferPointer) -> Bool) { unsafe self.sink = sink }

  /// Writes what is left; the digest is over all bytes.
  mutating func finish() throws(SnapshotError) -> Digest {
    try flush()
    return hasher.finalize()
  }

  mutating func count(_ count: Int) throws(SnapshotError) -> Int {
    var number = UInt64(count)
    try value(&number)
    return count
  }

  mutating func value<Value: SnapshotRecord>(_ value: inout Value) throws(SnapshotError) {
    if block.count - used < Value.maximumByteCount { try flush() }
    let value = value
    fill { fields in value.write(to: &fields) }
  }

  mutating func column<Element: SnapshotRecord>(_ column: inout [Element]) throws(SnapshotError) {
    _ = try count(column.count)
    var start = 0
    while start < column.count {
      if block.count - used < Element.maximumByteCount { try flush() }
      let elements = column[start..<min(column.count, start + (block.count - used) / Element.maximumByteCount)]
      fill { fields in
        for element in elements { element.write(to: &fields) }
      }
      start = elements.endIndex
    }
  }

  mutating func bytes(_ bytes: inout [UInt8]) throws(SnapshotError) {
    _ = try count(bytes.count)
    var start = 0
    while start < bytes.count {
      if used == block.count { try flush() }
      let part = bytes[start..<min(bytes.count, start + block.count - used)]
      block.replaceSubrange(used..<used + part.count, with: part)
      used += part.count
      start = part.endIndex
    }
  }

  @inline(__always)
  private mutating func fill(_ write: (inout FieldWriter) -> Void) {
    let start = used
    let left = unsafe block.withUnsafeMutableBytes { memory in
      var fields = unsafe FieldWriter(UnsafeMutableRawBufferPointer(rebasing: memory[start...]))
      write(&fields)
      return fields.room
    }
    used = block.count - left
  }

  private mutating func flush() throws(SnapshotError) {
    guard used > 0 else { return }
    let end = used
    used = 0
    byteCount += UInt64(end)
    var hasher = hasher
    let isWritten = unsafe block.withUnsafeBytes { memory in
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[..<end])
      unsafe hasher.update(bytes)
      return unsafe sink(bytes)
    }
    self.hasher = hasher
    guard isWritten else { throw .notWritten }
  }
}
