public import Compliance
import Cryptography
import TransparencyLog
import Vocabulary

/// Folds a log into its state without verifying it: for whoever verified it before, or wrote it.
public struct StateReplay {
  private let source: any AuditSource

  /// A replay of `source`.
  public init(source: any AuditSource) { self.source = source }

  /// The state of the first `size` entries.
  ///
  /// - Parameters:
  ///   - total: the size of the log, where it is larger: published files are those of one size.
  ///   - start: the state of the first entries of this log; they are not read again.
  ///   - visit: called with the state after each entry, and first with the one that it starts from.
  /// - Throws: `LedgerError.log` where an entry cannot be read.
  public func run(
    size: UInt64, of total: UInt64? = nil, from start: consuming LedgerState = LedgerState(),
    progress: (UInt64, UInt64) -> Void = { _, _ in }, visit: ((LedgerState) -> Void)? = nil
  ) throws(LedgerError) -> LedgerState {
    var state = consume start
    visit?(state)
    var fold = EntryFold()
    var position = state.size
    while position < size {
      let limit = Int(min(4096, size - position))
      let chunk = try source.read(from: position, limit: limit, size: total ?? size)
      if let problem = chunk.problem, chunk.items.isEmpty { throw .log(reason: problem.description) }
      let taken = chunk.items.prefix(limit)
      for item in taken {
        let failure: LedgerError? = unsafe chunk.bytes.withUnsafeBytes { bytes in
          do throws(LedgerError) {
            try unsafe fold.apply(UnsafeRawBufferPointer(rebasing: bytes[item.range]), to: &state)
            return nil
          } catch { return error }
        }
        if let failure { throw failure }
        visit?(state)
      }
      position += UInt64(taken.count)
      progress(position, size)
    }
    return state
  }
}

/// Folds entries that need no verifying.
public struct EntryFold {
  // Signers repeat from entry to entry; comparing bytes is cheaper than making strings.
  private var lastSigners: [String] = []
  private var events: [Event] = []

  /// A fold that has seen nothing.
  public init() {}

  /// Folds one entry.
  ///
  /// - Throws: `LedgerError.log` where the entry cannot be read.
  public mutating func apply(_ bytes: UnsafeRawBufferPointer, to state: inout LedgerState) throws(LedgerError) {
    do {
      let entry = try unsafe UnverifiedEntry(parsing: bytes)
      let octets = unsafe UnsafeRawBufferPointer(rebasing: bytes[entry.note])
      let note = try unsafe UnverifiedAuthorNote(parsing: octets)
      unsafe takeSigners(note, octets)
      state.beginEntry(
        position: entry.position, recordedAt: entry.recordedAt.millisecondsSince1970, signers: lastSigners)
      // All events first: the fold asks for the look-ups of a note side by side.
      events.removeAll(keepingCapacity: true)
      for line in note.events { events.append(try unsafe EventReader.read(UnsafeRawBufferPointer(rebasing: octets[line]))) }
      state.apply(events)
    } catch { throw .log(reason: "position \(state.size): \(error)") }
  }

  private mutating func takeSigners(_ note: UnverifiedAuthorNote, _ bytes: UnsafeRawBufferPointer) {
    let lines = note.layout.signatures
    let isSame =
      lines.count == lastSigners.count
      && zip(lines, lastSigners).allSatisfy { line, name in
        unsafe name.utf8.elementsEqual(UnsafeRawBufferPointer(rebasing: bytes[line.name]))
      }
    guard !isSame else { return }
    lastSigners = lines.map { unsafe String(decoding: UnsafeRawBufferPointer(rebasing: bytes[$0.name]), as: UTF8.self) }
  }
}
