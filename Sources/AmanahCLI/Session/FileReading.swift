import Foundation
import Intake
import Language

/// The bytes of a file that the user named.
///
/// - Throws: `CommandFailure.failed` when there is none, or it cannot be read.
func readFile(_ path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw CommandFailure.failed(Bilingual(id: "\(path): tidak terbaca", en: "\(path): cannot be read"))
  }
  return [UInt8](data)
}

/// Reads a table; columns that are not as they must be are told with the file that they are missing from.
///
/// - Throws: `CommandFailure.refused`, and whatever `body` throws else.
func readingColumns<Result>(of path: String, _ body: () async throws -> Result) async throws -> Result {
  do { return try await body() } catch let error as ColumnError {
    throw CommandFailure.refused(Bilingual("\(path): ") + error.words)
  }
}
