import Foundation
import GRDBSQLite
import LimitSodium

/// What the run ran on.
enum Machine {
  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  static var name: String {
    let lines = text("/proc/cpuinfo").split(separator: "\n")
    let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return model ?? ProcessInfo.processInfo.operatingSystemVersionString
  }

  static var libraries: String {
    let sodium = unsafe String(cString: sodium_version_string())
    let sqlite = unsafe String(cString: sqlite3_libversion())
    return "libsodium \(sodium), SQLite \(sqlite)"
  }

  /// Average number of processes that wanted a core in the last minute.
  static var load: String { text("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "?" }

  /// The most memory that this process has had, in bytes.
  static func peakByteCount() throws -> Double {
    let lines = text("/proc/self/status").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }), let kilobytes = line.split(separator: " ").dropFirst().first,
      let value = Double(kilobytes)
    else { throw BenchError("/proc/self/status has no VmHWM") }
    return value * 1024
  }

  private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
