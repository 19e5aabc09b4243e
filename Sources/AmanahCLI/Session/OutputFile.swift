import Ledger

/// Text on its way to standard output, part by part, or into a file, which is there completely or not at all.
struct OutputFile: TextOutputStream {
  private static let partByteCount = 1 << 16

  private let path: String?
  private let console: Console
  private var buffer = ""

  /// Writes to the file `path`, or to standard output.
  init(_ path: String?, _ console: Console) {
    self.path = path
    self.console = console
  }

  mutating func write(_ text: String) {
    buffer += text
    guard path == nil, buffer.utf8.count >= Self.partByteCount else { return }
    console.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes the rest, or the file.
  ///
  /// - Throws: `LedgerError.file`; what was under the name is there still.
  mutating func finish() throws {
    guard let path else { return console.write(buffer) }
    try DurableFile.replace(path, with: Array(buffer.utf8))
  }
}
