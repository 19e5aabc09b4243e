import Foundation

/// The bytes of a file that the user named.
///
/// - Throws: `CommandFailure.failed` when there is none, or it cannot be read.
func readFile(_ path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw CommandFailure.failed(say("\(path): tidak terbaca", "\(path): cannot be read"))
  }
  return [UInt8](data)
}
