public import Vocabulary

/// An event made from a row, ready to be put into a note and signed.
public struct DraftEvent: Hashable, Sendable {
  public let event: Event
  /// The event as one line of canonical JSON, without a line feed.
  public let line: [UInt8]
  /// Names of the keys that sign: the author's, then the co-signers'.
  public let signers: [String]
  /// The row of the file, from 1, header and empty rows included; of an `events` file its line.
  public let row: Int

  public init(event: Event, line: [UInt8], signers: [String], row: Int) {
    self.event = event
    self.line = line
    self.signers = signers
    self.row = row
  }
}
