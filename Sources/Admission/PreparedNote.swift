public import Cryptography
import TransparencyLog
public import Vocabulary

/// An author note with everything done that needs no knowledge of the ledger's state: parsed, its events read, its signatures
/// verified against the keys known so far. Made on many threads; judged by `Authority`, in order, on one.
///
/// A class, so that handing it from thread to thread copies nothing of it.
public final class PreparedNote: Sendable {
  /// What became of one signature line.
  enum SignatureCheck: Hashable, Sendable {
    /// By the key at this index of the directory, and valid.
    case valid(Int)
    /// By the key at this index of the directory, and not valid.
    case invalid
    /// By no key that the directory had. The key may have been granted since.
    case unknown
  }

  /// The note's parts.
  public let note: UnverifiedAuthorNote
  /// SHA-256 of the signed text.
  public let textDigest: Digest
  let signatures: [SignatureCheck]
  /// The events in order, or why they are refused.
  public let events: Result<[Event], Refusal>

  /// Prepares the note in `bytes`.
  ///
  /// - Throws: `Refusal` with `note.malformed`.
  public init(_ bytes: UnsafeRawBufferPointer, keys: KeyDirectory) throws(Refusal) {
    do { note = try unsafe UnverifiedAuthorNote(parsing: bytes) } catch { throw Refusal(.noteMalformed, error.description) }
    textDigest = unsafe note.textDigest(in: bytes)
    let layout = note.layout
    signatures = layout.signatures.map { line in
      guard let index = unsafe keys.index(of: line, in: bytes) else { return .unknown }
      return unsafe layout.isValid(line, by: keys.keys[index], in: bytes) ? .valid(index) : .invalid
    }
    events = unsafe Self.read(note, bytes)
  }

  private static func read(_ note: UnverifiedAuthorNote, _ bytes: UnsafeRawBufferPointer) -> Result<[Event], Refusal> {
    var events: [Event] = []
    events.reserveCapacity(note.events.count)
    for (place, line) in note.events.enumerated() {
      do { events.append(try unsafe EventReader.read(UnsafeRawBufferPointer(rebasing: bytes[line]))) } catch {
        return .failure(Refusal(error, place: place))
      }
    }
    return .success(events)
  }
}

extension Refusal {
  /// The code that SPEC 7.1 gives to an event that cannot be read.
  init(_ error: EventError, place: Int) {
    let code: FindingCode =
      switch error.category {
      case .malformed: .eventMalformed
      case .type: .eventType
      case .schema: .eventSchema
      }
    self.init(code, error.description, place: place)
  }
}
