import LedgerStore

/// Names of the files that tell what was refused of each file of a plan, beside each other in one folder.
enum RejectNames {
  /// A name for each file with its list, in their order; no two are equal, also where upper and lower case are the same.
  ///
  /// It is that of the file with `.ditolak.csv` instead of its ending. Where files differ in the ending only, or one is read as two
  /// lists, it keeps the ending and has the list behind it; where even that is equal, a number. It depends on the plan alone, not on
  /// what is refused.
  static func make(_ files: [(path: String, list: String)]) -> [String] {
    var uses: [String: Int] = [:]
    for file in files { uses[stem(of: file.path).lowercased(), default: 0] += 1 }
    var taken = Set(uses.keys.filter { uses[$0] == 1 })
    return files.map { file in
      let stem = stem(of: file.path)
      if uses[stem.lowercased()] == 1 { return stem + ending }
      let long = "\(FilePath.name(of: file.path)).\(file.list)"
      var name = long
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(long).\(number)"
      }
      return name + ending
    }
  }

  /// The name without its ending.
  private static func stem(of path: String) -> String {
    let name = FilePath.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static let ending = ".ditolak.csv"
}
