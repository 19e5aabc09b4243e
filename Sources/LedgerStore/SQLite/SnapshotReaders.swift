import Synchronization

/// Connections that read one state of the file while the store's own goes on writing. One that is given back serves the next snapshot.
final class SnapshotReaders: Sendable {
  private struct Idle {
    var connections: [SQLiteConnection] = []
    var isClosed = false
  }

  private let path: String
  private let idle = Mutex(Idle())

  init(path: String) { self.path = path }

  func take() throws(StoreError) -> SQLiteConnection {
    let (known, isClosed) = idle.withLock { ($0.connections.popLast(), $0.isClosed) }
    guard !isClosed else { throw .closed(place: path) }
    if let known { return known }
    return try SQLiteFile.openReader(path: path)
  }

  func giveBack(_ connection: SQLiteConnection) {
    let isClosed = idle.withLock { idle in
      if !idle.isClosed { idle.connections.append(connection) }
      return idle.isClosed
    }
    // Nothing was written through it: nothing is lost when it cannot be closed.
    if isClosed { try? connection.close() }
  }

  func close() throws(StoreError) {
    let connections = idle.withLock { idle in
      defer { idle = Idle(connections: [], isClosed: true) }
      return idle.connections
    }
    for connection in connections { try connection.close() }
  }
}
