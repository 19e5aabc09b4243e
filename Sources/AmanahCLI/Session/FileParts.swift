import Foundation
import Language
import Ledger
import LedgerStore

/// A file that the user named, part by part, with what is shown on the way.
final class FileParts {
  private static let partByteCount = 1 << 18

  private let file: FileHandle
  private let name: Bilingual
  private let size: UInt64
  private let progress: Progress
  private var done: UInt64 = 0

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `CommandFailure.failed` when there is none.
  init(_ path: String, _ console: Console) throws(CommandFailure) {
    progress = console.progress(Bilingual(path))
    guard path != "-" else {
      (file, size) = (FileHandle.standardInput, 0)
      name = Bilingual(id: "masukan baku (standard input)", en: "standard input")
      return
    }
    guard let opened = FileHandle(forReadingAtPath: path) else {
      throw .failed(
        Bilingual(
          id: "\(path): berkas tidak ada atau tidak terbaca", en: "\(path): the file is missing or cannot be read"))
    }
    (file, name) = (opened, Bilingual(path))
    size = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: 0)
  }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: `CommandFailure.failed` where they cannot be read.
  func next() throws(CommandFailure) -> [UInt8]? {
    progress.update(done, of: size)
    let data: Data?
    do { data = try file.read(upToCount: Self.partByteCount) } catch {
      throw .failed(name + Bilingual(": ") + FileWork.reading.words + Bilingual(": ") + FileReason(error).words)
    }
    guard let data, !data.isEmpty else {
      progress.finish()
      return nil
    }
    done += UInt64(data.count)
    return [UInt8](data)
  }
}
