import Cryptography

/// Reads the parts of a state through one block of memory, hashing what comes in. Nothing that was read may be used before ``finish(_:)``.
///
/// Every number that the bytes claim is compared with how many bytes there are before memory is taken for it.
@safe struct SnapshotDecoder: SnapshotArchive {
  let isReading = true
  // Bytes that were not fetched yet.
  private var rest: UInt64
  private var hasher = SHA256.Hasher()
  private var block: [UInt8]
  private var taken = 0
  private var filled = 0
  private let source: (UnsafeMutableRawBufferPointer) -> Bool

  /// - Parameter source: fills the whole of the memory that it is given, or returns false.
  init(byteCount: UInt64, source: @escaping (UnsafeMutableRawBufferPointer) -> Bool) {
    rest = byteCount
    block = [UInt8](repeating: 0, count: min(SnapshotBlock.byteCount, max(1024, Int(clamping: byteCount))))
    unsafe self.source = source
  }

  /// Refuses bytes behind the end, and all bytes unless they have this digest.
  mutating func finish(_ digest: Digest) throws(SnapshotError) {
    guard rest == 0, taken == filled else { throw .tooLong }
    guard hasher.finalize() == digest else { throw .digest }
  }

  mutating func count(_ count: Int) throws(SnapshotError) -> Int {
    var number: UInt64 = 0
    try value(&number)
    guard number <= rest + UInt64(filled - taken) else { throw .ended }
    return Int(number)
  }

  mutating func value<Value: SnapshotRecord>(_ value: inout Value) throws(SnapshotError) {
    try fetch(Value.maximumByteCount)
    var read: Value?
    try take { fields in read = Value(from: &fields) }
    guard let read else { throw .malformed("\(Value.self)") }
    value = read
  }

  mutating func column<Element: SnapshotRecord>(_ column: inout [Element]) throws(SnapshotError) {
    let count = try count(0)
    column = []
    // No more memory than there are bytes, whatever the count claims; an element takes about as much of either.
    column.reserveCapacity(min(count, Int(clamping: rest) / MemoryLayout<Element>.stride + SnapshotBlock.byteCount))
    while column.count < count {
      try fetch(Element.maximumByteCount)
      // At the end of all bytes the last elements may be shorter than the longest.
      let number = min(count - column.count, max(1, (filled - taken) / Element.maximumByteCount))
      try take { fields in
        for _ in 0..<number {
          guard let element = Element(from: &fields) else { return }
          column.append(element)
        }
      }
    }
  }

  mutating func bytes(_ bytes: inout [UInt8]) throws(SnapshotError) {
    let count = try count(0)
    bytes = []
    while bytes.count < count {
      if taken == filled { try fetch(1) }
      guard taken < filled else { throw .ended }
      let end = min(filled, taken + count - bytes.count)
      bytes += block[taken..<end]
      taken = end
    }
  }

  @inline(__always)
  private mutating func take(_ read: (inout FieldReader) -> Void) throws(SnapshotError) {
    let (start, end) = (taken, filled)
    let fields = unsafe block.withUnsafeBytes { memory in
      var fields = unsafe FieldReader(UnsafeRawBufferPointer(rebasing: memory[start..<end]))
      read(&fields)
      return (isSound: fields.isSound, rest: fields.rest)
    }
    guard fields.isSound else { throw .malformed("fields") }
    taken = end - fields.rest
  }

  /// Has `count` bytes in the block, or as many as there are.
  private mutating func fetch(_ count: Int) throws(SnapshotError) {
    guard filled - taken < count, rest > 0 else { return }
    let (start, kept) = (taken, filled - taken)
    let wanted = min(block.count - kept, Int(clamping: rest))
    var hasher = hasher
    let isRead = unsafe block.withUnsafeMutableBytes { memory in
      unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + kept]))
      let fresh = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[kept..<kept + wanted])
      guard unsafe source(fresh) else { return false }
      unsafe hasher.update(UnsafeRawBufferPointer(fresh))
      return true
    }
    self.hasher = hasher
    guard isRead else { throw .ended }
    (taken, filled) = (0, kept + wanted)
    rest -= UInt64(wanted)
  }
}
