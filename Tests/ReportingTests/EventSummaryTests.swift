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

  @Test("A code that is spelt like a choice stays a code")
  func codes() {
    let line = HistorySample.line("lot.inspected", #"{"lot":"other","outcome":"failed","packaged":true}"#)
    #expect(EventSummary(line: line).sentence(.en) == "Lot other inspected: not passed, packed in advance")
  }
}
