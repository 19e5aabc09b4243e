/// The tables of SPEC 12, one statement an object.
enum LedgerSchema {
  /// "Amnh": marks the file as ours in SQLite's header.
  static let applicationID: Int32 = 0x416D_6E68
  static let userVersion: Int32 = 2
  static let pageSize = 16_384

  static let tables: [String] = [
    "CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT",
    """
    CREATE TABLE tile_hashes(level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY (level, place)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notes(author TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (author, sequence)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE governance(position INTEGER PRIMARY KEY) STRICT",
    "CREATE TABLE checkpoints(size INTEGER PRIMARY KEY, checkpoint BLOB NOT NULL) STRICT",
  ]

  /// Each table with its primary key.
  private static let keys = [
    (table: "entries", key: ["position"]), ("tile_hashes", ["level", "place"]), ("notes", ["author", "sequence"]),
    ("governance", ["position"]), ("checkpoints", ["size"]),
  ]

  /// Refuse to change or remove what was appended, also to whoever opens the file with another program by mistake.
  static var triggers: [String] {
    keys.flatMap { table, key in
      let reason = "'\(table) is append only'"
      let isThere = key.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
      return ["UPDATE", "DELETE"].map { verb in
        "CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table) BEGIN SELECT RAISE(ABORT, \(reason)); END"
      } + [
        // REPLACE removes the old row without the trigger for DELETE. FAIL, because a statement that may ABORT copies every page that
        // it changes into a journal of its own first.
        """
        CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isThere)) BEGIN SELECT RAISE(FAIL, \(reason)); END
        """
      ]
    }
  }
}
