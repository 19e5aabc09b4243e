public import Vocabulary

/// Says of each line of a file whether it is an event as SPEC 6 wants it, so that another system can find out before it signs.
///
/// Unlike ``EventFileImport`` it takes no liberties: a line is checked byte by byte as it would be signed. A line feed ends a line, and
/// nothing needs to stand behind the last one. Holds no more than the line at hand.
public struct EventLineCheck {
  /// An entry has at most this many bytes (SPEC 4), so a line with more cannot be recorded.
  public static let lineLimit = Entry.maximumByteCount

  /// What is to be said of a line.
  public enum Verdict: Hashable, Sendable {
    /// Its schema accepts it.
    case accepted(EventType)
    case refused(EventError)
    /// It has more than ``lineLimit`` bytes and was not read.
    case tooLong
  }

  /// A line of the file, the first being 1, with its verdict.
  public struct Line: Hashable, Sendable {
    public let number: Int
    public let verdict: Verdict
  }

  private var line: [UInt8] = []
  private var isTooLong = false
  private var number = 0

  /// Begins at the start of a file.
  public init() {}

  /// The verdicts on the lines that end in this part of the file.
  public mutating func read(_ part: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = part[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines.append(finishLine())
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The verdict on the last line, if no line feed ends it.
  public mutating func finish() -> Line? { line.isEmpty && !isTooLong ? nil : finishLine() }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if line.count + bytes.count > Self.lineLimit { isTooLong = true }
    if !isTooLong { line.append(contentsOf: bytes) }
  }

  private mutating func finishLine() -> Line {
    number += 1
    defer {
      line.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    guard !isTooLong else { return Line(number: number, verdict: .tooLong) }
    do throws(EventError) {
      return Line(number: number, verdict: .accepted(try EventReader.read(line).type))
    } catch {
      return Line(number: number, verdict: .refused(error))
    }
  }
}
