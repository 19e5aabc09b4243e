import Language
import TransparencyLog

/// An entry, or an event in it, as reports name them: `57` or `57.3`.
struct EntryPosition {
  let position: Position
  /// The place of the event in its note, from 0; nil where only the entry is named.
  let place: Int?

  /// - Throws: `CommandFailure.usage` for anything else.
  init(_ text: String) throws {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumber, parts.count <= 2, let position = UInt64(parts[0]).map(Position.init(_:)) else { throw Self.refusal(text) }
    self.position = position
    guard parts.count == 2 else {
      place = nil
      return
    }
    guard let place = Int(parts[1]), place < 256 else { throw Self.refusal(text) }
    self.place = place
  }

  private static func refusal(_ text: String) -> CommandFailure {
    .usage(
      Bilingual(
        id: "\(text): seharusnya posisi seperti 57 atau 57.3, seperti dalam laporan",
        en: "\(text): expected a position such as 57 or 57.3, as in reports"))
  }
}
