import Cryptography
import Foundation
import Testing
import TransparencyLog

/// The files in `Tests/Vectors/transparency-log`.
enum Vectors {
  static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Vectors/transparency-log/\(name).json")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
  }
}

/// Hexadecimal in vectors.
struct Hex: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let digits = Array(text.utf8)
    bytes = try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16))
    }
  }
}

/// A hash in vectors.
struct Hash: Decodable {
  let digest: Digest

  init(from decoder: any Decoder) throws {
    digest = try #require(Digest(base64: decoder.singleValueContainer().decode(String.self)))
  }
}
