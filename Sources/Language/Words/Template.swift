/// A sentence with named gaps: `{name}` is a gap, and a part in square brackets is left out when a gap inside it has no filling.
///
/// Brackets do not nest. A gap outside brackets without filling is written as `–`. Templates are data of our own,
/// so there is no way to write a literal brace or bracket.
public struct Template: Hashable, Sendable {
  private let source: String

  /// A sentence as it is written, with its gaps and brackets.
  public init(_ source: String) { self.source = source }

  /// The names of all gaps, in order.
  public var gaps: [String] {
    var names: [String] = []
    for part in parts {
      for piece in part.pieces { if case .gap(let name) = piece { names.append(name) } }
    }
    return names
  }

  /// The sentence with its gaps filled by `fill`, which returns nil where there is nothing to say.
  public func filled(_ fill: (String) -> String?) -> String {
    var text = ""
    for part in parts {
      var words = ""
      var isComplete = true
      for piece in part.pieces {
        switch piece {
        case .words(let literal): words += literal
        case .gap(let name):
          if let filling = fill(name) { words += filling } else { isComplete = false; words += "–" }
        }
      }
      if isComplete || !part.isOptional { text += words }
    }
    return text
  }

  /// The sentence with its gaps `{0}`, `{1}` … filled in the order of `fillings`.
  public func filled(_ fillings: [String]) -> String {
    filled { name in Int(name).flatMap { fillings.indices.contains($0) ? fillings[$0] : nil } }
  }

  private enum Piece {
    case words(String)
    case gap(String)
  }

  private struct Part {
    var isOptional: Bool
    var pieces: [Piece] = []
  }

  private var parts: [Part] {
    var parts: [Part] = [Part(isOptional: false)]
    var words = ""
    func close(_ part: inout Part, asGap: Bool = false) {
      if asGap { part.pieces.append(.gap(words)) } else if !words.isEmpty { part.pieces.append(.words(words)) }
      words = ""
    }
    for character in source {
      let last = parts.count - 1
      switch character {
      case "[", "]":
        close(&parts[last])
        parts.append(Part(isOptional: character == "["))
      case "{": close(&parts[last])
      case "}": close(&parts[last], asGap: true)
      default: words.append(character)
      }
    }
    close(&parts[parts.count - 1])
    return parts
  }
}
