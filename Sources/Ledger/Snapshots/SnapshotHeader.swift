import Cryptography
import TransparencyLog

/// What the log's key signs about a snapshot (SPEC 12): of which entries it is, by which program, and what its bytes hash to.
///
/// ```
/// amanah/snapshot/v1
/// <origin>
/// <size>
/// <base64 of the root>
/// <base64 of the last entry's leaf hash>
/// <base64 of the program>
/// <bytes of the state>
/// <base64 of their SHA-256>
/// ```
struct SnapshotHeader: Hashable {
  /// Bytes before the state: the signed note, then zeros.
  static let byteCount = 4096
  private static let domain = "amanah/snapshot/v1"

  var origin: String
  var size: TreeSize
  var root: Digest
  var leaf: Digest
  var program: Digest
  var stateByteCount: UInt64
  var stateDigest: Digest

  private var text: String {
    "\(Self.domain)\n\(origin)\n\(size)\n\(root)\n\(leaf)\n\(program)\n\(stateByteCount)\n\(stateDigest)\n"
  }

  /// The note and the zeros behind it; nil where the note is too long or cannot be signed.
  func signed(by signer: SignerKey) -> [UInt8]? {
    guard var bytes = try? SignedNote.sign(Array(text.utf8), with: [signer]).bytes, bytes.count <= Self.byteCount else {
      return nil
    }
    bytes += [UInt8](repeating: 0, count: Self.byteCount - bytes.count)
    return bytes
  }

  /// The header that these bytes are, if `key` signed it.
  init(_ bytes: [UInt8], signedBy key: VerifierKey) throws(SnapshotProblem.Reason) {
    let end = bytes.firstIndex(of: 0) ?? bytes.endIndex
    guard bytes[end...].allSatisfy({ $0 == 0 }) else { throw .damaged("there is something behind its signature") }
    let note: SignedNote
    do { note = try SignedNote.open(Array(bytes[..<end]), verifiers: [key]) } catch { throw .notSigned }
    let lines = String(decoding: note.text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 9, lines[0] == Self.domain, let size = UInt64(lines[2]).map(TreeSize.init(_:)),
      let root = Digest(base64: lines[3]),
      let leaf = Digest(base64: lines[4]), let program = Digest(base64: lines[5]), let count = UInt64(lines[6]),
      let digest = Digest(base64: lines[7])
    else { throw .damaged("what was signed is no snapshot") }
    self.init(
      origin: String(lines[1]), size: size, root: root, leaf: leaf, program: program, stateByteCount: count, stateDigest: digest)
    // One spelling only.
    guard text.utf8.elementsEqual(note.text) else { throw .damaged("what was signed is no snapshot") }
  }

  init(
    origin: String, size: TreeSize, root: Digest, leaf: Digest, program: Digest, stateByteCount: UInt64, stateDigest: Digest
  ) {
    self.origin = origin
    self.size = size
    self.root = root
    self.leaf = leaf
    self.program = program
    self.stateByteCount = stateByteCount
    self.stateDigest = stateDigest
  }
}
