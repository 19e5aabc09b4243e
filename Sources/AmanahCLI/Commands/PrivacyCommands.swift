import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Ledger
import TransparencyLog
import Vocabulary

/// `amanah disclose`: read a recipient's personal data; that it was read is recorded first.
struct DiscloseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disclose",
      abstract: say(
        "Baca data pribadi seorang penerima; pembacaannya dicatat.", "Read a recipient's personal data; the reading is recorded."),
      discussion: say(
        "Contoh: amanah disclose ABS-2004-0001 --purpose complaint --as pengaduan-1 -L ledger",
        "Example: amanah disclose ABS-2004-0001 --purpose complaint --as complaints-1 -L ledger"))
  }

  @Argument(help: ArgumentHelp(say("Nomor peserta atau pengenal.", "Participant number or identifier."), valueName: "recipient"))
  var recipient: String
  @Option(help: "audit | service | complaint | correction | legal") var purpose: String
  @Option(name: .customLong("as"), help: ArgumentHelp(say("Siapa yang membaca.", "Who reads."), valueName: "key")) var author:
    String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run() async throws {
    guard let why = SubjectDisclosed.Purpose.allCases.first(where: { $0.rawValue == purpose }) else {
      throw CommandFailure.usage("--purpose: \(SubjectDisclosed.Purpose.allCases.map(\.rawValue).joined(separator: " | "))")
    }
    let session = try await LedgerSession(
      directory: ledger.directory, keyring: try keyring.open(ledger.directory),
      usesSnapshots: snapshots.usesSnapshots)
    defer { session.keepSnapshot() }
    let subject = try session.recipient(recipient)
    let boxes = try Self.boxes(of: subject, try LedgerReader(directory: ledger.directory))
    // What cannot be read is not told to have been read.
    guard !boxes.isEmpty else {
      throw CommandFailure.refused(say("\(recipient): tidak ada data tersegel", "\(recipient): there are no sealed data"))
    }
    guard try session.vault.holdsKey(of: subject) else { throw LedgerError.vault(.noSubject(subject.description)) }
    // Recorded before it is opened: nobody reads without leaving a trace.
    let disclosure = SubjectDisclosed(subject: subject, fields: [.all], purpose: why)
    try await session.recordOne(.subjectDisclosed(disclosure), author: author)
    for (type, sealed) in boxes {
      let plaintext = try session.vault.open(sealed, subject: subject, type: type)
      Terminal.print(String(decoding: plaintext, as: UTF8.self).trimmingCharacters(in: .whitespaces))
    }
    try await session.close()
    Terminal.note(say("Pembacaan ini tercatat (subject.disclosed).", "This reading is recorded (subject.disclosed)."))
  }

  private static func boxes(of subject: Identifier, _ reader: LedgerReader) throws -> [(EventType, Sealed)] {
    var boxes: [(EventType, Sealed)] = []
    let size = try reader.checkpoint().checkpoint.size
    try EntryScan(source: try reader.source()).run(size: size) { scanned in
      for event in scanned.entry.events {
        if let sealed = event.sealed(of: subject) { boxes.append((event.type, sealed)) }
      }
    }
    return boxes
  }
}

/// `amanah erase`: destroy a subject's key; announced in the ledger first.
struct EraseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: say("Musnahkan kunci data pribadi seorang penerima.", "Destroy the key of a recipient's personal data."),
      discussion: say(
        "Tidak dapat dibatalkan. Buku besar tetap lolos verifikasi. Contoh: amanah erase ABS-2004-0001 --basis subjectRequest --as operator-1",
        "Cannot be undone. The ledger still verifies. Example: amanah erase ABS-2004-0001 --basis subjectRequest --as operator-1")
    )
  }

  @Argument(help: ArgumentHelp(say("Nomor peserta atau pengenal.", "Participant number or identifier."), valueName: "recipient"))
  var recipient: String
  @Option(help: "subjectRequest | retentionOver | unlawful | courtOrder") var basis: String
  @Option(name: .customLong("as"), help: ArgumentHelp(say("Penanda tangan.", "Signer."), valueName: "key")) var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run() async throws {
    guard let why = SubjectErased.Basis.allCases.first(where: { $0.rawValue == basis }) else {
      throw CommandFailure.usage("--basis: \(SubjectErased.Basis.allCases.map(\.rawValue).joined(separator: " | "))")
    }
    let session = try await LedgerSession(
      directory: ledger.directory, keyring: try keyring.open(ledger.directory),
      usesSnapshots: snapshots.usesSnapshots)
    defer { session.keepSnapshot() }
    let subject = try session.recipient(recipient)
    try confirm()
    // Announced before; an interrupted erasure is announced already.
    if try !Self.isAnnounced(subject, try LedgerReader(directory: ledger.directory)) {
      try await session.recordOne(.subjectErased(SubjectErased(subject: subject, basis: why)), author: author)
    }
    let existed = try session.vault.erase(subject)
    try await session.close()
    Terminal.print(
      existed
        ? say(
          "Kunci dimusnahkan; data pribadi \(recipient) tidak terbaca lagi.",
          "Key destroyed; the personal data of \(recipient) can no longer be read.")
        : say(
          "Tidak ada kunci untuk \(recipient); sudah dimusnahkan?", "There was no key for \(recipient); was it destroyed before?")
    )
  }
}

