import TransparencyLog

// The names that `Tests/Vectors/transparency-log/README.md` gives to refusals.

extension KeyTextError {
  var refusal: String {
    switch self {
    case .invalidName: "invalidName"
    case .malformed: "malformed"
    case .unknownType: "unknownType"
    case .wrongKeyID: "wrongKeyID"
    case .invalidKey: "invalidKey"
    }
  }
}

extension NoteError {
  var refusal: String {
    switch self {
    case .tooLarge: "tooLarge"
    case .invalidUTF8(let offset): "invalidUTF8 \(offset)"
    case .controlCharacter(let offset): "controlCharacter \(offset)"
    case .noSignatures: "noSignatures"
    case .unterminated: "unterminated"
    case .tooManySignatures: "tooManySignatures"
    case .malformedSignature(let line, let fault): "malformedSignature \(line) \(fault)"
    case .noKnownKey: "noKnownKey"
    case .invalidSignature: "invalidSignature"
    case .duplicateSignature: "duplicateSignature"
    case .textUnterminated: "textUnterminated"
    }
  }
}

extension CheckpointError {
  var refusal: String {
    switch self {
    case .note(let error): "note \(error.refusal)"
    case .wrongOrigin: "wrongOrigin"
    case .missingLine(let line): "missingLine \(line)"
    case .invalidOrigin: "invalidOrigin"
    case .invalidSize: "invalidSize"
    case .invalidRoot: "invalidRoot"
    case .extensionLines: "extensionLines"
    }
  }
}

extension ProofError {
  var refusal: String {
    switch self {
    case .positionOutOfRange: "positionOutOfRange"
    case .sizesOutOfOrder: "sizesOutOfOrder"
    case .wrongLength: "wrongLength"
    case .rootMismatch: "rootMismatch"
    case .oldRootMismatch: "oldRootMismatch"
    }
  }
}

extension EntryBundle.Failure {
  var refusal: String {
    switch self {
    case .entryTooLong: "entryTooLong"
    case .truncated(let offset): "truncated \(offset)"
    case .wrongCount: "wrongCount"
    }
  }
}

extension TlogProofError {
  var refusal: String {
    switch self {
    case .malformed(let line, _): "malformed \(line)"
    case .note(let error): "note \(error.refusal)"
    case .checkpoint(.note(let error)): "checkpoint \(error.refusal)"
    case .checkpoint(let error): "checkpoint \(error.refusal)"
    case .inclusion(let error): "inclusion \(error.refusal)"
    }
  }
}
