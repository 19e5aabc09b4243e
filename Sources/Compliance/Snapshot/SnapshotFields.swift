import Cryptography
import Vocabulary

/// Writes fields one behind the other into memory that somebody else keeps: integers little-endian, without padding, so that equal
/// states give equal bytes and nothing of the memory around a field is written with it.
@safe struct FieldWriter {
  private var next: UnsafeMutableRawPointer
  private let end: UnsafeMutableRawPointer

  init(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { preconditionFailure("fields need memory") }
    unsafe next = start
    unsafe end = start + memory.count
  }

  /// Bytes that are still free.
  var room: Int { unsafe end - next }

  @inline(__always)
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    precondition(room >= MemoryLayout<Number>.size, "a record is longer than it says")
    unsafe next.storeBytes(of: number.littleEndian, as: Number.self)
    unsafe next += MemoryLayout<Number>.size
  }

  @inline(__always) mutating func put(_ flag: Bool) { put(flag ? 1 as UInt8 : 0) }
  @inline(__always) mutating func put(_ reference: EventReference) { put(reference.packed) }
  @inline(__always) mutating func put(_ region: Region) { put(region.word) }
  @inline(__always) mutating func put(_ date: CalendarDate) { put(date.daysSince1970) }
  @inline(__always) mutating func put(_ choice: some Choice) { put(UInt8(truncatingIfNeeded: choice.ordinal)) }
  @inline(__always) mutating func put<Element>(_ choices: ChoiceSet<Element>) { put(choices.bits) }
  @inline(__always) mutating func put(_ goods: GoodsKind) { put(goods.number) }

  @inline(__always) mutating func put(_ time: Timestamp) {
    put(time.secondsSince1970)
    put(time.offsetHours)
  }

  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    precondition(room >= bytes.count, "a record is longer than it says")
    unsafe UnsafeMutableRawBufferPointer(start: next, count: bytes.count).copyMemory(from: bytes)
    unsafe next += bytes.count
  }
}

/// Reads fields from memory that somebody else keeps. What is not there, or is nothing that the field can hold, reads as nil or zero and
/// makes ``isSound`` false: nothing that was read may be used then.
@safe struct FieldReader {
  private var next: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private(set) var isSound = true

  init(_ memory: UnsafeRawBufferPointer) {
    guard let start = memory.baseAddress else { preconditionFailure("fields need memory") }
    unsafe next = start
    unsafe end = start + memory.count
  }

  /// Bytes that were not read yet.
  var rest: Int { unsafe end - next }

  @inline(__always)
  mutating func take<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type = Number.self) -> Number {
    guard rest >= MemoryLayout<Number>.size else {
      isSound = false
      return 0
    }
    let number = unsafe Number(littleEndian: next.loadUnaligned(as: Number.self))
    unsafe next += MemoryLayout<Number>.size
    return number
  }

  @inline(__always) mutating func take() -> Bool {
    let byte = take(UInt8.self)
    if byte > 1 { isSound = false }
    return byte == 1
  }

  @inline(__always) mutating func take() -> EventReference { EventReference(packed: take()) }
  @inline(__always) mutating func take() -> Region? { sound(Region(word: take())) }
  @inline(__always) mutating func take() -> CalendarDate { CalendarDate(daysSince1970: take()) }
  @inline(__always) mutating func take<Element>() -> ChoiceSet<Element> { ChoiceSet(bits: take()) }
  @inline(__always) mutating func take() -> GoodsKind { GoodsKind(number: take()) }

  /// - Parameter cases: all cases, asked for once and not for each record.
  @inline(__always) mutating func take<Element: Choice>(_ cases: [Element]) -> Element? {
    let ordinal = Int(take(UInt8.self))
    return sound(ordinal < cases.count ? cases[ordinal] : nil)
  }

  @inline(__always) mutating func take() -> Timestamp? {
    let seconds = take(Int64.self)
    return sound(Timestamp(secondsSince1970: seconds, offsetHours: Int(take(Int8.self))))
  }

  /// The next `count` bytes, valid as long as the memory is; nil where there are fewer.
  mutating func take(count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, rest >= count else {
      isSound = false
      return nil
    }
    defer { unsafe next += count }
    return unsafe UnsafeRawBufferPointer(start: next, count: count)
  }

  @inline(__always) private mutating func sound<Value>(_ value: Value?) -> Value? {
    if value == nil { isSound = false }
    return value
  }
}
