import Admission
import Cryptography
import TransparencyLog
@testable import Vocabulary

/// How an input is cut: a byte that no note may hold ends a block.
enum Split {
  static let mark: UInt8 = 0x1E

  static func blocks(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: mark, omittingEmptySubsequences: true)
  }

  static func entries(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { blocks(bytes) }
}

/// Makes notes of blocks: mends what nobody would guess (signatures, hashes, numbers), and leaves the rest as it came.
///
/// A block is one character of options and a note, whose signature lines may be names only. Options: 1 the header's `sequence`, `previous`
/// and `ledger` are mended, 2 the signatures are made, 4 `seen` is the newest head, 8 a day passes.
struct NoteDesk {
  mutating func note(_ block: ArraySlice<UInt8>, authority: Authority, builder: TileBuilder) -> (note: [UInt8], delay: Int64) {
    guard let options = block.first else { return ([], 0) }
    let bytes = Array(block.dropFirst())
    let delay: Int64 = options & 8 != 0 ? 86_400_000 : 1
    guard let layout = try? NoteLayout(parsing: bytes) else { return (bytes, delay) }
    var text = Array(bytes[layout.text])
    if options & 1 != 0, let mended = Self.mend(text, bytes, options & 4 != 0, authority, builder) { text = mended }
    guard options & 2 != 0 else { return (text + bytes[layout.text.upperBound...], delay) }
    var note = text + [0x0A]
    for line in layout.signatures {
      guard let name = String(validating: bytes[line.name], as: UTF8.self) else { continue }
      Keys.signer(name).sign(text).append(to: &note)
    }
    return (note, delay)
  }

  private static func mend(
    _ text: [UInt8], _ note: [UInt8], _ hasSeen: Bool, _ authority: Authority, _ builder: TileBuilder
  ) -> [UInt8]? {
    guard let parts = try? UnverifiedAuthorNote(parsing: note) else { return nil }
    var header = parts.header
    let key = authority.key(named: header.author)
    header.ledger = Keys.origin
    header.sequence = (key?.sequence ?? 0) + 1
    header.previous = key?.head ?? .zero
    header.seen = hasSeen ? Head(size: Int(builder.size.rawValue), root: builder.root) : header.seen
    var output = EventOutput(appendingTo: Array("\(AuthorNote.domain)\n".utf8))
    guard (try? header.write(to: &output)) != nil else { return nil }
    var mended = output.bytes + [0x0A]
    for line in parts.events { mended += note[line] + [0x0A] }
    return mended
  }
}

extension NoteLayout {
  init(parsing bytes: [UInt8]) throws {
    self = try unsafe bytes.withUnsafeBytes { try unsafe NoteLayout(parsing: $0) }
  }
}
