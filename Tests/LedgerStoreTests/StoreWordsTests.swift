import Foundation
import Language
import LedgerStore
import Testing

@Suite("Errors of stores in two languages")
struct StoreWordsTests {
  private func areTwo(_ words: Bilingual) -> Bool { !words.id.isEmpty && !words.en.isEmpty && words.id != words.en }

  @Test(
    "Every error says itself in both languages",
    arguments: [
      StoreError.missing(path: "p"), .foreign(path: "p", version: 4, found: "f"), .inUse(path: "p"),
      .notNext(expected: 1, found: 2), .notDurable(found: 1), .notAFile(path: "p"),
    ])
  func errors(error: StoreError) { #expect(areTwo(error.words), "\(error)") }

  @Test("Whatever a store was doing is said in both languages", arguments: StoreWork.allCases)
  func work(work: StoreWork) { #expect(areTwo(work.words)) }

  @Test("Whatever SQLite answers, both languages say what to do, and the technical part is the same")
  func results() {
    for code in 1...28 {
      let words = StoreError.failed(path: "p", doing: .opening, code: code, reason: "r").words
      let (cause, technical) = (": ", "[r, SQLite \(code)]")
      #expect(areTwo(words) && words.id.hasSuffix(technical) && words.en.hasSuffix(technical))
      let causes = [words.id, words.en].map { $0.split(separator: cause).dropFirst(2).joined() }
      #expect(causes[0] != causes[1], "SQLite \(code)")
    }
  }

  @Test("Whatever number the system gives, both languages say why and what to do")
  func numbers() {
    for number in Int32(0)...140 { #expect(areTwo(SystemError(number: number).words), "\(number)") }
    #expect(SystemError(number: ENOSPC).words.en.hasPrefix("the disk or quota is full"))
    #expect(SystemError(number: EDQUOT).words == SystemError(number: ENOSPC).words)
  }
}
