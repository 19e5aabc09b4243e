public import TransparencyLog
public import Vocabulary

/// What was found instead. No case holds anything of the content, so that a message can be shown and kept without care.
public enum CellFinding: Error, Hashable, Sendable {
  case missing
  /// Text that means nothing here, by its length.
  case text(characters: Int)
  /// Digits only, by their number.
  case digits(Int)
  /// A number such as `1.80307E+15`: a spreadsheet has rounded it, and its last digits are lost.
  case roundedNumber
  /// A number such as `46037`: a spreadsheet's count of days.
  case spreadsheetDay
  /// A day that the calendar does not have.
  case noSuchDay
  /// A time that no clock shows.
  case noSuchTime
  case yearOfTwoDigits
  case yearOutOfRange
  /// An offset other than +07:00, +08:00 and +09:00.
  case otherOffset
  /// A time in the cell of the date and one in the cell of the time.
  case twoTimes
  /// The same time or an earlier one.
  case noLater
  /// Part of a rupiah, a gram, a millilitre or a piece.
  case fraction
  /// A number that could be thousands or a fraction, such as `1.500 kg`.
  case ambiguousNumber
  case negative
  case tooLarge
  /// More values than fit.
  case tooMany(Int)
  case repeated
  /// A number without a unit.
  case noUnit
  case unknownUnit
  /// Goods without `@` and a price.
  case noPrice
  /// Goods with a price or a lot where none belongs.
  case unwantedDetail
  case controlCharacter
  /// Nobody whom the ledger knows.
  case nobody
  /// So many recipients.
  case severalPersons(Int)
  /// Another person than the one that was expected.
  case anotherPerson
  /// The identifier of another event, which is recorded there.
  case identifierOfRecorded(position: Position, place: Int)
  /// The identifier of another event, in this row of the file.
  case identifierOfRow(Int)
  /// A value where there should be none.
  case something
  case cells(Int)
  /// The cell, counted from 1, is not UTF-8; most likely it is Windows-1252.
  case notUTF8(cell: Int)
  case utf16
  case workbook
  case openQuote
  /// In the cell, counted from 1, text follows the closing quote.
  case textAfterQuote(cell: Int)
  case moreBytes
  /// A line that is not an event.
  indirect case refusedEvent(EventError)
}
