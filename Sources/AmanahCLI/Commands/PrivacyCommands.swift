import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Language
import Ledger
import TransparencyLog
import Vocabulary

/// `amanah disclose`: read a recipient's personal data; that it was read is recorded before it is shown.
struct DiscloseCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disclose",
      abstract: Bilingual(
        id: "Baca data pribadi seorang penerima; pembacaannya dicatat.",
        en: "Read a recipient's personal data; the reading is recorded."),
      discussion: Bilingual(
        id: "Contoh: amanah disclose ABS-2004-0001 --purpose complaint --as pengaduan-1 -L ledger",
        en: "Example: amanah disclose ABS-2004-0001 --purpose complaint --as complaints-1 -L ledger"))
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(id: "Nomor peserta atau pengenal.", en: "Participant number or identifier."), valueName: "recipient"))
  var recipient: String
  @Option(help: "audit | service | complaint | correction | legal") var purpose: String
  @Option(name: .customLong("as"), help: ArgumentHelp(Bilingual(id: "Siapa yang membaca.", en: "Who reads."), valueName: "key"))
  var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) async throws {
    guard let why = SubjectDisclosed.Purpose.allCases.first(where: { $0.rawValue == purpose }) else {
      throw CommandFailure.usage(
        Bilingual("--purpose: \(SubjectDisclosed.Purpose.allCases.map(\.rawValue).joined(separator: " | "))"))
    }
    let desk = try await ledger.desk(keyring, console, usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    let subject = try desk.recipient(recipient)
    let boxes = try Self.boxes(of: subject, try LedgerReader(directory: ledger.directory))
    // What cannot be read is not told to have been read.
    guard !boxes.isEmpty else {
      throw CommandFailure.refused(
        Bilingual(id: "\(recipient): tidak ada data tersegel", en: "\(recipient): there are no sealed data"))
    }
    guard !desk.isErased(subject) else {
      throw CommandFailure.failed(
        Bilingual(
          id:
            "\(recipient): data pribadi sudah dihapus (subject.erased); tidak dapat dibaca lagi, juga dengan cadangan vault.sqlite",
          en:
            "\(recipient): the personal data were erased (subject.erased); nothing reads them any more, nor does a backup of vault.sqlite"
        ))
    }
    let (opened, failure) = Self.open(boxes, of: subject, desk)
    if opened.isEmpty, let failure { throw failure }
    // Opened in memory, recorded, and only then shown: nobody reads without leaving a trace, and what did not open was not read.
    let disclosure = SubjectDisclosed(subject: subject, fields: [.all], purpose: why)
    try await desk.recordOne(.subjectDisclosed(disclosure), author: author)
    for text in opened { console.print(text) }
    try await desk.close()
    console.note(
      Bilingual(id: "Pembacaan ini tercatat (subject.disclosed).", en: "This reading is recorded (subject.disclosed)."))
    if let failure { throw failure }
  }

  /// What the boxes hold, without the padding; and why the first of those that do not open does not.
  private static func open(
    _ boxes: [(EventType, Sealed)], of subject: Identifier, _ desk: RecordingDesk
  ) -> (opened: [String], failure: LedgerError?) {
    var opened: [String] = []
    var failure: LedgerError?
    for (type, sealed) in boxes {
      do throws(LedgerError) {
        let plaintext = try desk.vault.open(sealed, subject: subject, type: type)
        opened.append(String(decoding: plaintext, as: UTF8.self).trimmingCharacters(in: .whitespaces))
      } catch { failure = failure ?? error }
    }
    return (opened, failure)
  }

  private static func boxes(of subject: Identifier, _ reader: LedgerReader) throws -> [(EventType, Sealed)] {
    var boxes: [(EventType, Sealed)] = []
    let size = try reader.checkpoint().checkpoint.size
    try EntryScan(source: reader.entries).run(size: size) { scanned in
      for event in scanned.entry.events {
        if let sealed = event.sealed(of: subject) { boxes.append((event.type, sealed)) }
      }
    }
    return boxes
  }
}

