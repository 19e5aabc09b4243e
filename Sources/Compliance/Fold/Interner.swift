/// Gives each distinct key a dense number, from 0 in the order of first sight, so that facts can lie in flat arrays.
///
/// An open table of 8-byte slots: half of a slot is the number, half a fingerprint, so that a miss seldom touches a key and
/// growing never does.
struct Interner<Key: Fingerprinted>: Sendable {
  /// The keys by their numbers.
  private(set) var keys: [Key] = []
  // Fingerprint in the upper half, number + 1 in the lower; zero is free. The count is a power of two.
  private var slots: [UInt64] = []

  /// Number of keys.
  var count: Int { keys.count }

  /// The key with this number.
  subscript(number: Int32) -> Key { keys[Int(number)] }

  /// The number of `key`, or nil.
  func find(_ key: Key) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let mark = key.fingerprint >> 32
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mark) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot >> 32 == mark {
        let number = Int(truncatingIfNeeded: slot & 0xffff_ffff) - 1
        if keys[number] == key { return Int32(truncatingIfNeeded: number) }
      }
      place = (place + 1) & mask
    }
  }

  /// Reads the slots where the searches for keys with these fingerprints begin, so that they are near when the searches come.
  /// In a loop this tight the processor waits for many of them at once. The value means nothing.
  func touch(_ fingerprints: [UInt64]) -> UInt64 {
    let mask = slots.count - 1
    guard mask > 0 else { return 0 }
    var read: UInt64 = 0
    for fingerprint in fingerprints { read ^= slots[Int(truncatingIfNeeded: fingerprint >> 32) & mask] }
    return read
  }

  /// The number of `key`, which is new if it equals the ``count`` before.
  mutating func intern(_ key: Key) -> Int32 {
    if (keys.count + 1) * 3 > slots.count * 2 { grow() }
    let mark = key.fingerprint >> 32
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mark) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { break }
      if slot >> 32 == mark {
        let number = Int(truncatingIfNeeded: slot & 0xffff_ffff) - 1
        if keys[number] == key { return Int32(truncatingIfNeeded: number) }
      }
      place = (place + 1) & mask
    }
    precondition(keys.count < Int(Int32.max), "more keys than a number can count")
    keys.append(key)
    slots[place] = mark << 32 | UInt64(keys.count)
    return Int32(truncatingIfNeeded: keys.count - 1)
  }

  /// Makes the slots from the keys, which are distinct.
  private mutating func rebuild() {
    var width = keys.isEmpty ? 0 : 16
    while keys.count * 3 > width * 2 { width *= 2 }
    var slots = [UInt64](repeating: 0, count: width)
    let mask = width - 1
    for (index, key) in keys.enumerated() {
      let mark = key.fingerprint >> 32
      var place = Int(truncatingIfNeeded: mark) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = mark << 32 | UInt64(index + 1)
    }
    self.slots = slots
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: max(16, slots.count * 2))
    let mask = wider.count - 1
    for slot in slots where slot != 0 {
      var place = Int(truncatingIfNeeded: slot >> 32) & mask
      while wider[place] != 0 { place = (place + 1) & mask }
      wider[place] = slot
    }
    slots = wider
  }
}

extension Interner where Key: Comparable {
  /// The numbers in the order of their keys.
  var sortedNumbers: [Int32] {
    (0..<Int32(truncatingIfNeeded: keys.count)).sorted { keys[Int($0)] < keys[Int($1)] }
  }
}

extension Interner where Key: SnapshotRecord {
  /// The keys; their slots are found anew, since fingerprints differ from process to process.
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.column(&keys)
    guard archive.isReading else { return }
    guard keys.count < Int(Int32.max) else { throw .malformed("index") }
    rebuild()
  }
}
