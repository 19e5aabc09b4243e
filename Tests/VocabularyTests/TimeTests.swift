import TestSupport
import Testing
import Vocabulary

@Suite("Times")
struct TimeTests {
  @Test("A timestamp spells its text again and knows its instant and its local day")
  func timestampRoundTrips() throws {
    let wib = try #require(Timestamp("2026-04-16T00:30:00+07:00"))
    #expect(wib.secondsSince1970 == 1_776_274_200)
    #expect(wib.offsetHours == 7)
    #expect(wib.localDate.description == "2026-04-16")
    #expect(wib.localSecondOfDay == 1800)
    #expect(wib.description == "2026-04-16T00:30:00+07:00")
    let wit = try #require(Timestamp("2026-04-16T02:30:00+09:00"))
    #expect(wit.secondsSince1970 == wib.secondsSince1970)
    #expect(wit != wib)
    #expect(wib < wit, "the offset only breaks ties")
  }

  @Test("Random timestamps round-trip, and their order is that of their instants")
  func randomTimestamps() throws {
    var generator = TestSeed.generator("timestamps")
    var previous: Timestamp?
    for _ in 0..<2000 {
      let offset = Int.random(in: 7...9, using: &generator)
      let seconds = Int64.random(in: 946_684_800..<4_102_412_400, using: &generator) - Int64(offset) * 3600 + 32_400
      guard let time = Timestamp(secondsSince1970: seconds, offsetHours: offset) else { continue }
      #expect(Timestamp(time.description) == time, "seed \(TestSeed.value)")
      if let previous, previous.secondsSince1970 != seconds {
        #expect((previous < time) == (previous.secondsSince1970 < seconds), "seed \(TestSeed.value)")
      }
      previous = time
    }
  }

  @Test("The years 2000 to 2099 are those of the local clock")
  func timestampLimits() throws {
    let first = try #require(Timestamp("2000-01-01T00:00:00+07:00"))
    #expect(Timestamp(secondsSince1970: first.secondsSince1970 - 1, offsetHours: 7) == nil)
    let last = try #require(Timestamp("2099-12-31T23:59:59+09:00"))
    #expect(Timestamp(secondsSince1970: last.secondsSince1970 + 1, offsetHours: 9) == nil)
    #expect(Timestamp(secondsSince1970: .max, offsetHours: 7) == nil)
    #expect(Timestamp(secondsSince1970: first.secondsSince1970, offsetHours: 6) == nil)
  }

  @Test("A recorded time has exactly three decimals and a Z")
  func recordedTimeRoundTrips() throws {
    let time = try #require(RecordedTime("2026-04-16T02:12:03.123Z"))
    #expect(time.millisecondsSince1970 == 1_776_305_523_123)
    #expect(time.description == "2026-04-16T02:12:03.123Z")
    #expect(time.timestamp(offsetHours: 7)?.description == "2026-04-16T09:12:03+07:00")
    #expect(time.localDate(offsetHours: 0).description == "2026-04-16")
    #expect(try #require(RecordedTime("2026-04-16T20:00:00.000Z")).localDate(offsetHours: 7).description == "2026-04-17")
    var generator = TestSeed.generator("recorded times")
    for _ in 0..<2000 {
      let value = Int64.random(in: 946_684_800_000..<4_102_444_800_000, using: &generator)
      let random = try #require(RecordedTime(millisecondsSince1970: value))
      #expect(RecordedTime(random.description) == random, "seed \(TestSeed.value)")
    }
  }

  @Test(
    "Other texts are no recorded times",
    arguments: [
      "", "2026-04-16T02:12:03Z", "2026-04-16T02:12:03.12Z", "2026-04-16T02:12:03.1234Z", "2026-04-16T02:12:03.123+00:00",
      "2026-04-16t02:12:03.123Z", "2026-04-16T02:12:03.123z", "2026-04-16T24:00:00.000Z", "2026-04-16T02:60:00.000Z",
      "2026-06-30T23:59:60.000Z", "2026-02-30T02:12:03.123Z", "1999-12-31T23:59:59.999Z", "2100-01-01T00:00:00.000Z",
      "2026-04-16T02:12:03,123Z", "2026-04-16T02:12:03.12aZ", "2026-04-16 02:12:03.123Z",
    ])
  func refuses(text: String) {
    #expect(RecordedTime(text) == nil)
  }
}
