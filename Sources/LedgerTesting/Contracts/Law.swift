public import LedgerStore

/// One promise of a port, which every store behind it must keep.
///
/// It is checked by throwing, not by a testing library's macros, so that whoever writes a store may run it in any: give the laws of a
/// contract as arguments to one test, and a failure names the law.
public struct Law<Subject>: Sendable, CustomStringConvertible {
  /// What is promised, as a sentence.
  public let sentence: String
  private let body: @Sendable (Subject) async throws -> Void

  init(_ sentence: String, _ body: @escaping @Sendable (Subject) async throws -> Void) {
    self.sentence = sentence
    self.body = body
  }

  /// Checks the law.
  ///
  /// - Parameter subject: a place where nothing is yet; each law needs another.
  /// - Throws: `LawBroken`, or what the store threw where it must not.
  public func check(_ subject: Subject) async throws { try await body(subject) }

  public var description: String { sentence }
}

/// How a store has broken a law.
public struct LawBroken: Error, CustomStringConvertible {
  public let description: String
}

/// A place for one store, which may be opened again and again, and by several at once. Of a head or a lease, which are not opened for
/// anything, it gives always the same.
public typealias StorePlace<Store> = @Sendable (StoreAccess) throws -> Store

/// Whether two things are the same.
func expect<Value: Equatable>(
  _ found: Value, is expected: Value, _ what: String, file: StaticString = #fileID, line: UInt = #line
) throws(LawBroken) {
  guard found != expected else { return }
  throw LawBroken(description: "\(what): expected \(expected), found \(found) (\(file):\(line))")
}

/// Whether `body` throws an error of the ports that `isRight` accepts.
func expectError(
  _ what: String, file: StaticString = #fileID, line: UInt = #line, _ isRight: (StoreError) -> Bool = { _ in true },
  from body: () async throws -> Void
) async throws {
  do { try await body() } catch let error as StoreError {
    guard !isRight(error) else { return }
    throw LawBroken(description: "\(what): found another error: \(error) (\(file):\(line))")
  }
  throw LawBroken(description: "\(what): expected an error, found none (\(file):\(line))")
}

extension StoreError {
  /// Whether there was nothing to open.
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// Whether something was refused that contradicts what is stored.
  var isContradiction: Bool {
    if case .failed(_, _, let failure) = self { failure.cause == .contradiction } else { false }
  }
}
