import ArgumentParser
import TestSupport
import Testing

@testable import AmanahCLI

/// The words of the command line, parsed and never run.
@Suite struct CommandLineTests {
  private static let right = [
    "init ledger --origin bansos.example/lampura --governor pembina-1=P-001 --zone 8 --clock 2026-04-16T09:00:00+07:00",
    "key grant petugas-1 --holder P-1 --role distributor --region 18.03 --from 2026-01-01 --as g",
    "import --plan plan.csv -L ledger --dry-run --json", "record - --as key", "--help",
    "verify ledger --remember a --keep b --key x+00+AA==", "prove 150", "show recipient P-1",
    "report -L ledger --format html --as-of 2026-04-16T09:00:00+07:00", "check a --entry b",
    "disclose P-1 --purpose audit --as a", "erase P-1 --basis courtOrder --as a", "attest --as a",
  ].map { $0.split(separator: " ").map(String.init) }
  private static let odd = [
    "", "-", "--", "---", "=", "--=", "-L=", "--clock=", "--as=-1", "\u{0}", "\u{FFFD}", "é", "-é", "--lang=xx",
    "18446744073709551616", "-9223372036854775809", "0x10", "'", "\"", "\n", "--help=1", "-h", "help", "--version", "--no-json",
    "--generate-completion-script",
  ]

  @Test("Whatever words stand there, they are a command, or are refused with a word")
  func words() {
    var generator = TestSeed.generator("command line")
    let pool = Self.right.flatMap { $0 } + Self.odd
    for _ in 0..<5_000 {
      var words = Self.right.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...words.count, using: &generator)
        let word = pool.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: words.insert(word, at: place)
        case 1 where place < words.count: words.remove(at: place)
        case 2 where place < words.count: words[place] = word
        case 3 where place < words.count: words[place] = Self.cut(words[place], &generator)
        default: words.swapAt(max(0, place - 1), min(place, words.count - 1))
        }
        if words.isEmpty { words = [word] }
      }
      do {
        _ = try AmanahCommand.parseAsRoot(words)
      } catch {
        let isTold = !AmanahCommand.fullMessage(for: error).isEmpty || AmanahCommand.exitCode(for: error) == .success
        #expect(isTold, "refused without a word: \(words), seed \(TestSeed.value)")
      }
    }
  }

  /// The word without its end, or with a character of it doubled.
  private static func cut(_ word: String, _ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...word.count, using: &generator)
    let start = String(word.prefix(length))
    return generator.oneIn(2) ? start : start + String(word.dropFirst(max(0, length - 1)))
  }
}
