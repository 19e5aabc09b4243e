public import Vocabulary

/// An event made from a row, ready to be put into a note and signed.
public struct DraftEvent: Hashable, Sendable {
  /// The event with its line, which is recorded as it is.
  public let line: EventLine
  /// Names of the keys that sign: the author's, then the co-signers'.
  public let signers: [String]
  /// The row of the file, from 1, header and empty rows included; of an `events` file its line.
  public let row: Int

  public init(line: EventLine, signers: [String], row: Int) {
    self.line = line
    self.signers = signers
    self.row = row
  }

  /// What the row says.
  public var event: Event { line.event }
}
