import Admission
import Compliance
import Cryptography
public import Intake
import TransparencyLog
import Vocabulary

extension RecordingDesk {
  /// Records a list, and says on the ledger which list was read, where the law wants it said (`registry.imported`).
  ///
  /// - Parameters:
  ///   - signers: names of the keys that sign rows which name no officer.
  ///   - keepsCells: whether rejected cells are kept for the officer to mend.
  ///   - nextPart: the next bytes of the file; nil or none at its end. It may wait for whoever sends them.
  /// - Throws: `ColumnError`, `LedgerError`, and what `nextPart` throws. What was recorded before stays recorded; the same list again
  ///   adds the rest.
  public func record(
    list kind: ListKind, signers: [String], keepsCells: Bool = false, nextPart: () async throws -> [UInt8]?
  ) async throws -> ListOutcome {
    let list = ListImport(kind, signers: signers, keepsRejectedCells: keepsCells, session: intake)
    var drafting = Drafting(desk: self, signedAt: try now())
    var hasher = SHA256.Hasher()
    while let part = try await nextPart(), !part.isEmpty {
      hasher.update(part)
      try await drafting.add(try list.read(part))
    }
    try await drafting.add(try list.finish())
    try await drafting.finish()
    if kind == .registrations || kind == .proposals {
      // Over the SHA-256 of the file (SPEC 9.1, label `file`), so that a large one is not held in memory.
      let tag = vault.tagKey.digest(label: "file", value: hasher.finalize().bytes)
      try await drafting.add(try drafting.registryImported(list, fileTag: tag))
      try await drafting.finish()
    }
    forget()
    return ListOutcome(list: kind.rawValue, report: list.report, cells: list.rejectedCells, refusals: drafting.refusals)
  }

  /// Records a file of event lines.
  ///
  /// - Precondition: there is at least one signer.
  /// - Throws: as ``record(list:signers:keepsCells:nextPart:)``.
  public func record(eventsSignedBy signers: [String], nextPart: () async throws -> [UInt8]?) async throws -> ListOutcome {
    let events = EventFileImport(signers: signers, session: intake)
    var drafting = Drafting(desk: self, signedAt: try now())
    while let part = try await nextPart(), !part.isEmpty { try await drafting.add(try events.read(part)) }
    try await drafting.add(try events.finish())
    try await drafting.finish()
    forget()
    return ListOutcome(list: "events", report: events.report, cells: nil, refusals: drafting.refusals)
  }

  /// Makes keys that are not in the keyring yet, and grants what the rows of a list of keys ask for.
  ///
  /// - Parameters:
  ///   - bytes: the list.
  ///   - signers: names of the governor's key, and of those who sign with it.
  ///   - made: the verifier key of the only row, when it was made elsewhere.
  /// - Throws: `ColumnError`, `LedgerError`.
  public func grant(keys bytes: [UInt8], signers: [String], made: String? = nil) async throws -> ListOutcome {
    let (requests, read) = try KeyList.read(bytes, session: intake)
    var report = read
    var drafts: [DraftEvent] = []
    var unwritable: [RowRefusal] = []
    var recorded = 0
    for request in requests {
      let grant = KeyGranted(request, key: try made ?? verifierKey(request.name))
      do throws(EventError) {
        if let draft = try draft(.keyGranted(grant), at: request.validFrom, signers: signers, row: request.row) {
          drafts.append(draft)
        } else {
          recorded += 1
        }
      } catch { unwritable.append(RowRefusal(rows: [request.row], signers: signers, .event(error))) }
    }
    let refusals = try await unwritable + record(NoteChunker.chunks(drafts), signedAt: try now())
    report.markAlreadyRecorded(rows: recorded)
    return ListOutcome(list: "keys", report: report, cells: nil, refusals: refusals)
  }

  /// The verifier key of this name, which is made if there is none; in a dry run it is not kept.
  private func verifierKey(_ name: String) throws -> String {
    if keyring.contains(name) { return try signer(name).verifier.text }
    return try (isDryRun ? SignerKey.generate(name: KeyName(name)) : keyring.generate(name: name)).verifier.text
  }

  /// Forgets what the rows of a file taught: the ledger knows it now. A dry run records nothing, so it must remember.
  private func forget() {
    if !isDryRun { intake.forget() }
  }

  /// An event of our own making, with an identifier computed from its content, so that making it again adds nothing. Nil when it is
  /// recorded already.
  ///
  /// - Throws: `EventError` where the schema would refuse it.
  func draft(_ body: EventBody, at: Timestamp, signers: [String], row: Int) throws(EventError) -> DraftEvent? {
    var event = Event(id: .make(millisecondsSince1970: 0, random: (0, 0)), at: at, body: body)
    let id = try intake.identity.event(of: event)
    event.id = id
    guard !writer.state.read({ $0.reference(ofEvent: id) != nil }) else { return nil }
    return DraftEvent(line: try EventLine(writing: event), signers: signers, row: row)
  }
}

extension KeyGranted {
  fileprivate init(_ request: KeyRequest, key: String) {
    self.init(
      key: key, holder: request.holder, institution: request.institution, roles: request.roles,
      regions: request.regions.isEmpty ? nil : request.regions,
      programmes: request.programmes.isEmpty ? nil : request.programmes, validFrom: request.validFrom,
      validUntil: request.validUntil)
  }
}
