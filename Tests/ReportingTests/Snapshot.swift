import Foundation
import Testing

/// Compares text with a file under `Tests/Snapshots/Reporting`.
///
/// A missing file is written and fails the test, so that nobody commits what nobody read; so does every file when
/// `AMANAH_RECORD_SNAPSHOTS` is set.
enum Snapshot {
  static func expect(
    _ text: String, is name: String, file: StaticString = #filePath, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots/Reporting")
    let url = folder.appending(path: name)
    let isRecording = ProcessInfo.processInfo.environment["AMANAH_RECORD_SNAPSHOTS"] != nil
    guard !isRecording, let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); read it, then run the test again", sourceLocation: location)
      return
    }
    guard text != expected else { return }
    let (found, wanted) = (lines(text), lines(expected))
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs from line \(line + 1) on
      expected: \(line < wanted.count ? wanted[line] : "(end)")
      found:    \(line < found.count ? found[line] : "(end)")
      """, sourceLocation: location)
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
