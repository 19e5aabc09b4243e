/// What stands between two cells of a record.
public enum CSVSeparator: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The separator that occurs most often in `header` outside quotes, or the comma where none occurs.
  ///
  /// Of several that occur equally often the semicolon wins over the tab and the tab over the comma: a comma is far more often
  /// part of a column's name.
  static func detected(in header: ArraySlice<UInt8>) -> CSVSeparator {
    var commas = 0
    var semicolons = 0
    var tabs = 0
    var isQuoted = false
    for byte in header {
      if byte == CSVReader.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        switch byte {
        case comma.rawValue: commas += 1
        case semicolon.rawValue: semicolons += 1
        case tab.rawValue: tabs += 1
        default: break
        }
      }
    }
    if semicolons > 0, semicolons >= max(commas, tabs) { return .semicolon }
    return tabs > 0 && tabs >= commas ? .tab : .comma
  }

  /// The separator that a first line such as `sep=;` declares, as some spreadsheets write it.
  static func declared(by line: ArraySlice<UInt8>) -> CSVSeparator? {
    guard line.count == 5, line.prefix(4).elementsEqual("sep=".utf8), let last = line.last else { return nil }
    return CSVSeparator(rawValue: last)
  }
}
