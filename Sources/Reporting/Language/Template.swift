/// A sentence with named gaps: `{name}` is a gap, and a part in square brackets is left out when a gap inside it has no filling.
///
/// Brackets do not nest. A gap outside brackets without filling is written as `–`. Templates are data of this target,
/// so there is no way to write a literal brace or bracket.
struct Template: Hashable, Sendable {
  private let source: String

  init(_ source: String) { self.source = source }

  /// The names of all gaps, in order.
  var gaps: [String] {
    var names: [String] = []
    for part in parts {
      for piece in part.pieces { if case .gap(let name) = piece { names.append(name) } }
    }
    return names
  }

  /// The sentence with its gaps filled by `fill`, which returns nil where there is nothing to say.
  func filled(_ fill: (String) -> String?) -> String {
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
