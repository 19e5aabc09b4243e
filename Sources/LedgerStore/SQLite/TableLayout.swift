import GRDB

/// What the tables, views and indexes of a database are, as SQLite itself understands them.
///
/// A file that somebody else handed over may have a view where a table should be, a generated column or an index that says something
/// else than its table; what one statement reads there another need not. Such a file is not read at all (SPEC 12).
struct TableLayout: Equatable {
  private let lines: [String]

  /// The layout of an open database. Triggers are no part of it.
  static func of(_ database: Database) throws -> TableLayout {
    let columns = try Row.fetchAll(
      database,
      sql: """
        SELECT list.name, list.type, list.wr, list.strict, info.name, info.type, info."notnull", info.dflt_value, info.pk, info.hidden
        FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS info
        WHERE list.schema = 'main' AND substr(list.name, 1, 7) <> 'sqlite_' ORDER BY list.name, info.cid
        """)
    let indexes = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name")
    return TableLayout(lines: columns.map { $0.databaseValues.map(\.description).joined(separator: " ") } + indexes)
  }

  /// The layout that statements make.
  static func of(statements: [String]) throws -> TableLayout {
    try DatabaseQueue().write { database in
      for statement in statements { try database.execute(sql: statement) }
      return try of(database)
    }
  }
}
