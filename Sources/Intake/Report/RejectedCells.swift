/// The cells of refused rows as they stood in the file, personal data included: never to leave the officer's machine.
public struct RejectedCells: Hashable, Sendable {
  /// The first row of the file.
  public internal(set) var header: [String] = []
  /// The cells of each refused row, by its number.
  public internal(set) var rows: [Int: [String]] = [:]
}
