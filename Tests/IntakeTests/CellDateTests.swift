import Intake
import Testing
import Vocabulary

/// What `format` makes of a cell, as text, or what it found instead.
func outcome<Value>(_ format: CellFormat<Value>, _ text: String) -> String {
  do throws(CellProblem) {
    return "\(try format.read(Cell(text)))"
  } catch {
    #expect(error.expected == format.expected)
    return "✗ \(error.found)"
  }
}

@Suite("Cells with dates and times")
struct CellDateTests {
  @Test(
    "Dates are read with the day before the month, in every spelling",
    arguments: [
      "2026-01-05", "2026/01/05", "05/01/2026", "5/1/2026", "05-01-2026", "05.01.2026", "05/ 01/ 2026", "05 / 01 / 2026",
      "5 Januari 2026", "5 januari 2026", "05 JAN 2026", "5-Jan-2026", "5 January 2026", "  5/1/2026 ",
      "\u{A0}05/01/2026\u{200B}",
      "2026-01-05 00:00:00", "05/01/2026 00.00", "5 Jan. 2026",
    ])
  func oneDay(text: String) {
    #expect(outcome(.date, text) == "2026-01-05")
  }

  @Test("Month names are Indonesian or English, whole or short")
  func months() {
    let names = [
      ["Januari", "Jan"], ["Februari", "Pebruari", "Feb", "February"], ["Maret", "Mar", "March"], ["April", "Apr"],
      ["Mei", "May"], ["Juni", "Jun", "June"], ["Juli", "Jul", "July"], ["Agustus", "Agu", "Agt", "Ags", "August"],
      ["September", "Sep", "Sept"], ["Oktober", "Okt", "Oct"], ["November", "Nopember", "Nov"], ["Desember", "Des", "Dec"],
    ]
    for (index, words) in names.enumerated() {
      for word in words {
        #expect(outcome(.date, "09 \(word) 2026") == "2026-\(index < 9 ? "0" : "")\(index + 1)-09")
      }
    }
  }

  @Test(
    "What is no date is refused for its reason",
    arguments: [
      ("31/02/2026", "✗ noSuchDay"), ("01/15/2026", "✗ noSuchDay"), ("2026-13-01", "✗ noSuchDay"), ("00/01/2026", "✗ noSuchDay"),
      ("29/02/2025", "✗ noSuchDay"), ("15/01/26", "✗ yearOfTwoDigits"), ("46037", "✗ spreadsheetDay"),
      ("01/01/1850", "✗ yearOutOfRange"), ("", "✗ missing"), ("-", "✗ missing"), ("--", "✗ missing"), ("n/a", "✗ missing"),
      ("N/A", "✗ missing"), ("NULL", "✗ missing"), ("kemarin", "✗ text(characters: 7)"), ("2026", "✗ digits(4)"),
      ("15/01 2026", "✗ text(characters: 10)"), ("15 1 2026", "✗ text(characters: 9)"), ("15/01/2026x", "✗ text(characters: 11)"),
      ("15 Foo 2026", "✗ text(characters: 11)"), ("5/1/2026 09:30", "✗ text(characters: 14)"),
      ("15//2026", "✗ text(characters: 8)"),
      ("1.80307E+15", "✗ roundedNumber"), ("15/01/20261", "✗ text(characters: 11)"),
    ])
  func refusedDates(text: String, expected: String) {
    #expect(outcome(.date, text) == expected)
  }

  @Test(
    "A time and an offset may follow; noon and the ledger's zone stand in for them",
    arguments: [
      ("15/01/2026", "2026-01-15T12:00:00+08:00"), ("15/01/2026 09:30", "2026-01-15T09:30:00+08:00"),
      ("15/01/2026 09.30", "2026-01-15T09:30:00+08:00"), ("2026-01-15 9:30:15", "2026-01-15T09:30:15+08:00"),
      ("2026-01-15T09:30:15+07:00", "2026-01-15T09:30:15+07:00"), ("15 Jan 2026 09.30 WIT", "2026-01-15T09:30:00+09:00"),
      ("15/01/2026 09:30 wib", "2026-01-15T09:30:00+07:00"), ("15/01/2026, 09:30", "2026-01-15T09:30:00+08:00"),
      ("2026-01-15 09:30 +0700", "2026-01-15T09:30:00+07:00"), ("2026-01-15 09:30+09", "2026-01-15T09:30:00+09:00"),
      ("2026-01-15 00:00:00", "2026-01-15T00:00:00+08:00"),
    ])
  func instants(text: String, expected: String) {
    #expect(outcome(.instant(offsetHours: 8), text) == expected)
  }

  @Test(
    "What is no time is refused for its reason",
    arguments: [
      ("15/01/2026 24:00", "✗ noSuchTime"), ("15/01/2026 09:60", "✗ noSuchTime"),
      ("15/01/2026 09:30 pagi", "✗ text(characters: 21)"),
      ("15/01/2026 0930", "✗ text(characters: 15)"), ("2026-01-15T09:30:15Z", "✗ otherOffset"),
      ("2026-01-15T09:30:15+05:30", "✗ otherOffset"), ("2026-01-15T09:30:15-07:00", "✗ otherOffset"),
      ("15/01/1999", "✗ yearOutOfRange"), ("15/01/2026 9:3", "✗ text(characters: 14)"),
      ("15/01/202609:30", "✗ text(characters: 15)"),
    ])
  func refusedInstants(text: String, expected: String) {
    #expect(outcome(.instant(offsetHours: 7), text) == expected)
  }

  @Test(
    "The column of the time takes a time alone",
    arguments: [
      ("09:30", "✓ 9 30 0"), ("9.30", "✓ 9 30 0"), ("23:59:59", "✓ 23 59 59"), ("25.70", "✗ noSuchTime"), ("9", "✗ digits(1)"),
      ("09:30 WIB", "✗ text(characters: 9)"), ("09:30.15", "✗ text(characters: 8)"),
    ])
  func times(text: String, expected: String) {
    let read = Result { () throws(CellProblem) in try CellFormat.time.read(Cell(text)) }
    switch read {
    case .success(let time): #expect("✓ \(time.hour) \(time.minute) \(time.second)" == expected)
    case .failure(let problem): #expect("✗ \(problem.found)" == expected)
    }
  }
}
