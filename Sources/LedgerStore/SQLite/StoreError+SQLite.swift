import GRDB

extension StoreError {
  /// Names SQLite's result without statement arguments, which may be personal.
  static func of(_ error: any Error, _ doing: StoreWork, _ path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else {
      return .failed(
        place: path, doing: doing, StoreFailure(.other, backend: backend, result: "-1", reason: "\(type(of: error))"))
    }
    return .failed(
      place: path, doing: doing,
      StoreFailure(
        cause(error.resultCode), backend: backend, result: "\(error.extendedResultCode.rawValue)",
        reason: error.message ?? "unknown"))
  }

  private static let backend = "SQLite"

  private static func cause(_ code: ResultCode) -> StoreFailure.Cause {
    switch code {
    case .SQLITE_FULL: .full
    case .SQLITE_IOERR: .inputOutput
    case .SQLITE_NOMEM: .outOfMemory
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH: .denied
    case .SQLITE_CANTOPEN: .unreachable
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
    case .SQLITE_CONSTRAINT: .contradiction
    default: .other
    }
  }
}
