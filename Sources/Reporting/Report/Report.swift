public import Compliance

/// A judgement with what is needed to write about it: where it came from and what its codes are called.
///
/// Renderers only arrange and count what the judgement says; no verdict is computed here.
public struct Report: Sendable {
  public var provenance: Provenance
  public var judgement: Judgement
  public var names: Names

  public init(provenance: Provenance, judgement: Judgement, names: Names) {
    self.provenance = provenance
    self.judgement = judgement
    self.names = names
  }
}
