/// The tables of SPEC 12, one statement an object.
enum LedgerSchema {
  /// "Amnh": marks the file as ours in SQLite's header.
  static let applicationID: Int32 = 0x416D_6E68
  static let userVersion: Int32 = 1
  static let pageSize = 16_384

  static let tables: [String] = [
    "CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT",
    """
    CREATE TABLE tiles(level INTEGER NOT NULL, tile INTEGER NOT NULL, hashes BLOB NOT NULL,
      PRIMARY KEY (level, tile)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notes(author TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (author, sequence)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE governance(position INTEGER PRIMARY KEY) STRICT",
    "CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, checkpoint BLOB NOT NULL) STRICT",
  ]

  static let tableNames = ["entries", "tiles", "notes", "governance", "checkpoints"]

  /// Refuse to change or remove what was appended, also to whoever opens the file with another program by mistake.
  static var triggers: [String] {
    tableNames.flatMap { table in
      ["UPDATE", "DELETE"].map { verb in
        """
        CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append only'); END
        """
      }
    }
  }
}
