public import Admission
public import Language

/// What a finding code means, in a sentence for somebody who has not read SPEC: what is so, and for a refused note what to do.
///
/// The detail beside it ("expected …, found …") is for whoever looks for the cause, and is English everywhere.
public enum FindingWording {
  /// The sentence for `code`.
  public static func of(_ code: FindingCode) -> Bilingual {
    notes[code] ?? signatures[code] ?? events[code] ?? entries[code] ?? checkpoints[code] ?? Bilingual(code.rawValue)
  }
}
