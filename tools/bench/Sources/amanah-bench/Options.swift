import Foundation

/// What the command line says.
struct Options {
  var events: [Int] = []
  var isJSON = false
  var folder = NSTemporaryDirectory() + "amanah-bench"
  var seed: UInt64 = 20_260_101
  /// The command line tool, for its start time.
  var amanah: String?
  /// Whether the ledgers stay for a look with other tools.
  var keeps = false
  /// Where they are kept.
  var store = BenchStore.sqlite
  /// Which ledgers are made.
  var packings = Packing.allCases
  /// A file for the figures as JSON, beside the table.
  var figures: String?
  var child: (work: Child.Work, path: String)?

  static let usage = """
    usage: amanah-bench [--events N]... [--json] [--seed S] [--directory DIR] [--amanah PROGRAM] [--keep]
                         [--packing single|list] [--store sqlite|memory] [--figures FILE]
      --events N       events of a ledger; may be repeated; 10000 and 100000 by default
      --json           figures for programs instead of a table
      --seed S         another random but repeatable ledger
      --directory DIR  where ledgers are made, on the disk that is to be measured
      --amanah PROGRAM the command line tool, to measure how fast it starts
      --keep           leaves the ledgers behind
      --packing P      only ledgers of single-event notes, or only of list notes; both by default
      --store S        where ledgers are kept: in files, or in memory to see what the disk costs; files by default
      --figures FILE   writes the figures as JSON beside the table
           amanah-bench --child open|audit|replay LEDGER
      does one thing with a ledger and prints the peak memory in bytes; also for profilers
    """

  static var program: String { CommandLine.arguments[0] }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(_ name: String) throws -> String {
      guard let value = rest.popFirst() else { throw BenchError("\(name) needs a value\n\(Self.usage)") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--events":
        guard let count = Int(try value(argument)), count >= 1000 else {
          throw BenchError("--events: expected a number from 1000 on")
        }
        events.append(count)
      case "--json": isJSON = true
      case "--keep": keeps = true
      case "--packing":
        guard let packing = Packing(rawValue: try value(argument)) else {
          throw BenchError("--packing: expected single or list")
        }
        packings = [packing]
      case "--store":
        guard let found = BenchStore(rawValue: try value(argument)) else {
          throw BenchError("--store: expected sqlite or memory")
        }
        store = found
      case "--figures": figures = try value(argument)
      case "--directory": folder = try value(argument)
      case "--amanah": amanah = try value(argument)
      case "--seed":
        guard let number = UInt64(try value(argument)) else { throw BenchError("--seed: expected a number") }
        seed = number
      case "--child":
        guard let work = Child.Work(rawValue: try value(argument)) else { throw BenchError(Self.usage) }
        child = (work, try value(argument))
      default: throw BenchError(Self.usage)
      }
    }
    if events.isEmpty { events = [10_000, 100_000] }
    events.sort()
  }
}
