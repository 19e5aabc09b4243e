extension EventCursor {
  /// Moves behind an opening brace.
  @inline(__always)
  mutating func openObject() throws(EventError) {
    guard take(UInt8(ascii: "{")) else { throw mismatch(.object) }
  }

  /// Moves to the next key of an object; false behind its closing brace.
  ///
  /// - Parameter isFirst: whether no member of the object was read.
  @inline(__always)
  mutating func nextMember(isFirst: Bool) throws(EventError) -> Bool {
    if take(UInt8(ascii: "}")) { return false }
    if isFirst { return true }
    guard take(UInt8(ascii: ",")) else { throw mismatch(.punctuation(.commaOrBrace)) }
    return true
  }

  /// The place in `members` of the key at the cursor; moves behind its colon and marks it in `seen`.
  @inline(never)
  mutating func member(of members: MemberNames, seen: inout UInt64) throws(EventError) -> Int {
    let offset = position
    let index = try string({ Optional.some(members.index(of: $0)) }, orElse: { .string })
    guard let index else { throw EventError(.knownMember, found: .unknownMember, at: offset) }
    guard seen & 1 << UInt64(index) == 0 else { throw EventError(.distinctMembers, found: .repeatedMember, at: offset) }
    seen |= 1 << UInt64(index)
    guard take(UInt8(ascii: ":")) else { throw mismatch(.punctuation(.colon)) }
    return index
  }

  /// Throws unless every required member was seen. The cursor is behind the closing brace.
  @inline(__always)
  func requireMembers(of members: @autoclosure () -> MemberNames, required: UInt64, seen: UInt64) throws(EventError) {
    guard seen & required == required else { throw missingMember(of: members(), seen: seen) }
  }

  @inline(never)
  private func missingMember(of members: MemberNames, seen: UInt64) -> EventError {
    let index = (members.required & ~seen).trailingZeroBitCount
    return EventError(.member(members.names[index].description), found: .missingMember, at: position - 1)
  }

  /// The items of an array, each once if they must be distinct.
  @inline(__always)
  mutating func array<Element: EventValue & Hashable>(
    _ limits: ClosedRange<Int>, of type: Element.Type, distinct: Bool = false
  ) throws(EventError) -> [Element] {
    let offset = position
    guard take(UInt8(ascii: "[")) else { throw mismatch(.array) }
    var items: [Element] = []
    guard !take(UInt8(ascii: "]")) else {
      guard limits.contains(0) else { throw EventError(.items(limits), found: .items(0), at: offset) }
      return items
    }
    while true {
      let itemOffset = position
      let item = try Element.read(&self)
      if distinct, items.contains(item) { throw EventError(.distinctItems, found: .repeatedItem, at: itemOffset) }
      // Room for two at once: most arrays are short, and growing would copy the first item.
      if items.isEmpty { items.reserveCapacity(min(2, limits.upperBound)) }
      items.append(item)
      if take(UInt8(ascii: ",")) {
        guard items.count < limits.upperBound else { throw tooManyItems(items.count, limits, at: offset) }
        continue
      }
      guard take(UInt8(ascii: "]")) else { throw mismatch(.punctuation(.commaOrBracket)) }
      guard limits.contains(items.count) else { throw EventError(.items(limits), found: .items(items.count), at: offset) }
      return items
    }
  }

  /// Counts on behind the last item that was allowed.
  private mutating func tooManyItems(_ count: Int, _ limits: ClosedRange<Int>, at offset: Int) -> EventError {
    var scanner = self
    var count = count
    repeat {
      guard (try? JSONGrammar.skipValue(&scanner, depth: 1)) != nil else { break }
      count += 1
    } while scanner.take(UInt8(ascii: ","))
    return EventError(.items(limits), found: .items(count), at: offset)
  }
}
