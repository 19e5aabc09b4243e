import Cryptography

extension AuthorNote.Header {
  private static let sequences = 1...JSONGrammar.largestInteger
  private static let separators: EventError.Expected = .punctuation(.headerKeys)

  /// The header that the whole of the cursor's bytes are.
  ///
  /// - Throws: ``EventError``, without JSON Pointer.
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Self {
    // Without escapes every header has one spelling only.
    let escape = cursor.firstOffset(of: UInt8(ascii: "\\"), from: cursor.position)
    guard escape == cursor.end else {
      throw EventError(.plainString, found: .invalidEscape, at: escape)
    }
    try expect("{\"ledger\":", &cursor)
    let ledger = try cursor.origin()
    try expect(",\"author\":", &cursor)
    let author = try cursor.keyName()
    try expect(",\"sequence\":", &cursor)
    let sequence = try cursor.integer(in: sequences)
    try expect(",\"previous\":", &cursor)
    let previous = try Digest.read(&cursor)
    var seen: Head?
    if cursor.take(",\"seen\":{\"size\":") {
      let size = try cursor.integer(in: 0...JSONGrammar.largestInteger)
      try expect(",\"root\":", &cursor)
      seen = Head(size: size, root: try Digest.read(&cursor))
      try expect("}", &cursor)
    }
    try expect(",\"signedAt\":", &cursor)
    let signedAt = try Timestamp.read(&cursor)
    try expect("}", &cursor)
    guard cursor.position == cursor.end else {
      throw EventError(.endOfLine, found: .trailingBytes(cursor.end - cursor.position), at: cursor.position)
    }
    return Self(ledger: ledger, author: author, sequence: UInt64(sequence), previous: previous, seen: seen, signedAt: signedAt)
  }

  private static func expect(_ literal: StaticString, _ cursor: inout EventCursor) throws(EventError) {
    guard cursor.take(literal) else { throw cursor.mismatch(separators) }
  }

  /// Appends the one spelling of the header.
  ///
  /// - Throws: ``EventError`` where it could not be read again.
  func write(to output: inout EventOutput) throws(EventError) {
    output.openObject()
    output.member("\"ledger\":")
    try output.origin(ledger)
    output.member("\"author\":")
    try output.keyName(author)
    output.member("\"sequence\":")
    try output.integer(Int(clamping: sequence), in: Self.sequences)
    output.member("\"previous\":")
    previous.write(to: &output)
    if let seen {
      output.member("\"seen\":")
      try seen.write(to: &output)
    }
    output.member("\"signedAt\":")
    signedAt.write(to: &output)
    output.closeObject()
  }
}
