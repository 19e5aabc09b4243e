import Cryptography
import Foundation
import GRDB
@testable import Ledger
@testable import LedgerStore
import TransparencyLog

extension Fuzzer {
  /// A database that somebody else made, with our marks and tables, or tables like them, but any rows: positions and sizes of any sign and
  /// size.
  ///
  /// Reading it may refuse and may find, but must not end the program.
  static let rows = Fuzzer(name: "rows", options: ["-max_len=4096"]) { bytes in
    let path = Scratch.folder.path + "/rows.sqlite"
    for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(path + suffix) }
    var dice = Dice(bytes)
    let mode = dice.byte()
    guard let head = fill(path, &dice, mode) else { return }
    guard let store = try? SQLiteStore(path: path, mode: .read) else { return }
    let source = StoreSource(store: store, head: mode & 1 != 0 ? head : nil)
    let report = try? LogAudit(source: source, key: Keys.log.verifier).run()
    law(report?.isIntact != true || report?.entries == report?.size, "intact, but not all entries were looked at")
    _ = try? StateReplay(source: source).run(size: (try? store.size()) ?? 0)
    _ = try? store.authorHeads()
    _ = try? store.governancePositions()
    _ = try? store.newestCheckpoint()
    _ = try? store.leaves(0..<64)
    _ = try? store.position(author: "a", sequence: dice.number())
    try? store.close()
    let headPath = Scratch.folder.path + "/rows-head"
    Scratch.write(head, to: headPath)
    guard let writing = try? SQLiteStore(path: path, mode: .append) else { return }
    _ = try? Recovery(
      store: writing, commit: Commit(store: writing, signer: Keys.log, head: FileHeadStore(path: headPath)),
      key: Keys.log.verifier
    ).run()
    try? writing.close()
  }

  private static let marks = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = \(LedgerSchema.applicationID);
    PRAGMA user_version = \(LedgerSchema.userVersion);
    """
  private static let loose = """
    CREATE TABLE entries(position INTEGER, leaf, entry); CREATE TABLE tile_hashes(level, place, hash);
    CREATE TABLE notes(author, sequence, position); CREATE TABLE governance(position); CREATE TABLE checkpoints(size, checkpoint);
    """

  /// Fills the tables by the input, and returns a head that the log's true key signed.
  private static func fill(_ path: String, _ dice: inout Dice, _ mode: UInt8) -> [UInt8]? {
    var configuration = Configuration()
    let tables = mode & 4 != 0 ? loose : LedgerSchema.tables.joined(separator: ";")
    configuration.prepareDatabase { try $0.execute(sql: marks + tables) }
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return nil }
    var tree = CompactTree()
    queue.writeWithoutTransaction { database in
      for _ in 0..<24 where !dice.rest.isEmpty {
        let (table, first, second) = (dice.byte(), value(&dice), value(&dice))
        switch table % 5 {
        case 0:
          let entry = dice.take(Int(dice.byte()) * 4)
          let leaf = MerkleHash.leaf(entry)
          tree.append(leaf)
          try? database.execute(
            sql: "INSERT INTO entries VALUES (?, ?, ?)",
            arguments: table < 128 ? [first, second, value(&dice)] : [tree.size.rawValue - 1, Data(leaf.bytes), Data(entry)])
        case 1: try? database.execute(sql: "INSERT INTO tile_hashes VALUES (?, ?, ?)", arguments: [first, second, value(&dice)])
        case 2: try? database.execute(sql: "INSERT INTO notes VALUES (?, ?, ?)", arguments: [first, second, value(&dice)])
        case 3: try? database.execute(sql: "INSERT INTO governance VALUES (?)", arguments: [first])
        default: try? database.execute(sql: "INSERT INTO checkpoints VALUES (?, ?)", arguments: [first, second])
        }
      }
    }
    try? queue.close()
    let size = mode & 2 != 0 ? tree.size : TreeSize(UInt64(mode))
    return try? Checkpoint(origin: Keys.log.name, size: size, root: tree.root).sign(with: Keys.log).bytes
  }

  /// A value of any kind that SQLite has.
  private static func value(_ dice: inout Dice) -> DatabaseValue {
    let kind = dice.byte()
    switch kind % 8 {
    case 0: return .null
    case 1: return Int64(Int8(bitPattern: dice.byte())).databaseValue
    case 2: return Int64(bitPattern: dice.number()).databaseValue
    case 3: return Double(bitPattern: dice.number()).databaseValue
    case 4: return String(decoding: dice.take(Int(dice.byte())), as: UTF8.self).databaseValue
    case 5: return Data(dice.take(32)).databaseValue
    case 6: return Data([UInt8](repeating: kind, count: Int(dice.byte()) * 64)).databaseValue
    default: return Data(dice.take(Int(dice.byte()))).databaseValue
    }
  }
}
