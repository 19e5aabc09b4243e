/// How many of each kind to show when there is not room for all.
enum ShownShares {
  /// A share for each count, none above its count, together at most `limit`: small kinds are shown whole, large ones share what is left
  /// evenly.
  static func quotas(_ counts: [Int], limit: Int) -> [Int] {
    var quotas = Array(repeating: 0, count: counts.count)
    var left = max(0, limit)
    let ascending = counts.indices.sorted { counts[$0] != counts[$1] ? counts[$0] < counts[$1] : $0 < $1 }
    for (done, index) in ascending.enumerated() {
      quotas[index] = min(counts[index], left / (ascending.count - done))
      left -= quotas[index]
    }
    return quotas
  }
}
