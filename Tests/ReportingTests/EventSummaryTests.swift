import Language
import Testing

@testable import Compliance
@testable import Reporting

@Suite("Summaries of events")
struct EventSummaryTests {
  @Test("An event of an unknown type is summed up by its type and codes")
  func unknown() {
    let summary = EventSummary(
      line: HistorySample.line("referral.made", #"{"case":"K-9","to":"63.72","level":2,"sealed":{"box":"x"}}"#))
    #expect(summary.sentence(.en) == "referral.made: case K-9, to 63.72, level 2")
    #expect(summary.type == "referral.made")
  }

  @Test("A line that is not JSON is shown as unknown rather than failing")
  func malformed() {
    for line in ["", "{", "[1,2", #"{"type":"a"}x"#, #"{"a":1.5}"#, "\"\\ud800\"", String(repeating: "[", count: 100)] {
      #expect(EventSummary(line: line).sentence(.id) == "?")
    }
  }

  @Test("Escapes in strings are read")
  func escapes() {
    let summary = EventSummary(line: #"{"type":"x.y","data":{"a":"\u0041\"\\\/\ud83c\udf3e"}}"#)
    #expect(summary.sentence(.en) == #"x.y: a A"\/🌾"#)
  }

  @Test("Choices, money and days become words")
  func words() {
    let line = HistorySample.line(
      "interview.recorded",
      #"{"programme":"SEMBAKO","period":"2026-04","received":true,"receivedOn":"2026-04-17","feePaid":10000,"quality":"bad"}"#)
    #expect(
      EventSummary(line: line).sentence(.id)
        == "Wawancara tentang SEMBAKO 2026-04: menerima, pada 17 April 2026, membayar Rp10.000, mutu buruk")
    let key = HistorySample.line(
      "key.granted", #"{"key":"a/b+00aabbcc+AXYZ","roles":["distributor","monitor"],"validFrom":"2026-01-01T00:00:00+07:00"}"#)
    #expect(
      EventSummary(line: key).sentence(.en) == "Key a/b+00aabbcc granted distributor, monitor, from 1 January 2026, 00:00 WIB")
  }

  @Test("A recipient is shown by participant number, and not at all without one or where the title names it")
  func numbers() {
    let line = HistorySample.line(
      "verification.recorded",
      #"{"recipient":"019d9433-0000-7000-8000-000000000002","level":"rt","outcome":"eligible","instrument":"survey"}"#)
    let names = Names(number: { _ in Sample.code("KPM-7") })
    #expect(EventSummary(line: line, names: names).sentence(.en) == "KPM-7: Verification at level RT (survey): eligible")
    #expect(EventSummary(line: line).sentence(.en) == "Verification at level RT (survey): eligible")
    var history = HistorySample.history
    history.items[0].line = line
    history.names = names
    #expect(history.text(.en).contains("KPM-7: Verification"))
    history.title = "recipient KPM-7"
    #expect(!history.text(.en).contains("KPM-7: "))
  }

  @Test("An event that gives a name gives it once")
  func namesOnce() {
    let line = HistorySample.line("outlet.appointed", #"{"outlet":"EW-01","name":"Warung Sejahtera","programme":"SEMBAKO"}"#)
    #expect(EventSummary(line: line, names: Sample.names).sentence(.en) == "Outlet EW-01 appointed for SEMBAKO: Warung Sejahtera")
  }

  @Test("A code that is spelt like a choice stays a code")
  func codes() {
    let line = HistorySample.line("lot.inspected", #"{"lot":"other","outcome":"failed","packaged":true}"#)
    #expect(EventSummary(line: line).sentence(.en) == "Lot other inspected: not passed, packed in advance")
  }
}
