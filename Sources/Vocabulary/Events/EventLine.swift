/// An event with the line that says it. Nobody else makes one, so whoever holds one need not read the line again.
///
/// Law: `EventReader.read(line.bytes) == line.event`.
public struct EventLine: Hashable, Sendable {
  public let event: Event
  /// One line of JSON as SPEC 6 has it, without its line feed.
  public let bytes: [UInt8]

  /// The canonical line of an event.
  ///
  /// - Throws: `EventError` where its schema would refuse it.
  public init(writing event: Event) throws(EventError) {
    self.event = event
    bytes = try EventWriter.write(event)
  }

  /// The event that a line says, which is kept verbatim.
  ///
  /// - Throws: `EventError` where it is none.
  public init(reading bytes: [UInt8]) throws(EventError) {
    event = try EventReader.read(bytes)
    self.bytes = bytes
  }
}
