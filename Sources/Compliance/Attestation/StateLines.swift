/// The lines of a state (SPEC 11), sorted bytewise, without their line ends.
public struct StateLines: Sendable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  /// The bytes of a line, ASCII, without line end.
  public subscript(position: Int) -> ArraySlice<UInt8> { bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position] - 1] }
}
