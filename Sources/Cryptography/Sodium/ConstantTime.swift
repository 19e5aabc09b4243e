import CSodium

/// Comparisons whose duration does not depend on where the operands differ.
enum ConstantTime {
  /// Whether both buffers have the same length and the same bytes. Only the length may leak through timing.
  static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return unsafe left.isEmpty }
    return unsafe sodium_memcmp(leftStart, rightStart, left.count) == 0
  }
}
