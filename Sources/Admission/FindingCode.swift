/// Why a note is refused (SPEC 7.1) or a log does not verify (SPEC 8). The same code everywhere: receipts, reports, both verifiers.
public enum FindingCode: String, CaseIterable, Hashable, Sendable {
  case noteTooLarge = "note.tooLarge"
  case noteMalformed = "note.malformed"
  case noteLedger = "note.ledger"
  case signatureAuthor = "signature.author"
  case signatureDuplicate = "signature.duplicate"
  case keyUnknown = "key.unknown"
  case signatureInvalid = "signature.invalid"
  case keyRevoked = "key.revoked"
  case keyOutOfTime = "key.outOfTime"
  case authorGap = "author.gap"
  case authorFork = "author.fork"
  case authorPrevious = "author.previous"
  case seenFuture = "seen.future"
  case seenRoot = "seen.root"
  case eventMalformed = "event.malformed"
  case eventType = "event.type"
  case eventSchema = "event.schema"
  case genesisMissing = "genesis.missing"
  case genesisRepeated = "genesis.repeated"
  case genesisOrigin = "genesis.origin"
  case genesisLogKey = "genesis.logKey"
  case genesisGovernors = "genesis.governors"
  case authorityRole = "authority.role"
  case authorityRegion = "authority.region"
  case authorityProgramme = "authority.programme"
  case grantKey = "grant.key"
  case grantName = "grant.name"
  case grantScope = "grant.scope"
  case revocationUnknown = "revocation.unknown"

  case entryMissing = "entry.missing"
  case entryLeaf = "entry.leaf"
  case entryMalformed = "entry.malformed"
  case entryPosition = "entry.position"
  case entryPrevious = "entry.previous"
  case entryRecordedAt = "entry.recordedAt"
  case entryBeyondCheckpoint = "entry.beyondCheckpoint"
  case bundleMalformed = "bundle.malformed"
  case tileMissing = "tile.missing"
  case tileMalformed = "tile.malformed"
  case tileHash = "tile.hash"
  case checkpointMalformed = "checkpoint.malformed"
  case checkpointSignature = "checkpoint.signature"
  case checkpointOrigin = "checkpoint.origin"
  case checkpointRollback = "checkpoint.rollback"
  case checkpointInconsistent = "checkpoint.inconsistent"
  case checkpointRoot = "checkpoint.root"
  case attestationDigest = "attestation.digest"
  case proofMalformed = "proof.malformed"
  case proofInclusion = "proof.inclusion"

  /// Whether SPEC 7.1 checks this after `seen.root` within one note.
  public var comesAfterSeen: Bool {
    switch self {
    case .eventMalformed, .eventType, .eventSchema, .genesisMissing, .genesisRepeated, .genesisOrigin, .genesisLogKey,
      .genesisGovernors, .authorityRole, .authorityRegion, .authorityProgramme, .grantKey, .grantName, .grantScope,
      .revocationUnknown:
      true
    default: false
    }
  }
}
