import Foundation
import Testing

/// Commands and what they answered, for comparing with a file under `Tests/Snapshots/CLI`.
///
///     $ amanah verify ledger
///     | a line of standard output
///     ! a line of standard error
///     = exit status
struct Transcript {
  /// Where the commands run.
  let folder: String
  private(set) var text = ""

  init(in folder: String) { self.folder = folder }

  /// Runs a command and writes down what it answered.
  @discardableResult
  mutating func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Tool.Outcome { try runAll(arguments, input: input, environment: environment) }

  /// The same with the arguments in a list.
  @discardableResult
  mutating func runAll(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    let outcome = try Tool.run(arguments, in: folder, input: input, environment: environment)
    let words = arguments.map { $0.contains { " ()".contains($0) } ? "'\($0)'" : $0 }
    text += "$ amanah \(Volatile.hide(words.joined(separator: " ")))\n"
    text += Self.marked("|", outcome.output) + Self.marked("!", outcome.errors) + "= \(outcome.status)\n\n"
    return outcome
  }

  /// Writes down what happened in between, as in "a bit is flipped in the database".
  mutating func note(_ what: String) { text += "# \(what)\n\n" }

  private static func marked(_ mark: String, _ text: String) -> String {
    guard !text.isEmpty else { return "" }
    var lines = Volatile.hide(text).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() } else { lines.append("(no line feed)") }
    return lines.map { $0.isEmpty ? "\(mark)\n" : "\(mark) \($0)\n" }.joined()
  }

  /// Compares with the file `name`. A missing file is written and fails the test, so that nobody commits what nobody read; so does
  /// every file when `AMANAH_RECORD_SNAPSHOTS` is set.
  func expect(_ name: String, file: StaticString = #filePath, _ location: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots/CLI")
    let url = folder.appending(path: name + ".txt")
    let isRecording = ProcessInfo.processInfo.environment["AMANAH_RECORD_SNAPSHOTS"] != nil
    guard !isRecording, let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); read it, then run the test again", sourceLocation: location)
      return
    }
    guard text != expected else { return }
    let (found, wanted) = (text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    let command = found.prefix(line + 1).last { $0.hasPrefix("$") } ?? ""
    Issue.record(
      """
      \(name) differs from line \(line + 1) on, in \(command)
      expected: \(line < wanted.count ? wanted[line] : "(end)")
      found:    \(line < found.count ? found[line] : "(end)")
      """, sourceLocation: location)
  }
}

/// What differs from run to run: keys, digests, identifiers, the time now, durations.
enum Volatile {
  static func hide(_ text: String) -> String {
    var text = text
    text.replace(/— ([^ ]+) [A-Za-z0-9+\/]{80,}={0,2}/) { "— \($0.output.1) <signature>" }
    text.replace(/\+[0-9a-f]{8}\+[A-Za-z0-9+\/]{44}/, with: "+<key>")
    text.replace(/key is [0-9a-f]{8}, the text says [0-9a-f]{8}/, with: "key is <id>, the text says <id>")
    text.replace(/[A-Za-z0-9+\/]{43}=/, with: "<digest>")
    text.replace(/[A-Za-z0-9+\/]{22}==/, with: "<tag>")
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "<id>")
    text.replace(/\b[0-9]+ ms\b/, with: "<n> ms")
    text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|\+07:00)/) { isNow(String($0.output.0)) ? "<now>" : $0.output.0 }
    return text
  }

  /// Whether a time is of this run, not of the exercise.
  private static func isNow(_ time: String) -> Bool {
    let whole = time.replacing(/\.\d{3}/, with: "")
    guard let date = try? Date(whole, strategy: .iso8601) else { return false }
    return abs(date.timeIntervalSinceNow) < 86_400
  }
}