/// `amanah erase`: destroy a subject's key; announced in the ledger first.
struct EraseCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: Bilingual(
        id: "Musnahkan kunci data pribadi seorang penerima.", en: "Destroy the key of a recipient's personal data."),
      discussion: Bilingual(
        id:
          "Tidak dapat dibatalkan. Buku besar tetap lolos verifikasi. Contoh: amanah erase ABS-2004-0001 --basis subjectRequest --as operator-1",
        en:
          "Cannot be undone. The ledger still verifies. Example: amanah erase ABS-2004-0001 --basis subjectRequest --as operator-1"
      )
    )
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(id: "Nomor peserta atau pengenal.", en: "Participant number or identifier."), valueName: "recipient"))
  var recipient: String
  @Option(help: "subjectRequest | retentionOver | unlawful | courtOrder") var basis: String
  @Option(name: .customLong("as"), help: ArgumentHelp(Bilingual(id: "Penanda tangan.", en: "Signer."), valueName: "key"))
  var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) async throws {
    guard let why = SubjectErased.Basis.allCases.first(where: { $0.rawValue == basis }) else {
      throw CommandFailure.usage(
        Bilingual("--basis: \(SubjectErased.Basis.allCases.map(\.rawValue).joined(separator: " | "))"))
    }
    let desk = try await ledger.desk(keyring, console, usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    let subject = try desk.recipient(recipient)
    try confirm(console)
    // Announced before; an interrupted erasure is announced already.
    if !desk.isErased(subject) {
      try await desk.recordOne(.subjectErased(SubjectErased(subject: subject, basis: why)), author: author)
    }
    let existed = try desk.vault.erase(subject) || desk.destroyedAgain.contains(subject)
    try await desk.close()
    console.print(
      existed
        ? Bilingual(
          id: "Kunci dimusnahkan; data pribadi \(recipient) tidak terbaca lagi.",
          en: "Key destroyed; the personal data of \(recipient) can no longer be read.")
        : Bilingual(
          id: "Tidak ada kunci untuk \(recipient); sudah dimusnahkan?",
          en: "There was no key for \(recipient); was it destroyed before?")
    )
  }
}

extension EraseCommand {
  /// Somebody at a terminal types the number again: another citizen's data may be one wrong digit away.
  private func confirm(_ console: Console) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return }
    console.note(
      Bilingual(
        id: "Data pribadi \(recipient) akan dimusnahkan dan tidak dapat dikembalikan. Ketik \(recipient) sekali lagi:",
        en: "The personal data of \(recipient) will be destroyed and cannot be brought back. Type \(recipient) again:"))
    guard readLine() == recipient else {
      throw CommandFailure.usage(
        Bilingual(id: "tidak sama; tidak ada yang dimusnahkan", en: "not the same; nothing was destroyed"))
    }
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
struct AttestCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attest",
      abstract: Bilingual(
        id: "Sahkan digest keadaan sekarang (state.attested).", en: "Attest the digest of the state now (state.attested)."))
  }

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(Bilingual(id: "Saat penilaian.", en: "Instant of judgement."), valueName: "time"))
  var asOf: String?
  @Option(name: .customLong("as"), help: ArgumentHelp(Bilingual(id: "Penanda tangan.", en: "Signer."), valueName: "key"))
  var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions

  func run(_ console: Console) async throws {
    // Who signs the digest of a state folds it from the first entry on.
    let desk = try await ledger.desk(keyring, console, usesSnapshots: false)
    let instant = try asOf.map { try parseTimestamp($0, option: "--as-of") } ?? currentTimestamp(zone: desk.settings.zone)
    let state = desk.writer.state.copy
    let digest = StateDigest.digest(of: state, asOf: instant.secondsSince1970)
    try await desk.recordOne(
      .stateAttested(StateAttested(size: Int(state.size.rawValue), asOf: instant, digest: digest)), author: author)
    try await desk.close()
    console.print(Bilingual(id: "Keadaan pada ukuran \(state.size): \(digest)", en: "State at size \(state.size): \(digest)"))
  }
}

extension RecordingDesk {
  /// Whether the ledger says that the personal data of a subject were erased.
  fileprivate func isErased(_ subject: Identifier) -> Bool { writer.state.read { $0.isErased(subject) } }

  /// The recipient with this participant number or identifier.
  func recipient(_ text: String) throws -> Identifier {
    if let id = Identifier(text) {
      guard writer.state.copy.recipient(id) != nil else {
        throw CommandFailure.refused(Bilingual(id: "\(text): tidak ada penerima ini", en: "\(text): there is no such recipient"))
      }
      return id
    }
    guard let id = Code(text).flatMap({ writer.state.copy.recipient(number: $0) }) else {
      throw CommandFailure.refused(
        Bilingual(id: "\(text): tidak ada peserta bernomor ini", en: "\(text): no recipient has this number"))
    }
    return id
  }
}
