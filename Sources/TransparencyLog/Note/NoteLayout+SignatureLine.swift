import Cryptography

extension NoteLayout.SignatureLine {
  /// The signature line that `line` of `bytes` holds, without its line feed.
  init(parsing line: Range<Int>, of bytes: UnsafeRawBufferPointer) throws(NoteError.SignatureFault) {
    let prefix = NoteFormat.signaturePrefix
    guard line.count >= prefix.count, unsafe bytes[line.lowerBound..<(line.lowerBound + prefix.count)].elementsEqual(prefix)
    else {
      throw .prefix
    }
    let nameStart = line.lowerBound + prefix.count
    var nameEnd = nameStart
    while nameEnd < line.upperBound, unsafe bytes[nameEnd] != UInt8(ascii: " ") { nameEnd += 1 }
    guard unsafe KeyName.isValid(UnsafeRawBufferPointer(rebasing: bytes[nameStart..<nameEnd])) else { throw .name }
    guard nameEnd + 1 < line.upperBound else { throw .base64 }
    let encoded = (nameEnd + 1)..<line.upperBound
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[encoded])
    guard unsafe Base64.isCanonical(text), let count = unsafe Base64.decodedCount(text) else { throw .base64 }
    guard count >= NoteFormat.minimumSignatureByteCount else { throw .tooShort }
    var head: (UInt32, UInt16) = (0, 0)
    // Eight characters spell six bytes, of which the first four are the key id.
    unsafe withUnsafeMutableBytes(of: &head) { output in
      _ = unsafe Base64.decode(UnsafeRawBufferPointer(rebasing: text[..<8]), into: output)
    }
    name = nameStart..<nameEnd
    self.encoded = encoded
    keyID = UInt32(bigEndian: head.0)
    signatureByteCount = count - 4
  }

  /// Whether this line of the note in `bytes` bears the name and id of `key`.
  public func isBy(_ key: VerifierKey, in bytes: UnsafeRawBufferPointer) -> Bool {
    unsafe keyID == key.keyID && key.name.matches(UnsafeRawBufferPointer(rebasing: bytes[name]))
  }

  /// Calls `body` with the decoded signature bytes, without the key id.
  public func withSignature<Result>(
    in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[encoded])
    return unsafe withUnsafeTemporaryAllocation(byteCount: signatureByteCount + 4, alignment: 1) { decoded in
      // The text was canonical when the line was parsed.
      _ = unsafe Base64.decode(text, into: decoded)
      return unsafe body(UnsafeRawBufferPointer(rebasing: decoded[4...]))
    }
  }
}

extension NoteLayout {
  /// Whether signature line `line` of the note in `bytes` is `key`'s signature of the text. The caller has matched name and id.
  /// Safe to call from many threads.
  public func isValid(_ line: SignatureLine, by key: VerifierKey, in bytes: UnsafeRawBufferPointer) -> Bool {
    unsafe line.withSignature(in: bytes) { signature in
      unsafe key.isValidSignature(signature, for: UnsafeRawBufferPointer(rebasing: bytes[text]))
    }
  }
}
