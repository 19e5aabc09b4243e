/// Writes events as one line of canonical JSON: keys in the schema's order, no white space, escapes only where JSON demands them.
///
/// What it writes can be read again: `EventReader.read(write(event)) == event`.
public enum EventWriter {
  /// The line of `event`, without a line feed.
  ///
  /// - Throws: ``EventError`` where the schema would refuse the event.
  public static func write(_ event: Event) throws(EventError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    try append(event, to: &bytes)
    return bytes
  }

  /// Appends the line of `event`, without a line feed. Leaves `bytes` as it was if it throws.
  ///
  /// - Throws: ``EventError`` where the schema would refuse the event.
  public static func append(_ event: Event, to bytes: inout [UInt8]) throws(EventError) {
    let start = bytes.count
    var output = EventOutput(appendingTo: bytes)
    bytes = []
    do throws(EventError) {
      try write(event, to: &output)
      bytes = output.bytes
    } catch {
      let written = Array(output.bytes[start...])
      bytes = output.bytes
      bytes.removeSubrange(start...)
      throw located(error, in: written)
    }
  }

  private static func write(_ event: Event, to output: inout EventOutput) throws(EventError) {
    output.openObject()
    output.member("\"type\":")
    event.type.write(to: &output)
    output.member("\"id\":")
    event.id.write(to: &output)
    output.member("\"at\":")
    event.at.write(to: &output)
    output.member("\"data\":")
    try event.body.write(to: &output)
    output.closeObject()
  }

  /// What was written before the error tells its JSON Pointer.
  private static func located(_ error: EventError, in written: [UInt8]) -> EventError {
    var error = error
    unsafe written.withUnsafeBytes { bytes in
      unsafe error.pointer = PointerLocator.pointer(of: error, in: EventCursor(bytes))
    }
    return error
  }
}
