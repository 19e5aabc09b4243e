/// Why a pass-phrase-encrypted secret does not open, or could not be made.
public enum EncryptedSecretError: Error, Equatable, Sendable {
  /// The text is not an `amanah/secret/v1` file; `line` counts from 1 and `expected` says what should stand there.
  case malformed(line: Int, expected: String)
  /// The file asks for more work or memory than ``EncryptedSecret/maximumCost``, or less than ``EncryptedSecret/minimumCost``.
  case costOutOfRange(operations: UInt64, memoryBytes: UInt64)
  /// The machine could not provide the memory that the pass phrase hash needs.
  case outOfMemory(memoryBytes: UInt64)
  /// A wrong pass phrase, or changed bytes: the two cannot be told apart.
  case wrongPassphraseOrDamaged
}

extension EncryptedSecretError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed(let line, let expected): "line \(line) of the encrypted secret: expected \(expected)"
    case .costOutOfRange(let operations, let memoryBytes):
      "the encrypted secret asks for \(operations) passes over \(memoryBytes) bytes, which is outside the accepted range"
    case .outOfMemory(let memoryBytes): "the pass phrase hash needs \(memoryBytes) bytes of memory, which are not available"
    case .wrongPassphraseOrDamaged: "the pass phrase is wrong, or the file was changed"
    }
  }
}
