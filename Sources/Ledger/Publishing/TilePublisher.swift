import Cryptography
import Foundation
public import LedgerStore
public import TransparencyLog

/// Writes a ledger as the files of C2SP tlog-tiles, so that a web server or a USB stick can carry it.
///
/// Files that a tree of this size shares with an earlier one are left alone; the checkpoint is written last, so that readers never see one
/// whose tiles are not there.
public struct TilePublisher {
  private let store: any EntryStore
  private let path: String

  /// Publishes `store` to the directory `path`.
  public init(store: any EntryStore, path: String) {
    self.store = store
    self.path = path
  }

  /// Publishes the log under its signed checkpoint.
  ///
  /// - Parameters:
  ///   - head: the checkpoint, of entries that the store has.
  ///   - key: the log's.
  ///   - progress: called with the number of entries that are written.
  /// - Returns: the number of files written.
  /// - Throws: `LedgerError.published` when the directory holds this log with more or with other entries, or another log.
  public func publish(
    _ head: SignedCheckpoint, key: VerifierKey, progress: (UInt64) -> Void = { _ in }
  ) throws(LedgerError) -> Int {
    let published = try publishedSize(head.checkpoint, key)
    // What no published checkpoint vouches for may be left of another history that was cut short: it is written anew.
    let unknown = Set(Tile.added(from: published, to: head.checkpoint.size))
    var written = 0
    for tile in Tile.added(from: .empty, to: head.checkpoint.size) {
      let name = TilePath.hashes(tile).text
      let isNew = unknown.contains(tile)
      if isNew || !exists(name) {
        let contents: [[UInt8]]
        do { contents = try StoreTileReader(store: store).readTiles([tile]) } catch { throw .log(reason: "\(error)") }
        try write(contents[0], name)
        written += 1
      }
      guard tile.level == 0 else { continue }
      written += try writeBundle(EntryBundle.Coordinate(index: tile.index, width: tile.width), isNew: isNew)
      progress(tile.index * UInt64(Tile.fullWidth) + UInt64(tile.width))
    }
    try DurableFile.makeDirectory(path)
    try DurableFile.replace(path + "/checkpoint", with: head.bytes)
    return written + 1
  }

  /// The size that is published already, 0 where there is none: an earlier one of this very history, so that its files are, too.
  private func publishedSize(_ head: Checkpoint, _ key: VerifierKey) throws(LedgerError) -> TreeSize {
    let file = path + "/checkpoint"
    guard let bytes = try DurableFile.read(file) else { return .empty }
    let published: Checkpoint
    do { published = try SignedCheckpoint.open(bytes, verifier: key).checkpoint } catch {
      throw .published(path: file, .otherLog)
    }
    let (old, new) = (published.size, head.size)
    guard old <= new else { throw .published(path: file, .larger(published: old, size: new)) }
    guard try StoreHashReader.root(of: old, in: store, size: head.size, root: head.root) == published.root else {
      throw .published(path: file, .otherHistory(published: old, size: new))
    }
    return published.size
  }

  private func writeBundle(_ bundle: EntryBundle.Coordinate, isNew: Bool) throws(LedgerError) -> Int {
    guard isNew || !exists(bundle.path) else { return 0 }
    var entries: [[UInt8]] = []
    let start = bundle.start
    do {
      try unsafe store.scan(start..<start.advanced(by: bundle.width)) { _, _, entry in
        entries.append(unsafe [UInt8](entry))
        return true
      }
    } catch { throw LedgerError(error) }
    guard entries.count == bundle.width else {
      throw .log(reason: "expected \(bundle.width) entries from position \(start), found \(entries.count)")
    }
    let bytes: [UInt8]
    do { bytes = try EntryBundle.encode(entries) } catch { throw .log(reason: "\(error)") }
    try write(bytes, bundle.path)
    return 1
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  private func write(_ bytes: [UInt8], _ name: String) throws(LedgerError) {
    let file = "\(path)/\(name)"
    try DurableFile.makeDirectory(FilePath.folder(of: file))
    try DurableFile.replace(file, with: bytes)
  }
}
