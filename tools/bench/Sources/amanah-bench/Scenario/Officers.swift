import Compliance
import Cryptography
import TransparencyLog
import Vocabulary

/// Who signs: a governor and the officers of a regency, each with a key of their own.
struct Officers {
  /// What an officer does, as numbers of ``signers``.
  enum Duty {
    case manager
    case registrar(Int)
    case verifier(Level, Int)
    case supplier
    case inspector
    case distributor(Int)
  }

  static let origin = "bansos.example/bench"

  let governor: SignerKey
  let governorHolder: Identifier
  private(set) var signers: [SignerKey] = []
  private(set) var grants: [KeyGranted] = []

  private static let registrarCount = 4
  private static let verifierCount = 4
  private static let distributorCount = 16

  init(seed: UInt64) throws {
    var dice = Dice(seed, 1, 0)
    governor = try Self.signer("governor", &dice)
    governorHolder = Moments.id(0, &dice)
    try add("manager", [.programmeManager], everywhere: true, &dice)
    try add("supplier", [.supplier], &dice)
    try add("inspector", [.inspector], &dice)
    for number in 0..<Self.registrarCount { try add("registrar-\(number)", [.registrar], &dice) }
    for (level, role) in [("rt", Role.verifierRt), ("desa", .verifierDesa), ("kecamatan", .verifierKecamatan)] {
      for number in 0..<Self.verifierCount { try add("verifier-\(level)-\(number)", [role], &dice) }
    }
    for number in 0..<Self.distributorCount { try add("distributor-\(number)", [.distributor], &dice) }
  }

  /// The number of the officer for a duty in a village.
  func number(_ duty: Duty) -> Int {
    switch duty {
    case .manager: 0
    case .supplier: 1
    case .inspector: 2
    case .registrar(let village): 3 + village % Self.registrarCount
    case .verifier(let level, let village):
      3 + Self.registrarCount + Self.offset(level) * Self.verifierCount + village % Self.verifierCount
    case .distributor(let village): 3 + Self.registrarCount + 3 * Self.verifierCount + village % Self.distributorCount
    }
  }

  private static func offset(_ level: Level) -> Int {
    switch level {
    case .rt: 0
    case .desa: 1
    case .kecamatan, .dinas: 2
    }
  }

  private mutating func add(_ name: String, _ roles: [Role], everywhere: Bool = false, _ dice: inout Dice) throws {
    let signer = try Self.signer(name, &dice)
    signers.append(signer)
    grants.append(
      KeyGranted(
        key: signer.verifier.text, holder: Moments.id(0, &dice), roles: roles, regions: everywhere ? nil : [try Place.regency()],
        validFrom: try Moments.at(day: 0, second: 0)))
  }

  private static func signer(_ name: String, _ dice: inout Dice) throws -> SignerKey {
    SignerKey(name: try KeyName("\(origin)/\(name)"), signingKey: try SigningKey(seed: SecretBytes(dice.bytes(32))))
  }
}
