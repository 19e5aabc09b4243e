/// What a right comes to: violated before not assessable before met. Missing data is never compliance.
public enum VerdictOutcome: String, CaseIterable, Hashable, Sendable, Codable {
  case met
  case violated
  case notAssessable
}
