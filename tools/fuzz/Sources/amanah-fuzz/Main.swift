import CFuzzer
import Foundation

/// libFuzzer calls back without context.
nonisolated(unsafe) private var chosen: ([UInt8]) -> Void = { _ in }

private func one(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  unsafe chosen([UInt8](UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// `amanah-fuzz NAME [options of libFuzzer] [corpus or inputs]`; `amanah-fuzz --list`.
@main enum Main {
  private static let variable = "AMANAH_FUZZER"

  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 2, arguments[1] == "--list" {
      for fuzzer in Fuzzer.all { print("\(fuzzer.name)\t\(fuzzer.options.joined(separator: " "))") }
      return
    }
    // When it merges, libFuzzer starts this program again with its own options only.
    let inherited = ProcessInfo.processInfo.environment[variable]
    guard let name = inherited ?? arguments.dropFirst().first, let fuzzer = Fuzzer.all.first(where: { $0.name == name }) else {
      FileHandle.standardError.write(Data("usage: amanah-fuzz \(Fuzzer.all.map(\.name).joined(separator: "|")) …\n".utf8))
      exit(2)
    }
    unsafe setenv(variable, name, 1)
    unsafe chosen = fuzzer.run
    let rest = [arguments[0]] + fuzzer.options + arguments.dropFirst(inherited == nil ? 2 : 1)
    var count = Int32(rest.count)
    let copies = unsafe rest.map { unsafe strdup($0) } + [nil]
    let values = unsafe UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count)
    unsafe values.initialize(from: copies, count: copies.count)
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe values
    exit(unsafe LLVMFuzzerRunDriver(&count, &pointer, one))
  }
}
