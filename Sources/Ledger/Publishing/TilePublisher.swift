import Cryptography
import Foundation
public import LedgerStore
import TransparencyLog

/// Writes a ledger as the files of C2SP tlog-tiles, so that a web server or a USB stick can carry it.
///
/// Files that a tree of this size shares with an earlier one are left alone; the checkpoint is written last, so that readers never see one
/// whose tiles are not there.
public struct TilePublisher {
  private let store: any LedgerStorage
  private let path: String

  /// Publishes `store` to the directory `path`.
  public init(store: any LedgerStorage, path: String) {
    self.store = store
    self.path = path
  }

  /// Publishes the log under a signed checkpoint of `size` entries.
  ///
  /// - Parameter progress: called with the number of entries that are written.
  /// - Returns: the number of files written.
  /// - Throws: `LedgerError.published` when the directory holds this log with more entries, or another log.
  public func publish(
    checkpoint: [UInt8], size: UInt64, progress: (UInt64) -> Void = { _ in }
  ) throws(LedgerError) -> Int {
    try checkPublished(checkpoint: checkpoint, size: size)
    var written = 0
    for tile in Tile.added(from: .empty, to: TreeSize(size)) {
      let name = TilePath.hashes(tile).text
      if !exists(name) {
        let contents: [[UInt8]]
        do { contents = try StoreTileReader(store: store).readTiles([tile]) } catch { throw .log(reason: "\(error)") }
        try write(contents[0], name)
        written += 1
      }
      guard tile.level == 0 else { continue }
      written += try writeBundle(EntryBundle.Coordinate(index: tile.index, width: tile.width))
      progress(tile.index * UInt64(Tile.fullWidth) + UInt64(tile.width))
    }
    try DurableFile.makeDirectory(path)
    try DurableFile.replace(path + "/checkpoint", with: checkpoint)
    return written + 1
  }

  /// What is published already must be an earlier size of the same log, as its checkpoint says; its signature does not matter here.
  private func checkPublished(checkpoint: [UInt8], size: UInt64) throws(LedgerError) {
    guard let published = try DurableFile.read(path + "/checkpoint") else { return }
    let (new, old) = (Self.lines(checkpoint), Self.lines(published))
    guard old.count > 1, old[0] == new.first, let oldSize = UInt64(old[1]) else {
      throw .published(path: path + "/checkpoint", .otherLog)
    }
    guard oldSize <= size else {
      throw .published(path: path + "/checkpoint", .larger(published: oldSize, size: size))
    }
  }

  private static func lines(_ checkpoint: [UInt8]) -> [Substring] {
    String(decoding: checkpoint, as: UTF8.self).split(separator: "\n", maxSplits: 2)
  }

  private func writeBundle(_ bundle: EntryBundle.Coordinate) throws(LedgerError) -> Int {
    guard !exists(bundle.path) else { return 0 }
    var entries: [[UInt8]] = []
    let start = bundle.start.rawValue
    do {
      try unsafe store.scan(start..<start + UInt64(bundle.width)) { _, _, entry in
        entries.append(unsafe [UInt8](entry))
        return true
      }
    } catch { throw .store(error) }
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
    try DurableFile.makeDirectory((file as NSString).deletingLastPathComponent)
    try DurableFile.replace(file, with: bytes)
  }
}
