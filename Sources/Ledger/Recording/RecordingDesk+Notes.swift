import Admission
public import Intake
import TransparencyLog
public import Vocabulary

extension RecordingDesk {
  /// Signs and submits chunks of events, each as one note. What is refused is returned; everything else is recorded or was before.
  ///
  /// Rows whose author has no right to them are left out, so that they do not have the others of their note refused.
  ///
  /// - Throws: `LedgerError` where the ledger or a key file cannot be read or written. Recording the same again is safe.
  public func record(_ chunks: [[DraftEvent]], signedAt: Timestamp) async throws(LedgerError) -> [RowRefusal] {
    guard !chunks.isEmpty else { return [] }
    var (rest, refusals) = granted(chunks, await writer.standing)
    guard !isDryRun else { return refusals + (try tried(rest, await writer.standing)) }
    // The keys of new subjects must be durable before boxes sealed under them are.
    try await WorkQueue.attempt(label: "amanah.vault") { [vault] () throws(LedgerError) in try vault.flush() }
    // After a refusal the author's later notes name a note that is not there; they are composed anew.
    while !rest.isEmpty { rest = try await submit(rest, signedAt: signedAt, &refusals) }
    return refusals
  }

  /// Records one event of our own making, now.
  ///
  /// - Returns: why it was refused; nil where it is recorded.
  public func record(_ body: EventBody, author: String) async throws(LedgerError) -> RowRefusal? {
    let now = try now()
    let signers = [ShortKeyName.complete(author, origin: settings.origin)]
    let line: EventLine
    do { line = try EventLine(writing: Event(id: .fresh(now), at: now, body: body)) } catch {
      return RowRefusal(rows: [], signers: signers, .event(error))
    }
    return try await record([[DraftEvent(line: line, signers: signers, row: 1)]], signedAt: now).first
  }

  /// What signing and admission would refuse because of a key, without doing either.
  private func tried(_ chunks: [[DraftEvent]], _ standing: LedgerWriter.Standing) throws(LedgerError) -> [RowRefusal] {
    // Keys that a dry run neither makes nor grants may sign what follows.
    guard !grantsWereTried else { return [] }
    var refusals: [RowRefusal] = []
    for chunk in chunks {
      let (keys, refusal) = try keys(of: chunk)
      if let refusal { refusals.append(refusal) }
      if keys != nil, let lack = standing.lackOfStanding(ofSigners: chunk[0].signers) {
        refusals.append(RowRefusal(chunk, .refused(lack)))
      }
    }
    return refusals
  }

  /// The signers of a chunk, or why there are none. That a key is missing or another's is told of its rows; that its file cannot be read is
  /// no fault of theirs.
  private func keys(of chunk: [DraftEvent]) throws(LedgerError) -> (keys: [SignerKey]?, refusal: RowRefusal?) {
    var keys: [SignerKey] = []
    for name in chunk[0].signers {
      do throws(LedgerError) { keys.append(try signer(name)) } catch {
        if case .file = error { throw error }
        return (nil, RowRefusal(chunk, .key(error)))
      }
    }
    return (keys, nil)
  }

  /// The chunks without the rows that would be refused for want of a grant, and these.
  private func granted(
    _ chunks: [[DraftEvent]], _ standing: LedgerWriter.Standing
  ) -> (chunks: [[DraftEvent]], refusals: [RowRefusal]) {
    var granted: [[DraftEvent]] = []
    var lacking: [Lack: [DraftEvent]] = [:]
    var order: [Lack] = []
    for chunk in chunks {
      // Grants that a dry run does not record would be missed below.
      if isDryRun, chunk.contains(where: { $0.event.type == .keyGranted }) { grantsWereTried = true }
      guard !grantsWereTried else {
        granted.append(chunk)
        continue
      }
      let signers = chunk[0].signers
      var lacks: [Int: Lack] = [:]
      for draft in chunk where lacks[draft.row] == nil {
        guard let refusal = standing.lackOfGrant(for: draft.event, author: signers[0]) else { continue }
        lacks[draft.row] = Lack(refusal: refusal, signers: signers)
      }
      let rest = chunk.filter { lacks[$0.row] == nil }
      if !rest.isEmpty { granted.append(rest) }
      for draft in chunk {
        guard let lack = lacks[draft.row] else { continue }
        if lacking[lack] == nil { order.append(lack) }
        lacking[lack, default: []].append(draft)
      }
    }
    return (granted, order.map { RowRefusal(lacking[$0] ?? [], .refused($0.refusal)) })
  }

  /// What rows that are refused together have in common.
  private struct Lack: Hashable {
    let refusal: Refusal
    let signers: [String]
  }

  private func submit(
    _ chunks: [[DraftEvent]], signedAt: Timestamp, _ refusals: inout [RowRefusal]
  ) async throws(LedgerError) -> [[DraftEvent]] {
    let standing = await writer.standing
    var chains: [String: AuthorChain] = [:]
    var notes: [[UInt8]] = []
    var submitted: [[DraftEvent]] = []
    for chunk in chunks {
      let (keys, refusal) = try keys(of: chunk)
      if let refusal { refusals.append(refusal) }
      guard let keys else { continue }
      let author = chunk[0].signers[0]
      var composer = NoteComposer(
        origin: settings.origin, author: keys[0], cosigners: Array(keys.dropFirst()),
        chain: chains[author] ?? standing.chain(of: author))
      do throws(AuthorNoteError) {
        notes.append(try composer.compose(lines: chunk.map(\.line), signedAt: signedAt, seen: standing.seen))
        chains[author] = composer.chain
        submitted.append(chunk)
      } catch { refusals.append(RowRefusal(chunk, .note(error))) }
    }
    return try await settle(submitted, await writer.submitEach(notes), composedAt: standing, &refusals)
  }

  /// Gives back what must be composed anew: because an earlier note of its author was refused, or because somebody else, who uses the
  /// writer beside this desk, recorded a note of this author after the chain was looked up.
  private func settle(
    _ chunks: [[DraftEvent]], _ results: [SubmissionResult], composedAt standing: LedgerWriter.Standing,
    _ refusals: inout [RowRefusal]
  ) async throws(LedgerError) -> [[DraftEvent]] {
    var again: [[DraftEvent]] = []
    var refused: Set<String> = []
    var recorded: Set<String> = []
    for (chunk, result) in zip(chunks, results) {
      switch result {
      case .success(.recorded(let entry)):
        recorded.insert(chunk[0].signers[0])
        tellOfSetClock(entry.recordedAt)
      case .success(.alreadyRecorded): break
      case .success(.refused(let refusal)):
        let author = chunk[0].signers[0]
        let isFirst = refused.insert(author).inserted
        if isFirst, await !isOvertaken(refusal, author, recorded, standing) {
          refusals.append(RowRefusal(chunk, .refused(refusal)))
        } else {
          again.append(chunk)
        }
      case .failure(let failure): throw failure.error
      }
    }
    return again
  }

  /// Whether a note is refused only for its place in the author's chain, which others have moved on. Each time they have, something was
  /// recorded: composing anew ends.
  private func isOvertaken(
    _ refusal: Refusal, _ author: String, _ recorded: Set<String>, _ standing: LedgerWriter.Standing
  ) async -> Bool {
    guard [.authorFork, .authorGap, .authorPrevious].contains(refusal.code), !recorded.contains(author) else { return false }
    return await writer.chain(of: author) != standing.chain(of: author)
  }
}
