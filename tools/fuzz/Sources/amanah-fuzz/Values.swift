@testable import Vocabulary

extension Fuzzer {
  /// The texts of single values, as arguments and members have them: one spelling each.
  static let value = Fuzzer(name: "value", options: ["-max_len=128"]) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    one(Timestamp.self, text)
    one(CalendarDate.self, text)
    one(RecordedTime.self, text)
    one(Region.self, text)
    one(Code.self, text)
    one(Identifier.self, text)
    if let region = Region(text) {
      law(region.covers(region), "a region does not cover itself")
      if let parent = region.parent { law(parent.covers(region) && !region.covers(parent), "a parent does not cover its child") }
    }
    if let date = CalendarDate(text) {
      law(CalendarDate(daysSince1970: date.daysSince1970).description == text, "a day is not the one that it counts")
    }
    if let time = Timestamp(text) { law(time.localDate.description == String(text.prefix(10)), "a time is on another day") }
  }

  private static func one<Value: LosslessStringConvertible>(_ type: Value.Type, _ text: String) {
    guard let value = Value(text) else { return }
    law(value.description.utf8.elementsEqual(text.utf8), "\(type) has two spellings")
  }
}
