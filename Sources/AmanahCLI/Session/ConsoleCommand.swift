import ArgumentParser
import Language
import Ledger

/// A command that is run with the console that it speaks over. `AmanahTool` makes one for each run.
protocol ConsoleCommand: ParsableCommand {
  /// Where the ledger is whose settings may name the language; nil for a command that is about none, or makes one.
  var ledgerDirectory: LedgerDirectory? { get }

  func run(_ console: Console) async throws
}

extension ConsoleCommand {
  var ledgerDirectory: LedgerDirectory? { nil }

  /// What the ledger's settings name. That they cannot be read is told by the command, if it needs them.
  var ledgerLanguage: Language? { ledgerDirectory.flatMap { try? $0.readSettings() }?.language }
}

/// A command about the ledger of its options.
protocol LedgerCommand: ConsoleCommand {
  var ledger: LedgerOptions { get }
}

extension LedgerCommand {
  var ledgerDirectory: LedgerDirectory? { ledger.directory }
}
