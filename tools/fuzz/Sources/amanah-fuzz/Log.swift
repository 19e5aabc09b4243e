import Cryptography
@testable import TransparencyLog

extension Fuzzer {
  /// A checkpoint's text, signed here: SPEC 5.
  static let checkpoint = Fuzzer(name: "checkpoint", options: ["-max_len=1024"]) { bytes in
    // As it came: nobody signed it, so no bytes may pass.
    if let opened = accepted({ try SignedCheckpoint.open(bytes, verifier: Keys.log.verifier) }) {
      law(opened.bytes == bytes, "the bytes of a checkpoint were changed")
      law(opened.checkpoint.text == Array(opened.note.text), "a checkpoint has two spellings")
    }
    let text = bytes.last == 0x0A ? bytes : bytes + [0x0A]
    guard let note = accepted({ try SignedNote.sign(text, with: [Keys.log]) }) else { return }
    let parsed = unsafe text.withUnsafeBytes { bytes in accepted { try unsafe Checkpoint(parsing: bytes) } }
    let opened = accepted { try SignedCheckpoint.open(note.bytes, verifier: Keys.log.verifier) }
    if let parsed {
      law(parsed.text == text, "a checkpoint has two spellings")
      law((opened != nil) == (parsed.origin == Keys.log.name), "opened, though of another log, or not, though of this one")
    } else {
      law(opened == nil, "opened what is no checkpoint")
    }
  }

  /// A bundle of entries, its width first: SPEC 5.
  static let bundle = Fuzzer(name: "bundle", options: ["-max_len=8192"]) { bytes in
    var dice = Dice(bytes)
    let width = Int(dice.byte()) + 1
    let bundle = Array(dice.rest)
    if let entries = accepted({ try EntryBundle.decode(bundle, width: width) }) {
      law(entries.count == width, "another number of entries")
      law((try? EntryBundle.encode(entries)) == bundle, "a bundle has two spellings")
    }
    let tile = Tile(level: 0, index: 0, width: width)
    if let contents = TileContents(tile: tile, bytes: bundle) {
      law(contents.hashes.flatMap(\.bytes) == bundle, "a tile has two spellings")
    }
  }

  /// A receipt: SPEC 5.
  static let receipt = Fuzzer(name: "receipt", options: ["-max_len=8192"]) { bytes in
    guard let proof = accepted({ try TlogProof(parsing: bytes) }) else { return }
    law(proof.encode() == bytes, "a receipt has two spellings")
    _ = try? proof.check(leaf: .zero, verifier: Keys.log.verifier)
    // With a checkpoint that the log did sign, of any size: only the true path is accepted.
    let size = TreeSize(proof.position.rawValue &* 31 % 4099 + 1)
    guard let root = accepted({ try InclusionProof(position: proof.position, size: size, path: proof.path).root(leaf: .zero) }),
      let signed = accepted({ try Checkpoint(origin: Keys.log.name, size: size, root: root).sign(with: Keys.log) })
    else { return }
    let ours = TlogProof(position: proof.position, path: proof.path, checkpoint: signed.note)
    law((try? ours.check(leaf: .zero, verifier: Keys.log.verifier)) != nil, "a proof that gives the root is refused")
    law((try? ours.check(leaf: root, verifier: Keys.log.verifier)) == nil || root == .zero, "another leaf has the same proof")
  }

  /// Proofs of inclusion and consistency, numbers first: SPEC 5.
  static let proof = Fuzzer(name: "proof", options: ["-max_len=4096"]) { bytes in
    var dice = Dice(bytes)
    let (old, new) = (TreeSize(dice.number() & Int64.max.magnitude), TreeSize(dice.number() & Int64.max.magnitude))
    var path: [Digest] = []
    while let hash = Digest(bytes: dice.take(32)) { path.append(hash) }
    let inclusion = InclusionProof(position: Position(old.rawValue), size: new, path: path)
    if let root = accepted({ try inclusion.root(leaf: .zero) }) {
      law((try? inclusion.check(leaf: .zero, root: root)) != nil, "a proof refuses its own root")
    }
    let roots = (path.first ?? .zero, path.last ?? .zero)
    _ = try? ConsistencyProof(old: old, new: new, path: path).check(oldRoot: roots.0, newRoot: roots.1)
    checkTrueTree(size: Int(new.rawValue % 67) + 1, old: Int(old.rawValue % 67) + 1, foreign: path)
  }

  /// In a true tree the true proofs are accepted, and with any hash from the input in them they are not.
  private static func checkTrueTree(size: Int, old: Int, foreign: [Digest]) {
    let (old, size) = (min(old, size), max(old, size))
    let leaves = (0..<size).map { MerkleHash.leaf([UInt8($0)]) }
    let reader = LeafReader(leaves: leaves)
    let root = reader.root(size)
    guard let consistency = try? ConsistencyProof.prove(old: TreeSize(UInt64(old)), new: TreeSize(UInt64(size)), reader: reader),
      let inclusion = try? InclusionProof.prove(Position(UInt64(old - 1)), in: TreeSize(UInt64(size)), reader: reader)
    else { fatalError("a true tree gives no proof") }
    law((try? consistency.check(oldRoot: reader.root(old), newRoot: root)) != nil, "a true proof is refused")
    law((try? inclusion.check(leaf: leaves[old - 1], root: root)) != nil, "a true proof is refused")
    guard let other = foreign.first, !inclusion.path.isEmpty, !inclusion.path.contains(other) else { return }
    var path = inclusion.path
    path[old % path.count] = other
    let changed = InclusionProof(position: inclusion.position, size: inclusion.size, path: path)
    law((try? changed.check(leaf: leaves[old - 1], root: root)) == nil, "a changed proof is accepted")
  }

  /// A path of a tile or bundle.
  static let path = Fuzzer(name: "path", options: ["-max_len=96"]) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let path = accepted({ try TilePath(parsing: text) }) else { return }
    law(path.text.utf8.elementsEqual(text.utf8), "a path has two spellings")
  }
}

/// A small tree, hashed anew each time.
private struct LeafReader: HashReader {
  let leaves: [Digest]

  func root(_ size: Int) -> Digest {
    var tree = CompactTree()
    for leaf in leaves.prefix(size) { tree.append(leaf) }
    return tree.root
  }

  func readHashes(at nodes: [TreeNode]) throws -> [Digest] {
    nodes.map { node in
      let first = Int(node.index) << node.level
      var tree = CompactTree()
      for leaf in leaves[first..<first + (1 << node.level)] { tree.append(leaf) }
      return tree.root
    }
  }
}
