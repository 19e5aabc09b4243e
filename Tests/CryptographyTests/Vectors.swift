import Cryptography
import Foundation
import Testing

/// The files in `Tests/Vectors/transparency-log`.
enum Vectors {
  static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Vectors/transparency-log/\(name).json")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
  }
}

/// Hexadecimal, in vectors and in tests.
struct Hex: Decodable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(stringLiteral text: String) {
    let digits = Array(text.utf8)
    bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
    }
    precondition(bytes.count * 2 == digits.count, "not hexadecimal")
  }

  init(from decoder: any Decoder) throws {
    self.init(stringLiteral: try decoder.singleValueContainer().decode(String.self))
  }
}
