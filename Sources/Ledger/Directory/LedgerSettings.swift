public import Language
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
  /// What is spoken about this ledger to whoever asks for no language; nil where the file names none of ours.
  public var language: Language?

  /// Settings of a new ledger.
  public init(origin: String, logKey: VerifierKey, title: String, zone: Int = 7, language: Language? = nil) {
    self.origin = origin
    self.logKey = logKey
    self.title = title
    self.zone = zone
    self.language = language
  }

  /// More than any such file needs.
  static let maximumByteCount = 16 << 10

  /// Reads `text`; unknown keys are refused, so that a mistyped one is noticed.
  ///
  /// Only plain `key: value` lines are read, with nothing that YAML could make more of than stands there: a file of a few lines can
  /// name itself so often that no memory holds it. So the text is looked at before YAML is.
  public init(yaml text: String, path: String) throws(LedgerError) {
    guard text.utf8.count <= Self.maximumByteCount else {
      throw .settings(path: path, .unreadable(reason: "expected at most \(Self.maximumByteCount) bytes, found more"))
    }
    if let problem = Self.problem(text) { throw .settings(path: path, .unreadable(reason: problem)) }
    let file: File
    do { file = try YAMLDecoder().decode(File.self, from: text) } catch {
      throw .settings(path: path, .unreadable(reason: Self.reason(error)))
    }
    guard file.version == 1 else { throw .settings(path: path, .version(file.version)) }
    guard (7...9).contains(file.zone) else { throw .settings(path: path, .zone(file.zone)) }
    let key: VerifierKey
    do { key = try VerifierKey(file.logKey) } catch { throw .settings(path: path, .logKey(reason: "\(error)")) }
    guard key.name.text == file.origin else { throw .settings(path: path, .name(expected: file.origin)) }
    self.init(
      origin: file.origin, logKey: key, title: file.title, zone: file.zone,
      language: file.language.flatMap(Language.init(rawValue:)))
  }

  /// The text of the file.
  public func yaml() throws(LedgerError) -> String {
    let file = File(version: 1, origin: origin, logKey: logKey.text, title: title, zone: zone, language: language?.rawValue)
    do { return "# Amanah ledger. Nothing here is secret.\n" + (try YAMLEncoder().encode(file)) } catch {
      throw .settings(path: "amanah.yaml", .unreadable(reason: "\(error)"))
    }
  }

  /// What is in the way of reading `text` as lines of keys and plain or quoted values.
  ///
  /// Scalars, since a character of Swift may be several of what YAML sees: `&` with an accent behind it begins an anchor all the same.
  private static func problem(_ text: String) -> String? {
    let keys = File.CodingKeys.allCases.map(\.rawValue)
    let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    var goesOn = false
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    // CR LF makes an empty line more, so that lines are not numbered.
    for line in scalars.split(whereSeparator: breaks.contains) {
      let content = line.drop { $0 == " " }
      guard let first = content.first, first != "#" else { continue }
      let isIndented = content.startIndex > line.startIndex
      // Long values are folded: an indented line belongs to a value that began beside its key.
      if isIndented, goesOn { continue }
      guard !isIndented, let colon = line.firstIndex(of: ":"), keys.contains(String(line[..<colon])) else {
        return "expected lines that begin with one of the keys \(keys.joined(separator: ", ")), found another"
      }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      if let start = value.first, "&*!|>[{%@`#?".unicodeScalars.contains(start) {
        return
          "\(String(line[..<colon])): expected a plain or quoted value; anchors, aliases, tags, lists and objects are not read"
      }
      goesOn = !value.isEmpty
    }
    return nil
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

    enum CodingKeys: String, CodingKey, CaseIterable {
      case version, origin, logKey, title, zone, language
    }
  }
}
