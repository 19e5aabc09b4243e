extension EventError {
  /// What would have been right.
  public enum Expected: Hashable, Sendable {
    /// Any JSON value.
    case value
    case object
    case array
    case string
    case boolean
    /// An integer in this range.
    case integer(ClosedRange<Int>)
    /// A string of so many Unicode scalars.
    case text(ClosedRange<Int>)
    /// Canonical base64 of so many characters.
    case base64(ClosedRange<Int>)
    /// A UUID of version 7 in lower case.
    case identifier
    case code
    case region
    case keyName
    case origin
    case verifierKey
    /// RFC 3339 seconds at +07:00, +08:00 or +09:00, of an existing day.
    case dateTime
    /// An existing day from 1900 to 2099.
    case date
    /// 32 bytes in canonical base64.
    case digest
    /// 16 bytes in canonical base64.
    case tag
    /// One of these texts.
    case choice([String])
    /// So many items.
    case items(ClosedRange<Int>)
    /// Items that all differ.
    case distinctItems
    /// A member of this name.
    case member(String)
    /// Only members that the schema names.
    case knownMember
    /// Each member once.
    case distinctMembers
    /// The type of a schema.
    case eventType
    /// This punctuation.
    case punctuation(Punctuation)
    /// A JSON string as SPEC 6 says.
    case plainString
    /// An integer without fraction, exponent, `-0` or leading zeros, at most 2^53 − 1 in magnitude.
    case plainInteger
    /// Nesting at most so deep.
    case depth(Int)
    /// The end of the line.
    case endOfLine
  }

  /// What must stand between the parts of a line.
  public enum Punctuation: String, Hashable, Sendable {
    case colon = "a colon"
    case commaOrBrace = "a comma or a closing brace"
    case commaOrBracket = "a comma or a closing bracket"
    case quotationMark = "a closing quotation mark"
    case headerKeys = "the keys of a header in their order"
  }
}

extension EventError.Expected: CustomStringConvertible {
  /// A noun phrase for a person.
  public var description: String {
    switch self {
    case .value: "a JSON value"
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .boolean: "true or false"
    case .integer(let range): "an integer from \(range.lowerBound) to \(range.upperBound)"
    case .text(let range): "a text of \(range.lowerBound) to \(range.upperBound) characters"
    case .base64(let range): "canonical base64 of \(range.lowerBound) to \(range.upperBound) characters"
    case .identifier: "a UUID of version 7 in lower case"
    case .code: "a code of 1 to 39 characters A-Z a-z 0-9 . _ / -, the first a letter or a digit"
    case .region: "a region code such as 18.03.07.2001"
    case .keyName: "a key name"
    case .origin: "an origin"
    case .verifierKey: "a verifier key (name+keyid+base64)"
    case .dateTime: "an existing time such as 2026-04-16T09:11:40+07:00, at +07:00, +08:00 or +09:00"
    case .date: "an existing day such as 2026-04-16"
    case .digest: "32 bytes in canonical base64"
    case .tag: "16 bytes in canonical base64"
    case .choice(let texts): "one of \(texts.joined(separator: ", "))"
    case .items(let range): "\(range.lowerBound) to \(range.upperBound) items"
    case .distinctItems: "items that all differ"
    case .member(let name): "a member \"\(name)\""
    case .knownMember: "only members that the schema names"
    case .distinctMembers: "each member once"
    case .eventType: "the type of a schema"
    case .punctuation(let punctuation): punctuation.rawValue
    case .plainString: "a string without control characters, in UTF-8"
    case .plainInteger: "an integer without fraction, exponent, -0 or leading zeros, at most 9007199254740991"
    case .depth(let levels): "at most \(levels) levels of nesting"
    case .endOfLine: "the end of the line"
    }
  }
}
