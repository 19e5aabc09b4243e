import Foundation
import GRDB
import Language
import Testing
import TransparencyLog

@testable import LedgerStore

@Suite("Errors of stores in two languages")
struct StoreWordsTests {
  private func areTwo(_ words: Bilingual) -> Bool { !words.id.isEmpty && !words.en.isEmpty && words.id != words.en }

  @Test(
    "Every error says itself in both languages",
    arguments: [
      StoreError.missing(place: "p"), .foreign(place: "p", version: 4, found: "f"), .inUse(place: "p"),
      .notNext(expected: 1, found: 2), .notDurable(found: "synchronous=1"), .notAFile(place: "p"), .closed(place: "p"),
      .changedMeanwhile(place: "p"), .file(place: "p", doing: .reading, reason: .notADirectory),
    ])
  func errors(error: StoreError) { #expect(areTwo(error.words), "\(error)") }

  @Test("Whatever a store was doing is said in both languages", arguments: StoreWork.allCases)
  func work(work: StoreWork) { #expect(areTwo(work.words)) }

  @Test("Whatever SQLite answers, both languages say what to do, and the technical part is the same")
  func results() {
    for code in Int32(1)...28 {
      let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: "r")
      let words = StoreError.of(error, .opening, "p").words
      let (cause, technical) = (": ", "[r, SQLite \(code)]")
      #expect(areTwo(words) && words.id.hasSuffix(technical) && words.en.hasSuffix(technical))
      let causes = [words.id, words.en].map { $0.split(separator: cause).dropFirst(2).joined() }
      #expect(causes[0] != causes[1], "SQLite \(code)")
    }
  }

  private static let mapping: [(code: Int32, cause: StoreFailure.Cause)] = [
    (13, .full), (10, .inputOutput), (0x40A, .inputOutput), (7, .outOfMemory), (8, .readOnly), (0x208, .readOnly), (3, .denied),
    (23, .denied), (14, .unreachable), (5, .busy), (6, .busy), (11, .damaged), (26, .damaged), (19, .contradiction),
    (0x713, .contradiction), (1, .other), (28, .other),
  ]

  @Test("A result of SQLite is the cause that it was, whatever more it says", arguments: mapping)
  func causes(code: Int32, cause: StoreFailure.Cause) {
    let error = StoreError.of(DatabaseError(resultCode: ResultCode(rawValue: code), message: "r"), .opening, "p")
    let failure = StoreFailure(cause, backend: "SQLite", result: "\(code)", reason: "r")
    #expect(error == .failed(place: "p", doing: .opening, failure))
  }

  @Test("Whatever another store answers is said in the same words, with its name", arguments: StoreFailure.Cause.allCases)
  func otherStore(cause: StoreFailure.Cause) {
    let failure = StoreFailure(cause, backend: "PostgreSQL", result: "53100", reason: "r")
    let words = StoreError.failed(place: "p", doing: .recordingEntries, failure).words
    #expect(areTwo(words) && words.id.hasSuffix("[r, PostgreSQL 53100]") && words.en.hasSuffix("[r, PostgreSQL 53100]"))
    #expect(!words.id.contains("SQLite") && !words.en.contains("SQLite"))
  }

  @Test("Whatever number the system gives, both languages say why and what to do")
  func numbers() {
    for number in Int32(0)...140 { #expect(areTwo(SystemError(number: number).words), "\(number)") }
    #expect(SystemError(number: ENOSPC).words.en.hasPrefix("the disk or quota is full"))
    #expect(SystemError(number: EDQUOT).words == SystemError(number: ENOSPC).words)
  }
}
