extension EventError {
  /// The kind of thing that was there instead.
  public enum Found: Hashable, Sendable {
    case object
    case array
    /// A string of so many bytes between its quotation marks.
    case string(bytes: Int)
    case integer
    case fraction
    case exponent
    case leadingZero
    case negativeZero
    /// A magnitude above 2^53 − 1.
    case tooLarge
    case boolean
    case null
    /// So many items.
    case items(Int)
    case repeatedItem
    case missingMember
    case unknownMember
    case repeatedMember
    case whiteSpace
    case byteOrderMark
    case controlCharacter
    case invalidUTF8
    case invalidEscape
    case loneSurrogate
    /// A text of so many Unicode scalars.
    case text(scalars: Int)
    /// A value of the right kind outside what an event may hold.
    case outOfRange
    case deeperNesting
    /// So many bytes behind the closing brace.
    case trailingBytes(Int)
    case endOfLine
    /// A byte that begins nothing.
    case strayByte
  }
}

extension EventError.Found: CustomStringConvertible {
  /// A noun phrase for a person.
  public var description: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string(let bytes): "a string of \(bytes) bytes"
    case .integer: "an integer"
    case .fraction: "a fraction"
    case .exponent: "an exponent"
    case .leadingZero: "a leading zero"
    case .negativeZero: "-0"
    case .tooLarge: "a larger number"
    case .boolean: "true or false"
    case .null: "null"
    case .items(let count): "\(count) items"
    case .repeatedItem: "an item again"
    case .missingMember: "none"
    case .unknownMember: "another"
    case .repeatedMember: "one again"
    case .whiteSpace: "white space"
    case .byteOrderMark: "a byte order mark"
    case .controlCharacter: "a control character"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .invalidEscape: "an invalid escape"
    case .loneSurrogate: "half a surrogate pair"
    case .text(let scalars): "\(scalars) characters"
    case .outOfRange: "a value out of range"
    case .deeperNesting: "deeper nesting"
    case .trailingBytes(let count): "\(count) more bytes"
    case .endOfLine: "the end of the line"
    case .strayByte: "a byte that begins nothing"
    }
  }
}
