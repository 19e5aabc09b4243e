import Cryptography
import Foundation
import GRDB
import LedgerStore
import TestSupport
import Testing

@Suite struct SQLiteVaultTests {
  private func subject(_ number: Int) -> [UInt8] { Array("subject \(number)".utf8) }

  /// 72 bytes that occur nowhere else.
  private func wrapped(_ number: Int) -> [UInt8] {
    SHA256.hash(Array("wrapped \(number)".utf8)).bytes + SHA256.hash(Array("more \(number)".utf8)).bytes + [
      1, 2, 3, 4, 5, 6, 7, 8,
    ]
  }

  private func rows(_ numbers: some Sequence<Int>) -> [WrappedSubjectKey] {
    numbers.map { WrappedSubjectKey(subject: subject($0), wrapped: wrapped($0)) }
  }

  /// Which of the numbers' wrapped keys, or halves of them, can be found in the raw bytes of any file.
  private func found(_ numbers: some Sequence<Int>, in scratch: Scratch) throws -> [Int] {
    let files = try scratch.contents().values
    return numbers.filter { number in
      let key = wrapped(number)
      return files.contains { $0.range(of: Data(key[..<32])) != nil || $0.range(of: Data(key[32..<64])) != nil }
    }
  }

  @Test("Wrapped keys come back after reopening; a subject that has a key keeps it")
  func keeps() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    try store.insert(subjects: rows(0..<3))
    try store.insert(subjects: [WrappedSubjectKey(subject: subject(1), wrapped: wrapped(99)), rows(3..<4)[0]])
    try store.close()
    let again = try SQLiteVault(path: scratch.database, mode: .append)
    for number in 0..<4 { #expect(try again.wrappedKey(subject: subject(number)) == wrapped(number)) }
    #expect(try again.wrappedKey(subject: subject(4)) == nil)
    try again.close()
  }

