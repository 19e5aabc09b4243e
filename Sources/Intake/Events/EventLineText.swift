internal import Vocabulary

/// A line of an `events` file made into a line of strict JSON: white space outside strings is dropped, and names are replaced by
/// identifiers.
///
/// `"@no_peserta:<number>"` becomes the identifier of that recipient, `"@pemegang:<staff number>"` that of the person who holds a key.
struct EventLineText {
  static let recipientMark = Array("@no_peserta:".utf8)
  static let holderMark = Array("@pemegang:".utf8)
  /// Stands for the identifier that is computed later.
  static let placeholder = Identifier.make(millisecondsSince1970: 0, random: (0, 0))

  /// The strict line.
  private(set) var json: [UInt8] = []
  /// Whether the object has a member `id`.
  private(set) var hasIdentifier = false

  private var depth = 0

  /// - Throws: ``CellProblem`` where a participant number is not known.
  init(_ line: ArraySlice<UInt8>, session: IntakeSession) throws(CellProblem) {
    json.reserveCapacity(line.count + 64)
    var rest = line
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""):
        let string = Self.string(startOf: rest)
        rest = rest[string.endIndex...]
        try append(string, isKey: rest.drop(while: Cell.isSpace).first == UInt8(ascii: ":"), session)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if !Cell.isSpace(byte) { json.append(byte) }
      rest = rest.dropFirst()
    }
    if !hasIdentifier, json.first == UInt8(ascii: "{") {
      json.insert(contentsOf: "\"id\":\"\(Self.placeholder)\",".utf8, at: 1)
    }
  }

  /// The string at the start, both quotes included; all the rest where the second is missing.
  private static func string(startOf rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var index = rest.startIndex + 1
    while index < rest.endIndex, rest[index] != UInt8(ascii: "\"") {
      index += rest[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return rest[..<min(index + 1, rest.endIndex)]
  }

  private mutating func append(_ string: ArraySlice<UInt8>, isKey: Bool, _ session: IntakeSession) throws(CellProblem) {
    let content = string.dropFirst().dropLast()
    if isKey {
      if depth == 1, content.elementsEqual("id".utf8) { hasIdentifier = true }
      json.append(contentsOf: string)
    } else if content.starts(with: Self.recipientMark) {
      let number = try CellFormat.code.read(Cell(content.dropFirst(Self.recipientMark.count)))
      guard let recipient = session.recipient(number: number) else {
        throw CellProblem(expected: .knownRecipient, found: .nobody)
      }
      append(recipient.identifier)
    } else if content.starts(with: Self.holderMark) {
      let staffNumber = try CellFormat<String>.text(maximum: 80).read(Cell(content.dropFirst(Self.holderMark.count)))
      append(session.identity.holder(staffNumber: staffNumber))
    } else {
      json.append(contentsOf: string)
    }
  }

  private mutating func append(_ identifier: Identifier) {
    json.append(contentsOf: "\"\(identifier)\"".utf8)
  }
}