extension EraseCommand {
  /// Somebody at a terminal types the number again: another citizen's data may be one wrong digit away.
  private func confirm() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return }
    Terminal.note(
      say(
        "Data pribadi \(recipient) akan dimusnahkan dan tidak dapat dikembalikan. Ketik \(recipient) sekali lagi:",
        "The personal data of \(recipient) will be destroyed and cannot be brought back. Type \(recipient) again:"))
    guard readLine() == recipient else {
      throw CommandFailure.usage(say("tidak sama; tidak ada yang dimusnahkan", "not the same; nothing was destroyed"))
    }
  }

  /// Whether the ledger says that the key of everything that was sealed for `subject` so far is destroyed.
  private static func isAnnounced(_ subject: Identifier, _ reader: LedgerReader) throws -> Bool {
    var isAnnounced = false
    let size = try reader.checkpoint().checkpoint.size
    try EntryScan(source: try reader.source()).run(size: size) { scanned in
      for event in scanned.entry.events {
        if case .subjectErased(let body) = event.body, body.subject == subject { isAnnounced = true }
        if event.sealed(of: subject) != nil { isAnnounced = false }
      }
    }
    return isAnnounced
  }
}

extension Event {
  /// The personal data of `subject` that the event holds, sealed.
  fileprivate func sealed(of subject: Identifier) -> Sealed? {
    switch body {
    case .recipientProposed(let body) where body.recipient == subject: body.sealed
    case .recipientRegistered(let body) where body.recipient == subject: body.sealed
    case .recipientCorrected(let body) where body.recipient == subject: body.sealed
    case .complaintReceived(let body) where body.recipient == subject: body.sealed
    default: nil
    }
  }
}

/// `amanah attest`: bind the ledger's size to the digest of its state.
struct AttestCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attest",
      abstract: say("Sahkan digest keadaan sekarang (state.attested).", "Attest the digest of the state now (state.attested)."))
  }

  @Option(name: .customLong("as-of"), help: ArgumentHelp(say("Saat penilaian.", "Instant of judgement."), valueName: "time"))
  var asOf: String?
  @Option(name: .customLong("as"), help: ArgumentHelp(say("Penanda tangan.", "Signer."), valueName: "key")) var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions

  func run() async throws {
    // Who signs the digest of a state folds it from the first entry on.
    let session = try await LedgerSession(
      directory: ledger.directory, keyring: try keyring.open(ledger.directory),
      usesSnapshots: false)
    let instant = try asOf.map { try parseTimestamp($0, option: "--as-of") } ?? currentTimestamp(zone: session.settings.zone)
    let state = session.context.state
    let digest = StateDigest.digest(of: state, asOf: instant.secondsSince1970)
    try await session.recordOne(
      .stateAttested(StateAttested(size: Int(state.size.rawValue), asOf: instant, digest: digest)), author: author)
    try await session.close()
    Terminal.print(say("Keadaan pada ukuran \(state.size): \(digest)", "State at size \(state.size): \(digest)"))
  }
}

extension LedgerSession {
  /// The recipient with this participant number or identifier.
  func recipient(_ text: String) throws -> Identifier {
    if let id = Identifier(text) {
      guard context.state.recipient(id) != nil else {
        throw CommandFailure.refused(say("\(text): tidak ada penerima ini", "\(text): there is no such recipient"))
      }
      return id
    }
    guard let id = Code(text).flatMap({ context.state.recipient(number: $0) }) else {
      throw CommandFailure.refused(say("\(text): tidak ada peserta bernomor ini", "\(text): no recipient has this number"))
    }
    return id
  }
}
