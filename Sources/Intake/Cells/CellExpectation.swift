/// What a cell, a row or a file should have held.
public enum CellExpectation: Hashable, Sendable {
  case date
  case dateAndTime
  case time
  case money
  case quantity
  /// A unit that prices are given in: kg, l or a piece.
  case priceUnit
  /// 16 digits: a NIK.
  case nik
  /// 16 digits: a family number.
  case kk
  case yesOrNo
  case code
  case region
  case decile
  case officers
  /// SHA-256 as 64 hexadecimal digits.
  case fileDigest
  case evidence
  case goods
  case goodsWithPrices
  case prices
  case phone
  case text(maximum: Int)
  /// One of these words.
  case choice([String])
  /// Some of these words, joined by `;`.
  case choices([String])
  /// Codes joined by `;`.
  case codes
  /// Regions joined by `;`.
  case regions
  /// A participant number that is registered.
  case knownRecipient
  /// A participant number, or a NIK that exactly one recipient has.
  case person
  /// The NIK with which this participant was registered.
  case sameNIK
  /// A number that was not given to another person.
  case ownNumber
  /// A region, since the ledger knows none for what the row names.
  case regionOfSomethingUnknown
  /// No value, because nothing stands in this column.
  case nothingWithout(Column)
  /// No value, because of what stands in this column.
  case nothingWith(Column)
  /// A time after that of this column.
  case after(Column)
  /// A value in one of these columns.
  case oneOf([Column])
  /// An identifier that no other event has.
  case ownIdentifier
  /// A file name without a path.
  case fileName
  /// An event as JSON on one line.
  case event
  /// As many cells as the header has.
  case cells(Int)
  case utf8
  /// A quote that is closed, with nothing behind it but a separator.
  case closedQuote
  /// A record of at most this many bytes.
  case recordOf(bytes: Int)
  /// A CSV file.
  case csv
}
