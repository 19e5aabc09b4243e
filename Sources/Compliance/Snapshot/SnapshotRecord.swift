import Cryptography
import TransparencyLog
import Vocabulary

/// A value of bounded length in a snapshot.
///
/// Law: reading what was written gives an equal value, and takes as many bytes.
protocol SnapshotRecord {
  /// The most bytes that one takes.
  static var maximumByteCount: Int { get }
  func write(to fields: inout FieldWriter)
  /// Nil where the bytes are no such value.
  init?(from fields: inout FieldReader)
}

extension SnapshotRecord where Self: FixedWidthInteger & BitwiseCopyable {
  static var maximumByteCount: Int { MemoryLayout<Self>.size }
  @inline(__always) func write(to fields: inout FieldWriter) { fields.put(self) }
  @inline(__always) init?(from fields: inout FieldReader) { self = fields.take() }
}

extension Int32: SnapshotRecord {}
extension Int64: SnapshotRecord {}
extension UInt64: SnapshotRecord {}

extension TreeSize: SnapshotRecord {
  static let maximumByteCount = 8
  func write(to fields: inout FieldWriter) { fields.put(rawValue) }
  init?(from fields: inout FieldReader) { self.init(fields.take(UInt64.self)) }
}

extension RecordedTime: SnapshotRecord {
  static let maximumByteCount = 8
  @inline(__always) func write(to fields: inout FieldWriter) { fields.put(millisecondsSince1970) }
  @inline(__always) init?(from fields: inout FieldReader) { self.init(millisecondsSince1970: fields.take(Int64.self)) }
}

extension EventReference: SnapshotRecord {
  static let maximumByteCount = 8
  @inline(__always) func write(to fields: inout FieldWriter) { fields.put(self) }
  @inline(__always) init?(from fields: inout FieldReader) { self = fields.take() }
}

extension Identifier: SnapshotRecord {
  static let maximumByteCount = 16

  @inline(__always) func write(to fields: inout FieldWriter) {
    fields.put(high)
    fields.put(low)
  }

  @inline(__always) init?(from fields: inout FieldReader) {
    let high = fields.take(UInt64.self)
    self.init(high: high, low: fields.take())
  }
}

extension NumberPair: SnapshotRecord {
  static let maximumByteCount = 8

  @inline(__always) func write(to fields: inout FieldWriter) {
    fields.put(first)
    fields.put(second)
  }

  @inline(__always) init?(from fields: inout FieldReader) {
    let first = fields.take(Int32.self)
    self.init(first, fields.take())
  }
}

extension Tag: SnapshotRecord {
  static let maximumByteCount = Tag.byteCount
  func write(to fields: inout FieldWriter) { unsafe withUnsafeBytes { unsafe fields.put($0) } }

  init?(from fields: inout FieldReader) {
    guard let bytes = unsafe fields.take(count: Tag.byteCount) else { return nil }
    unsafe self.init(bytes)
  }
}

extension Digest: SnapshotRecord {
  static let maximumByteCount = Digest.byteCount
  func write(to fields: inout FieldWriter) { unsafe withUnsafeBytes { unsafe fields.put($0) } }

  init?(from fields: inout FieldReader) {
    guard let bytes = unsafe fields.take(count: Digest.byteCount) else { return nil }
    unsafe self.init(bytes)
  }
}

// The number of characters, then as many words as they fill: participants' numbers are a third of the longest code.
extension Code: SnapshotRecord {
  static let maximumByteCount = 41

  func write(to fields: inout FieldWriter) {
    let words = self.words
    fields.put(UInt8(truncatingIfNeeded: count))
    fields.put(words.0)
    if count > 8 { fields.put(words.1) }
    if count > 16 { fields.put(words.2) }
    if count > 24 { fields.put(words.3) }
    if count > 32 { fields.put(words.4) }
  }

  init?(from fields: inout FieldReader) {
    let count = Int(fields.take(UInt8.self))
    var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    words.0 = fields.take()
    if count > 8 { words.1 = fields.take() }
    if count > 16 { words.2 = fields.take() }
    if count > 24 { words.3 = fields.take() }
    if count > 32 { words.4 = fields.take() }
    self.init(count: count, words: words)
  }
}