  @Test("Keys are in the files as soon as insert returns, though nobody closed the vault")
  func durable() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    try store.insert(subjects: rows(0..<3))
    let copy = try scratch.copy()
    let found = try SQLiteVault(path: copy.database, mode: .append)
    #expect(try found.wrappedKey(subject: subject(2)) == wrapped(2))
    try found.close()
    try store.close()
    withExtendedLifetime((scratch, copy)) {}
  }

  @Test("A vault and its log are their owner's alone, from the beginning, and again where others could read them")
  func mode() throws {
    let scratch = try Scratch()
    let vault = scratch.database
    func modes() throws -> [String: Int?] {
      var modes: [String: Int?] = [:]
      for name in try scratch.files {
        modes[name] = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/\(name)")[.posixPermissions] as? Int
      }
      return modes
    }
    let store = try SQLiteVault(path: vault, mode: .create)
    try store.insert(subjects: rows(0..<3))
    #expect(try modes().keys.sorted() == ["ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal"])
    #expect(try modes().values.allSatisfy { $0 == 0o600 })
    try store.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: vault)
    let again = try SQLiteVault(path: vault, mode: .append)
    try again.insert(subjects: rows(3..<5))
    #expect(try modes().values.allSatisfy { $0 == 0o600 })
    #expect(try again.wrappedKey(subject: subject(1)) == wrapped(1))
    try again.close()
    #expect(try modes() == ["ledger.sqlite": 0o600])
  }

  @Test("A named secret comes back, and is never replaced")
  func secrets() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    try store.insert(secret: "tag", wrapped: wrapped(1))
    #expect(throws: StoreError.self) { try store.insert(secret: "tag", wrapped: wrapped(2)) }
    #expect(try store.wrappedSecret("tag") == wrapped(1))
    #expect(try store.wrappedSecret("master") == nil)
    try store.close()
  }

  @Test("An erased key is gone at once, and erasing it again says so")
  func erases() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    try store.insert(subjects: rows(0..<3))
    #expect(try store.erase(subject: subject(1)))
    #expect(try !store.erase(subject: subject(1)))
    #expect(try !store.erase(subject: subject(7)))
    #expect(try store.wrappedKey(subject: subject(1)) == nil)
    #expect(try store.wrappedKey(subject: subject(2)) == wrapped(2))
    try store.close()
  }

  @Test("Nothing of an erased key is left in any file: not in free pages, nor in the write-ahead log")
  func overwrites() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    // Enough rows for pages that are split, merged and freed.
    for start in stride(from: 0, to: 2000, by: 250) { try store.insert(subjects: rows(start..<start + 250)) }
    #expect(try found([0, 1999], in: scratch) == [0, 1999])
    let erased = (0..<300).map { $0 * 7919 % 2000 }
    for number in erased { #expect(try store.erase(subject: subject(number))) }
    #expect(try found(erased, in: scratch).isEmpty, "while the vault is open")
    try store.insert(subjects: rows(3000..<3100))
    try store.close()
    #expect(try found(erased, in: scratch).isEmpty, "after closing")
    let left = Set(0..<2000).subtracting(erased)
    #expect(try found(left.prefix(50), in: scratch).count == 50)
  }

  @Test("An erasure that cannot be finished, since somebody is reading, is reported")
  func hindered() throws {
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    try store.insert(subjects: rows(0..<3))
    let reader = try DatabaseQueue(path: scratch.database)
    try reader.inDatabase { database in
      try database.execute(sql: "BEGIN")
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM subjects") == 3)
      #expect {
        _ = try store.erase(subject: subject(1))
      } throws: { error in
        guard case StoreError.failed(_, let doing, _) = error else { return false }
        return doing == .overwritingKey
      }
      try database.execute(sql: "COMMIT")
    }
    try reader.close()
    // Once the reader is gone, erasing again finishes the work.
    #expect(try !store.erase(subject: subject(1)))
    #expect(try found([1], in: scratch).isEmpty)
    try store.close()
  }

  @Test("No sixteen bytes of an erased key are left when pages were split and merged in any order")
  func overwritesWhateverTheOrder() throws {
    let seed = TestSeed.value
    var generator = TestSeed.generator("erasures")
    let scratch = try Scratch()
    let store = try SQLiteVault(path: scratch.database, mode: .create)
    var kept: Set<Int> = []
    var erased: Set<Int> = []
    for number in 0..<1500 {
      try store.insert(subjects: [WrappedSubjectKey(subject: mixed(number), wrapped: wrapped(number))])
      kept.insert(number)
      guard number % 3 == 2, let victim = kept.sorted().randomElement(using: &generator) else { continue }
      #expect(try store.erase(subject: mixed(victim)))
      kept.remove(victim)
      erased.insert(victim)
    }
    let files = try scratch.contents().values
    #expect(parts(of: kept, in: files) == kept, "seed \(seed)")
    #expect(parts(of: erased, in: files).isEmpty, "seed \(seed)")
    try store.close()
    #expect(parts(of: erased, in: try scratch.contents().values).isEmpty, "seed \(seed), after closing")
  }

  /// Subjects in no order.
  private func mixed(_ number: Int) -> [UInt8] { Array(SHA256.hash(Array("subject \(number)".utf8)).bytes.prefix(16)) }

  /// The numbers of which some sixteen bytes of the wrapped key stand anywhere.
  private func parts(of numbers: Set<Int>, in files: some Sequence<Data>) -> Set<Int> {
    var owners: [[UInt8]: Int] = [:]
    for number in numbers {
      let key = wrapped(number)
      for start in 0...key.count - 16 { owners[Array(key[start..<start + 16])] = number }
    }
    var found: Set<Int> = []
    for bytes in files.map([UInt8].init) where bytes.count >= 16 {
      for start in 0...bytes.count - 16 where bytes[start] != 0 || bytes[start + 1] != 0 {
        if let owner = owners[Array(bytes[start..<start + 16])] { found.insert(owner) }
      }
    }
    return found
  }
}
