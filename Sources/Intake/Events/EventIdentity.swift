internal import Cryptography
public import Vocabulary

/// Identifiers that are computed instead of made up, so that reading a file again makes the same ones.
///
/// Each is a UUIDv7 whose 74 random bits are the first bits of a keyed digest (SPEC 9.1): without the vault's key nobody can tell which
/// number, person or row an identifier belongs to.
public struct EventIdentity {
  private let sealer: any PersonalDataSealer

  /// Identities under the vault's key.
  public init(sealer: any PersonalDataSealer) { self.sealer = sealer }

  /// The identifier of the event that a row makes: the time is `at`, the digest is over `material` under the label `event`.
  func event(at: Timestamp, _ material: IdentityMaterial) -> Identifier {
    identifier(milliseconds: Self.milliseconds(at), label: "event", value: material.bytes)
  }

  /// The identifier of a recipient who is first named at `at`: the digest is over the participant number under the label `recipient`.
  public func recipient(number: Code, at: Timestamp) -> Identifier {
    identifier(milliseconds: Self.milliseconds(at), label: "recipient", value: Array(number.description.utf8))
  }

  /// The identifier of a person who holds keys: the digest is over `staffNumber` under the label `holder`.
  ///
  /// Its time is always 0, so that the same person has the same identifier in every list.
  public func holder(staffNumber: String) -> Identifier {
    identifier(milliseconds: 0, label: "holder", value: Array(staffNumber.utf8))
  }

  /// The identifier of an event that comes without one: type, time and data in canonical form, under the label `event`. What `id` it
  /// has now does not matter.
  ///
  /// - Throws: `EventError` where its schema would refuse it.
  public func event(of event: Event) throws(EventError) -> Identifier {
    // {"type":"…","id":"…","at":"…","data": and the closing brace stand around the data.
    let frame = "{'type':'','id':'','at':'','data':".utf8.count
    let before = frame + event.type.rawValue.utf8.count + Identifier.characterCount + Timestamp.characterCount
    let data = try EventWriter.write(event)[before...].dropLast()
    var material = IdentityMaterial("events")
    material.append(event.type.rawValue)
    material.append(event.at.description)
    material.append(String(decoding: data, as: UTF8.self))
    return self.event(at: event.at, material)
  }

  private func identifier(milliseconds: UInt64, label: String, value: [UInt8]) -> Identifier {
    let digest = sealer.digest(label: label, value: value)
    let (first, second) = unsafe digest.withUnsafeBytes { bytes in
      (
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    // 12 bits, then the next 62.
    return .make(millisecondsSince1970: milliseconds, random: (first >> 52, (first << 12 | second >> 52) >> 2))
  }

  private static func milliseconds(_ at: Timestamp) -> UInt64 { UInt64(clamping: at.secondsSince1970) * 1000 }
}
