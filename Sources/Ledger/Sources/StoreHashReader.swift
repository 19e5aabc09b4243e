import Cryptography
import LedgerStore
import TransparencyLog

/// Subtree hashes of a store whose tree the caller knows and trusts.
struct StoreHashReader: HashReader {
  private let reader: TileHashReader<StoreTileReader>

  /// A reader for the tree that `tree` is the right edge of; the stored tiles are checked against it.
  init(store: any LedgerStorage, tree: CompactTree) throws {
    try self.init(store: store, size: tree.size, root: tree.root)
  }

  /// A reader for the tree of `size` with a trusted `root`.
  init(store: any LedgerStorage, size: TreeSize, root: Digest) throws {
    reader = try TileHashReader(size: size, root: root, source: StoreTileReader(store: store))
  }

  func readHashes(at nodes: [TreeNode]) throws -> [Digest] { try reader.readHashes(at: nodes) }
}
