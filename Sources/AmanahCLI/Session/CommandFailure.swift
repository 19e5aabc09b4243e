import Cryptography
import Language
import Ledger
import LedgerStore

/// Why a command ends with an exit status other than 0 (SPEC 13). The message is for the user, in both languages: the
/// console picks.
enum CommandFailure: Error {
  /// There is a finding: the log, a proof or an attestation does not verify.
  case notVerified(Bilingual)
  /// The command line asks for something impossible.
  case usage(Bilingual)
  /// Some or all of the input was refused.
  case refused(Bilingual)
  /// Reading or writing failed, or the ledger could not be opened safely.
  case failed(Bilingual)

  /// The exit status.
  var status: Int32 {
    switch self {
    case .notVerified: 1
    case .usage: 2
    case .refused: 3
    case .failed: 4
    }
  }

  /// What to tell the user.
  var message: Bilingual {
    switch self {
    case .notVerified(let text), .usage(let text), .refused(let text), .failed(let text): text
    }
  }

  /// The one table from errors to exit statuses.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as LedgerError:
      switch error {
      case .clock(.production), .clock(.setOutOfRange): self = .usage(error.words)
      default: self = .failed(error.words)
      }
    case let error as StoreError: self = .failed(error.words)
    case let problem as SodiumProblem: self = .failed(problem.words)
    default: self = .failed(Bilingual("\(error)"))
    }
  }
}
