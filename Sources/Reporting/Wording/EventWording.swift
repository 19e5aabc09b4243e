import Language

/// One sentence for each event type, with gaps named after properties of its `data` (``Template``).
///
/// Just data: an event type without a sentence here is summed up by its codes.
enum EventWording {
  static func of(_ type: String) -> Bilingual? { all[type] }

  /// The event types that have a sentence.
  static var types: Set<String> { Set(all.keys) }

  private static let all: [String: Bilingual] = [governance, programme, registry, procurement, service]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}
