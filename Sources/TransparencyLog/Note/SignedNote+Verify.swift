extension SignedNote {
  /// The keys among `keys` that signed the text, in the order of their lines. Signatures by other keys are ignored.
  ///
  /// - Throws: ``NoteError/noKnownKey``; ``NoteError/invalidSignature(_:keyID:)`` where a known key's line does not verify;
  ///   ``NoteError/duplicateSignature(_:keyID:)`` where a known key has two lines.
  public func verify(with keys: [VerifierKey]) throws(NoteError) -> [VerifierKey] {
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(NoteError) in
      try unsafe layout.verify(UnsafeRawBufferPointer(buffer), with: keys)
    }
  }

  /// The note that `bytes` are, verified with `keys`.
  ///
  /// - Throws: as ``init(parsing:)`` and ``verify(with:)``.
  public static func open(_ bytes: [UInt8], verifiers keys: [VerifierKey]) throws(NoteError) -> SignedNote {
    let note = try SignedNote(parsing: bytes)
    _ = try note.verify(with: keys)
    return note
  }
}

extension NoteLayout {
  /// The keys among `keys` that signed the note in `bytes`, which this layout was parsed from. Safe to call from many threads.
  ///
  /// - Throws: as ``SignedNote/verify(with:)``.
  public func verify(_ bytes: UnsafeRawBufferPointer, with keys: [VerifierKey]) throws(NoteError) -> [VerifierKey] {
    var verified: [VerifierKey] = []
    for line in signatures {
      guard let key = keys.first(where: { unsafe line.isBy($0, in: bytes) }) else { continue }
      guard !verified.contains(key) else { throw .duplicateSignature(key.name, keyID: key.keyID) }
      guard unsafe isValid(line, by: key, in: bytes) else { throw .invalidSignature(key.name, keyID: key.keyID) }
      verified.append(key)
    }
    guard !verified.isEmpty else { throw .noKnownKey }
    return verified
  }
}
