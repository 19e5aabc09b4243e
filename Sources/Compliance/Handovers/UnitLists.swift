/// Indices of records by the unit that they name, in the order of the records.
struct UnitLists {
  private var starts: [Int32]
  private var indices: [Int32]

  /// - Parameter units: the unit of each record; negative where it names none.
  init(count: Int, _ units: [Int32]) {
    guard !units.isEmpty else {
      (starts, indices) = ([], [])
      return
    }
    starts = [Int32](repeating: 0, count: count + 1)
    for unit in units where unit >= 0 { starts[Int(unit) + 1] += 1 }
    for unit in 1..<starts.count { starts[unit] += starts[unit - 1] }
    indices = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    for (index, unit) in units.enumerated() where unit >= 0 {
      indices[Int(next[Int(unit)])] = Int32(index)
      next[Int(unit)] += 1
    }
  }

  subscript(unit: Int32) -> ArraySlice<Int32> {
    starts.isEmpty ? [] : indices[Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1])]
  }
}
