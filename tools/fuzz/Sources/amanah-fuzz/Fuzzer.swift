/// One reader, or several that read the same bytes, and what must hold of them whatever the bytes are.
struct Fuzzer: Sendable {
  let name: String
  /// Options of libFuzzer that this one needs, such as the length up to which inputs make sense.
  var options: [String] = []
  let run: @Sendable ([UInt8]) -> Void

  static let all: [Fuzzer] = [
    .event, .note, .entry, .checkpoint, .bundle, .receipt, .proof, .path, .keyText, .secret, .value, .csv, .list, .table,
    .eventFile,
    .settings, .seal, .log, .ledger, .snapshot, .rows,
  ]
}

/// Stops the fuzzer, which keeps the input, where a law does not hold.
func law(_ holds: Bool, _ text: @autoclosure () -> String, line: Int = #line) {
  guard holds else { fatalError("law broken, line \(line): \(text())") }
}

/// The value, or nil where reading refused: refusing is always allowed.
func accepted<Value>(_ read: () throws -> Value) -> Value? { try? read() }

/// What is made of the input besides its bytes: small numbers from its beginning.
struct Dice {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func number() -> UInt64 { (0..<8).reduce(0) { value, _ in value << 8 | UInt64(byte()) } }

  mutating func take(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
