import Admission
public import Language

extension RowRefusal {
  /// Why the rows are not recorded.
  public var words: Bilingual {
    switch cause {
    case .refused(let refusal): Bilingual(refusal.description)
    case .key(let error): error.words
    case .note(let error): Bilingual("\(error)")
    case .event(let error): error.words
    }
  }
}
