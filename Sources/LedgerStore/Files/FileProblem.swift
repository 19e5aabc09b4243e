import Foundation

/// What was being done to a file.
public enum FileWork: String, CaseIterable, Hashable, Sendable {
  case opening, reading, creating, writing, flushing, closing, replacing, listing, locking
  case makingDirectory = "making the directory"
}

/// Why it could not be done.
public enum FileReason: Hashable, Sendable, CustomStringConvertible {
  /// The system's error number.
  case system(Int32)
  /// There is something else than a file, such as a directory or a pipe.
  case notAFile
  /// There is something else than a directory.
  case notADirectory
  /// Another process has changed the file meanwhile.
  case changedMeanwhile

  /// The system's error number beneath an error of Foundation, or that for an error of input and output.
  public init(_ error: any Error) {
    var found: NSError? = error as NSError
    while let error = found, error.domain != NSPOSIXErrorDomain { found = error.userInfo[NSUnderlyingErrorKey] as? NSError }
    self = .system(found.map { Int32(truncatingIfNeeded: $0.code) } ?? EIO)
  }

  public var description: String {
    switch self {
    case .system(let number): unsafe String(cString: strerror(number))
    case .notAFile: "expected a file, found something else, such as a directory or a pipe"
    case .notADirectory: "expected a directory, found something else"
    case .changedMeanwhile: "expected the head that this process wrote; another process changed it"
    }
  }
}
