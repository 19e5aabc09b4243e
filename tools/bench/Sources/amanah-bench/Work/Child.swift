import Foundation
import Ledger
import TransparencyLog

/// A process of its own, so that its memory is its own.
enum Child {
  /// What the program wrote to its standard output.
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchError("\(program): exit status \(process.terminationStatus)") }
    return String(decoding: data, as: UTF8.self)
  }

  /// Peak memory in bytes of a child that does `work` with a ledger and nothing else.
  static func peakByteCount(_ work: Work, _ ledger: BenchLedger) throws -> Double {
    let text = try run(Options.program, ["--child", work.rawValue, ledger.directory.path])
    guard let bytes = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw BenchError("a child said \(text)")
    }
    return bytes
  }

  /// What a child may be asked to do; also what to run under a profiler.
  enum Work: String, CaseIterable {
    /// Opens the ledger and does nothing: what the program itself takes.
    case open
    case audit
    case replay
  }

  /// The child's side: prints the peak.
  static func work(_ work: Work, path: String) async throws {
    let ledger = try BenchLedger(path: path)
    switch work {
    case .open: _ = try ledger.reader().checkpoint()
    case .audit: _ = try await Auditing(ledger: ledger, events: 0).run()
    case .replay:
      let reader = try ledger.reader()
      _ = try StateReplay(source: reader.entries).run(size: try reader.checkpoint().checkpoint.size)
    }
    print(Int(try Machine.peakByteCount()))
  }
}
