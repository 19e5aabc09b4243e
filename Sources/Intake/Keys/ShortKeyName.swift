/// Names of keys as officers write them, in lists and on the command line: without the origin that they all begin with.
public enum ShortKeyName {
  /// The full name: `name` with `origin` and a slash before it, unless it has a slash of its own or is the origin, which names the log's
  /// key.
  public static func complete(_ name: String, origin: String) -> String {
    name.isEmpty || name == origin || name.utf8.contains(UInt8(ascii: "/")) ? name : "\(origin)/\(name)"
  }
}
