public import Cryptography

/// What a log says about itself at one size: C2SP tlog-checkpoint without extension lines.
///
/// ```
/// <origin>
/// <size>
/// <base64 of the root>
/// ```
public struct Checkpoint: Hashable, Sendable {
  /// The name of the log, which is also the name of its key.
  public let origin: KeyName
  /// The number of entries.
  public let size: TreeSize
  /// The root over these entries.
  public let root: Digest

  public init(origin: KeyName, size: TreeSize, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The note text: three lines, each with its line feed.
  public var text: [UInt8] { Array("\(origin)\n\(size)\n\(root.base64)\n".utf8) }

  /// The checkpoint that a note text spells, of `largestSize` entries at most. The origin is looked at last.
  ///
  /// - Throws: ``CheckpointError``.
  public init(parsing text: UnsafeRawBufferPointer, largestSize: UInt64 = .max) throws(CheckpointError) {
    var lines: [Range<Int>] = []
    var start = 0
    for offset in 0..<text.count where unsafe text[offset] == NoteFormat.lineFeed {
      lines.append(start..<offset)
      start = offset + 1
      if lines.count == 3 { break }
    }
    guard lines.count == 3 else { throw .missingLine(lines.count + 1) }
    guard start == text.count else { throw .extensionLines }
    guard let size = unsafe TreeSize(decimal: UnsafeRawBufferPointer(rebasing: text[lines[1]])), size.rawValue <= largestSize
    else { throw .invalidSize }
    guard let root = unsafe Digest(base64: UnsafeRawBufferPointer(rebasing: text[lines[2]])) else { throw .invalidRoot }
    guard let origin = unsafe KeyName(utf8: UnsafeRawBufferPointer(rebasing: text[lines[0]])) else { throw .invalidOrigin }
    self.init(origin: origin, size: size, root: root)
  }

  /// The signed checkpoint.
  ///
  /// - Throws: ``CheckpointError/wrongOrigin(expected:found:)`` unless the key has the name of the log.
  public func sign(with signer: SignerKey) throws(CheckpointError) -> SignedCheckpoint {
    guard signer.name == origin else { throw .wrongOrigin(expected: signer.name, found: origin) }
    do {
      return SignedCheckpoint(note: try SignedNote.sign(text, with: [signer]), checkpoint: self)
    } catch {
      throw .note(error)
    }
  }
}
