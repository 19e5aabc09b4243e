import Foundation

/// The files in `Tests/Vectors`.
enum Vectors {
  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Vectors/\(path)")))
  }

  static func load<Content: Decodable>(_ path: String, as type: Content.Type = Content.self) throws -> Content {
    try JSONDecoder().decode(Content.self, from: Data(bytes(path)))
  }
}

/// Bytes in base64.
struct Encoded: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    bytes = Array(try decoder.singleValueContainer().decode(Data.self))
  }
}
