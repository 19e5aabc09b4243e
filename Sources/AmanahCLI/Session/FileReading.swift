import Foundation
import Intake
import Language

/// The bytes of a file that the user named.
///
/// - Parameter limit: as many as it may hold; of a larger file one more is read, and no others.
/// - Throws: `CommandFailure.failed` when there is none, or it cannot be read.
func readFile(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
  var status = stat()
  let isLarge = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > limit
  let data =
    isLarge ? try? FileHandle(forReadingAtPath: path)?.read(upToCount: limit + 1) : FileManager.default.contents(atPath: path)
  guard let data else {
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
