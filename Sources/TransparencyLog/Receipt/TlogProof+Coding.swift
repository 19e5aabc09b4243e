import Cryptography

extension TlogProof {
  /// The text of the receipt, to be stored as `.tlog-proof`.
  public func encode() -> [UInt8] {
    var bytes = Array("\(Self.firstLine)\n".utf8)
    if let extra {
      bytes.append(contentsOf: "extra ".utf8)
      Base64.append(extra, to: &bytes)
      bytes.append(NoteFormat.lineFeed)
    }
    bytes.append(contentsOf: "index \(position)\n".utf8)
    for hash in path {
      Base64.append(hash, to: &bytes)
      bytes.append(NoteFormat.lineFeed)
    }
    bytes.append(NoteFormat.lineFeed)
    return bytes + checkpoint.bytes
  }

  /// The receipt that `bytes` are. Nothing is verified before ``check(leaf:verifier:)``.
  ///
  /// - Throws: ``TlogProofError/malformed(line:expected:)``, ``TlogProofError/note(_:)``.
  public init(parsing bytes: [UInt8]) throws(TlogProofError) {
    var lines = ReceiptLines(bytes: bytes)
    guard let first = lines.next(), first.elementsEqual(Self.firstLine.utf8) else {
      throw .malformed(line: 1, expected: Self.firstLine)
    }
    var line = lines.next()
    var extra: [UInt8]?
    if let text = line.flatMap({ Self.value(of: "extra ", in: $0) }) {
      guard let data = Base64.decode(text) else { throw .malformed(line: lines.number, expected: "extra <base64>") }
      extra = data
      line = lines.next()
    }
    guard let index = line.flatMap({ Self.value(of: "index ", in: $0) }).flatMap({ StrictDecimal.decode($0) }) else {
      throw .malformed(line: lines.number, expected: "index <decimal>")
    }
    var path: [Digest] = []
    while true {
      guard let line = lines.next() else { throw .malformed(line: lines.number, expected: "an empty line before the checkpoint") }
      if line.isEmpty { break }
      guard let hash = Digest(base64: line) else { throw .malformed(line: lines.number, expected: "the base64 of 32 bytes") }
      guard path.count < Self.maximumPathCount else {
        throw .malformed(line: lines.number, expected: "at most \(Self.maximumPathCount) hashes")
      }
      path.append(hash)
    }
    do {
      self.init(extra: extra, position: Position(index), path: path, checkpoint: try SignedNote(parsing: Array(lines.rest)))
    } catch {
      throw .note(error)
    }
  }

  private static func value(of keyword: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: keyword.utf8) ? line.dropFirst(keyword.utf8.count) : nil
  }
}

/// The lines of a receipt, one after the other, with the number of the one read last (from 1).
private struct ReceiptLines {
  private(set) var rest: ArraySlice<UInt8>
  private(set) var number = 0

  init(bytes: [UInt8]) { rest = bytes[...] }

  /// The next line without its line feed, or nil where no line feed is left.
  mutating func next() -> ArraySlice<UInt8>? {
    number += 1
    guard let end = rest.firstIndex(of: NoteFormat.lineFeed) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}
