import Cryptography
import Foundation
import Ledger
import TransparencyLog
import Vocabulary

/// Callers that submit single-event notes through the queue at once, against the same notes given to the writer in one batch.
struct Queueing {
  let scenario: Scenario
  let folder: String
  let store: BenchStore

  private static let callers = 64
  private static let repetitions = 5

  /// Notes a second through the queue, against those of the batch.
  ///
  /// - Parameter isPatient: whether each caller waits for its answer before it submits the next note, and does not submit all of them.
  func run(isPatient: Bool) async throws -> Comparison {
    let signers = try (0..<Self.callers).map { try Self.signer($0) }
    let chains = try signers.indices.map {
      try notes(signers[$0], caller: $0, count: max(8, min(256, scenario.count / Self.callers)))
    }
    var comparison = Comparison()
    for _ in 0..<Self.repetitions {
      let limit = try await batched(chains, signers)
      comparison.append(subject: try await queued(chains, signers, isPatient: isPatient), limit: limit)
    }
    return comparison
  }

  private func queued(_ chains: [[[UInt8]]], _ signers: [SignerKey], isPatient: Bool) async throws -> Double {
    let writer = try await ledger(signers)
    let queue = SubmissionQueue(writer: writer)
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for chain in chains {
        group.addTask {
          let results: [SubmissionResult]
          if isPatient {
            var answers: [SubmissionResult] = []
            for note in chain { answers.append(.success(try await queue.submit(note))) }
            results = answers
          } else {
            results = await queue.submit(chain)
          }
          for result in results {
            guard case .success(.recorded) = result else { throw BenchError("a note was not recorded: \(result)") }
          }
        }
      }
      try await group.waitForAll()
    }
    let seconds = Stopwatch.seconds(since: start)
    try await writer.close()
    return Double(chains.reduce(0) { $0 + $1.count }) / seconds
  }

  private func batched(_ chains: [[[UInt8]]], _ signers: [SignerKey]) async throws -> Double {
    let writer = try await ledger(signers)
    let length = chains.map(\.count).max() ?? 0
    let notes = (0..<length).flatMap { number in chains.compactMap { number < $0.count ? $0[number] : nil } }
    let start = ContinuousClock.now
    try await BenchLedger.record(notes, with: writer)
    let seconds = Stopwatch.seconds(since: start)
    try await writer.close()
    return Double(notes.count) / seconds
  }

  /// A new ledger in which the callers' keys are granted.
  private func ledger(_ signers: [SignerKey]) async throws -> LedgerWriter {
    let made = try await BenchLedger.create(
      path: "\(folder)/queue", store: store, officers: scenario.officers, seed: scenario.seed)
    let day = try Moments.at(day: 0, second: 0)
    var dice = Dice(scenario.seed, 12, 0)
    var composer = NoteComposer(
      origin: Officers.origin, author: scenario.officers.governor,
      chain: await made.writer.chain(of: scenario.officers.governor.name.text))
    let lines = try signers.map { signer in
      let grant = KeyGranted(
        key: signer.verifier.text, holder: Moments.id(0, &dice), roles: [.registrar], regions: [try Place.regency()],
        validFrom: day)
      return try EventLine(writing: Event(id: Moments.id(0, &dice), at: day, body: .keyGranted(grant)))
    }
    try await BenchLedger.record([try composer.compose(lines: lines, signedAt: day)], with: made.writer)
    return made.writer
  }

  private func notes(_ signer: SignerKey, caller: Int, count: Int) throws -> [[UInt8]] {
    var composer = NoteComposer(origin: Officers.origin, author: signer, chain: AuthorChain())
    var dice = Dice(scenario.seed, 13, caller)
    let day = try Moments.at(day: 1, second: 0)
    return try (0..<count).map { _ in
      let change = RecipientStatusChanged(
        recipient: Moments.id(1, &dice), region: try Place.village(caller), status: .moved, effective: day.localDate)
      let line = try EventLine(writing: Event(id: Moments.id(1, &dice), at: day, body: .recipientStatusChanged(change)))
      return try composer.compose(lines: [line], signedAt: day)
    }
  }

  private static func signer(_ number: Int) throws -> SignerKey {
    SignerKey(
      name: try KeyName("\(Officers.origin)/caller-\(number)"),
      signingKey: try SigningKey(seed: SecretBytes([UInt8](repeating: UInt8(100 + number), count: 32))))
  }
}
