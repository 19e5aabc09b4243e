import Cryptography
import LedgerStore
import TransparencyLog

/// Subtree hashes of a store whose tree the caller knows and trusts.
struct StoreHashReader: HashReader {
  private let reader: TileHashReader<StoreTileReader>

  /// A reader for the tree of `size` with a trusted `root`.
  init(store: any EntryStore, size: TreeSize, root: Digest) throws {
    reader = try TileHashReader(size: size, root: root, source: StoreTileReader(store: store))
  }

  /// The root at `size` entries of the log in `store`, whose head is of the size `end` and has this `root`.
  ///
  /// - Throws: `LedgerError.store` when the database cannot be read, `.log` when what it has does not lead to the root.
  static func root(
    of size: TreeSize, in store: any EntryStore, size end: TreeSize, root: Digest
  ) throws(LedgerError) -> Digest {
    do { return try StoreHashReader(store: store, size: end, root: root).root(of: size) } catch let error as StoreError {
      throw LedgerError(error)
    } catch { throw .log(reason: "the stored hashes do not lead to the root of \(end) entries: \(error)") }
  }

  func readHashes(at nodes: [TreeNode]) throws -> [Digest] { try reader.readHashes(at: nodes) }
}
