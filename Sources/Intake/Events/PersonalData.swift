/// Personal data of one subject as the JSON object that is sealed (SPEC 9.2): only the members that were told.
struct PersonalData {
  private var json: [UInt8] = [UInt8(ascii: "{")]

  /// Adds a member. `value` holds no control characters.
  mutating func append(_ name: String, _ value: String?) {
    guard let value else { return }
    if json.count > 1 { json.append(UInt8(ascii: ",")) }
    appendString(name)
    json.append(UInt8(ascii: ":"))
    appendString(value)
  }

  /// The object, without padding.
  var plaintext: [UInt8] { json + [UInt8(ascii: "}")] }

  private mutating func appendString(_ text: String) {
    json.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { json.append(UInt8(ascii: "\\")) }
      json.append(byte)
    }
    json.append(UInt8(ascii: "\""))
  }
}
