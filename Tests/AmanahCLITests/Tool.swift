import Foundation
import TestSupport

/// The built program, found beside the tests.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What a run left.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  private static let program: URL? = {
    var places = [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
    places += Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    for place in places {
      var folder = place
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("amanah")
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// What of the caller's environment is passed on, and what is added to it.
  private static func environment(_ more: [String: String]) -> [String: String] {
    let passedOn = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"]
    let inherited = ProcessInfo.processInfo.environment.filter { passedOn.contains($0.key) }
    return inherited.merging(["LC_ALL": "C.UTF-8", "COLUMNS": "100"]) { $1 }.merging(more) { $1 }
  }

  /// Runs the program in `folder`. Nothing of the caller's environment is passed on but where things are.
  static func run(
    _ arguments: [String], in folder: String, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    guard let program else { throw Failure(description: "amanah is not beside the tests; swift build --product amanah") }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = Self.environment(environment)
    // Files rather than pipes: a pipe that nobody empties would stop the program.
    let scratch = try ScratchFolder.make()
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: scratch + "/in"))
    process.standardInput = FileHandle(forReadingAtPath: scratch + "/in")
    for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: "\(scratch)/\(name)", contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try String(contentsOfFile: scratch + "/out", encoding: .utf8),
      errors: try String(contentsOfFile: scratch + "/err", encoding: .utf8), status: process.terminationStatus)
  }

  /// A run that is ended by a signal while it waits for more input.
  final class Interrupted {
    private let process = Process()
    private let input = Pipe()
    private let scratch = ScratchFolder.newPath("run")

    init(_ arguments: [String], in folder: String, environment: [String: String]) throws {
      guard let program else { throw Failure(description: "amanah is not beside the tests; swift build --product amanah") }
      // A program that ends too early must not end the tests.
      signal(SIGPIPE, SIG_IGN)
      try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
      for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: "\(scratch)/\(name)", contents: nil) }
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = Tool.environment(environment)
      process.standardInput = input
      process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
      process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
      try process.run()
    }

    var identifier: Int32 { process.processIdentifier }

    /// Comes back when the program has taken all but what a pipe holds.
    func write(_ data: Data) { try? input.fileHandleForWriting.write(contentsOf: data) }

    /// Sends the signal; the status is that of the signal that ended the program, or of its exit.
    func end(_ signal: Int32) throws -> Outcome {
      kill(identifier, signal)
      process.waitUntilExit()
      try input.fileHandleForWriting.close()
      defer { try? FileManager.default.removeItem(atPath: scratch) }
      return Outcome(
        output: try String(contentsOfFile: scratch + "/out", encoding: .utf8),
        errors: try String(contentsOfFile: scratch + "/err", encoding: .utf8), status: process.terminationStatus)
    }
  }
}
