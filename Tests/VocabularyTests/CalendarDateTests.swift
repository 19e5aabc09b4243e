import TestSupport
import Testing
import Vocabulary

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("Every day from 1900 to 2099 follows the one before and is spelled as the calendar says")
  func countsEveryDay() throws {
    var days: Int32 = -25_567
    for year in 1900...2099 {
      let isLeap = year % 4 == 0 && year != 1900
      for (index, count) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...count {
          let date = try #require(CalendarDate(year: year, month: index + 1, day: day))
          #expect(date.daysSince1970 == days)
          #expect(date.components == (year, index + 1, day))
          let text = "\(year)-\(index < 9 ? "0" : "")\(index + 1)-\(day < 10 ? "0" : "")\(day)"
          #expect(date.description == text)
          #expect(CalendarDate(text) == date)
          days += 1
        }
        #expect(CalendarDate(year: year, month: index + 1, day: count + 1) == nil)
        #expect(CalendarDate.dayCount(year: year, month: index + 1) == count)
      }
    }
    #expect(CalendarDate("1970-01-01")?.daysSince1970 == 0)
  }

  @Test(
    "Other texts are no dates",
    arguments: [
      "", "2026-02-29", "1900-02-29", "2100-01-01", "1899-12-31", "2026-4-16", "2026-04-16 ", "2026/04/16", "20260416",
      "+026-04-16",
      "2026-00-10", "2026-13-10", "2026-04-00", "2026-04-1a", "2026-04-١٦",
    ])
  func refuses(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Adding days and the difference of days undo each other, across leap years")
  func addsDays() throws {
    var generator = TestSeed.generator("days")
    let start = try #require(CalendarDate("2024-02-28"))
    #expect(start.adding(days: 1).description == "2024-02-29")
    #expect(start.adding(days: 2).description == "2024-03-01")
    #expect(start.adding(days: -59).description == "2023-12-31")
    for _ in 0..<1000 {
      let count = Int.random(in: -40_000...27_000, using: &generator)
      let other = start.adding(days: count)
      #expect(other.days(since: start) == count, "seed \(TestSeed.value)")
      #expect((other < start) == (count < 0), "seed \(TestSeed.value)")
    }
  }

  @Test("Adding stops at the ends of what is counted instead of trapping")
  func addingStops() {
    let last = CalendarDate(daysSince1970: .max)
    #expect(last.adding(days: 1) == last)
    #expect(last.adding(days: .max) == last)
    #expect(CalendarDate(daysSince1970: -2).adding(days: .min) == CalendarDate(daysSince1970: .min))
  }
}
