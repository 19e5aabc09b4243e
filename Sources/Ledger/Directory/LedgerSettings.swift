public import TransparencyLog
import Yams

/// `amanah.yaml`: what a ledger's users need to know about it. Holds no secret.
public struct LedgerSettings: Sendable {
  /// The origin: the name of the ledger and of its log key.
  public var origin: String
  /// The key that verifies its checkpoints.
  public var logKey: VerifierKey
  /// What the ledger is called in reports.
  public var title: String
  /// Hours from UTC for times without an offset: 7, 8 or 9.
  public var zone: Int
  /// `id` or `en` for reports, or nil to follow the user's locale.
  public var language: String?

  /// Settings of a new ledger.
  public init(origin: String, logKey: VerifierKey, title: String, zone: Int = 7, language: String? = nil) {
    self.origin = origin
    self.logKey = logKey
    self.title = title
    self.zone = zone
    self.language = language
  }

  /// Reads `text`; unknown keys are refused, so that a mistyped one is noticed.
  public init(yaml text: String, path: String) throws(LedgerError) {
    let file: File
    do { file = try YAMLDecoder().decode(File.self, from: text) } catch {
      throw .settings(path: path, .unreadable(reason: Self.reason(error)))
    }
    guard file.version == 1 else { throw .settings(path: path, .version(file.version)) }
    guard (7...9).contains(file.zone) else { throw .settings(path: path, .zone(file.zone)) }
    let key: VerifierKey
    do { key = try VerifierKey(file.logKey) } catch { throw .settings(path: path, .logKey(reason: "\(error)")) }
    guard key.name.text == file.origin else { throw .settings(path: path, .name(expected: file.origin)) }
    self.init(origin: file.origin, logKey: key, title: file.title, zone: file.zone, language: file.language)
  }

  /// The text of the file.
  public func yaml() throws(LedgerError) -> String {
    let file = File(version: 1, origin: origin, logKey: logKey.text, title: title, zone: zone, language: language)
    do { return "# Amanah ledger. Nothing here is secret.\n" + (try YAMLEncoder().encode(file)) } catch {
      throw .settings(path: "amanah.yaml", .unreadable(reason: "\(error)"))
    }
  }

  /// What the reader of YAML has to say, on one line.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)".split(separator: "\n").joined(separator: " ") }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.codingPath.map(\.stringValue).joined(separator: ".") + " is of another kind"
    default: return "not YAML"
    }
  }

  private struct File: Codable {
    var version: Int
    var origin: String
    var logKey: String
    var title: String
    var zone: Int
    var language: String?
  }
}
