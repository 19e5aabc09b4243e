// swift-tools-version: 6.2
import PackageDescription

/// One array for every target: the strictest settings that the dependencies build with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "amanah",
  defaultLocalization: "en",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "amanah", targets: ["amanah"]),
    .library(
      name: "Amanah",
      targets: ["Cryptography", "TransparencyLog", "Vocabulary", "Language", "Admission", "Compliance", "LedgerStore", "Ledger"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(
      name: "Cryptography",
      dependencies: ["CSodium", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
    .target(name: "TransparencyLog", dependencies: ["Cryptography"], swiftSettings: settings),
    .target(name: "Vocabulary", dependencies: ["Cryptography", "TransparencyLog"], swiftSettings: settings),
    .target(name: "Language", dependencies: ["Vocabulary"], swiftSettings: settings),
    .target(name: "Admission", dependencies: ["Cryptography", "TransparencyLog", "Vocabulary"], swiftSettings: settings),
    .target(
      name: "Compliance", dependencies: ["Cryptography", "TransparencyLog", "Vocabulary", "Admission"], swiftSettings: settings),
    .target(
      name: "Intake", dependencies: ["Cryptography", "TransparencyLog", "Vocabulary", "Language"], swiftSettings: settings),
    .target(
      name: "LedgerStore",
      dependencies: [
        "Cryptography", "TransparencyLog", "Language", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "Ledger",
      dependencies: [
        "Cryptography", "TransparencyLog", "Vocabulary", "Language", "Admission", "Compliance", "Intake", "LedgerStore",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "LedgerTesting", dependencies: ["Cryptography", "TransparencyLog", "LedgerStore"], swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: ["Cryptography", "TransparencyLog", "Vocabulary", "Language", "Admission", "Compliance"],
      swiftSettings: settings),
    .target(
      name: "AmanahCLI",
      dependencies: [
        "Cryptography", "TransparencyLog", "Vocabulary", "Language", "Admission", "Compliance", "Intake", "LedgerStore",
        "Ledger", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "amanah", dependencies: ["AmanahCLI"], swiftSettings: settings),

    // Not a test itself: what several of them draw numbers from and write to.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: settings),
    .testTarget(
      name: "TransparencyLogTests", dependencies: ["TransparencyLog", "Cryptography", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "VocabularyTests", dependencies: ["Vocabulary", "Cryptography", "TransparencyLog", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Vocabulary"], swiftSettings: settings),
    .testTarget(
      name: "AdmissionTests", dependencies: ["Admission", "Vocabulary", "TransparencyLog", "Cryptography"],
      swiftSettings: settings),
    .testTarget(
      name: "ComplianceTests", dependencies: ["Compliance", "Vocabulary", "Cryptography", "TransparencyLog", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Language", "Vocabulary", "TransparencyLog", "Cryptography", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "LedgerStore", "LedgerTesting", "Language", "Cryptography", "TransparencyLog", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "LedgerStore", "LedgerTesting", "Admission", "Compliance", "Intake", "Language", "Vocabulary",
        "TransparencyLog",
        "Cryptography", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Admission", "Compliance", "Language", "Vocabulary", "TransparencyLog", "Cryptography", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AmanahCLITests",
      dependencies: [
        "amanah", "AmanahCLI", "Ledger", "LedgerStore", "Compliance", "Language", "Vocabulary", "TransparencyLog", "Cryptography",
        "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ]
)

// `AMANAH_BUILD=address` or `thread` is what tools/sanitize and tools/fuzz/run build instead: the targets above, fewer of them, with other
// flags. Nothing is listed twice (docs/adr/0015-check.md). Flags such as these may not be set in a package that others depend on.
if let build = Context.environment["AMANAH_BUILD"] { instrument(package, for: build) }

/// Leaves the targets that a sanitizer looks at, and gives them its flags; for `address` adds the fuzzers over them.
func instrument(_ package: Package, for build: String) {
  // Written in the safe part of Swift, and dear to build; their tests start the program for every case.
  let edges: Set = ["AmanahCLI", "Reporting"]
  // What the thread sanitizer is there for: those who start threads.
  let threaded: Set = ["Ledger", "LedgerStore"]
  let needs = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, Set($0.dependencies.map(name(of:)))) })
  func reached(from names: Set<String>) -> Set<String> {
    names.reduce(names) { $0.union(reached(from: needs[$1] ?? [])) }
  }
  let program = reached(from: ["amanah"])
  package.targets.removeAll { !reached(from: [$0.name]).isDisjoint(with: edges) }
  var flags: [String] = []
  switch build {
  case "address":
    flags = ["-sanitize=fuzzer,address", "-enable-testing"]
  case "thread":
    let tests = package.targets.filter { $0.isTest && !needs[$0.name, default: []].isDisjoint(with: threaded) }
    let kept = reached(from: Set(tests.map(\.name)))
    package.targets.removeAll { !kept.contains($0.name) }
  default:
    preconditionFailure("AMANAH_BUILD: expected address or thread, found \(build)")
  }
  let names = Set(package.targets.map(\.name))
  package.products.removeAll { product in
    ((product as? Product.Library)?.targets ?? (product as? Product.Executable)?.targets ?? []).contains { !names.contains($0) }
  }
  // SHA-256 of libsodium in place of swift-crypto's spares the building of BoringSSL; a target may not be called as one of a package.
  package.dependencies.removeAll {
    if case .sourceControl(_, let url, _) = $0.kind { url.hasSuffix("/swift-crypto") } else { false }
  }
  let ours = package.targets.filter { $0.type == .regular && program.contains($0.name) }
  for target in ours {
    target.dependencies = target.dependencies.map { name(of: $0) == "Crypto" ? "Crypto" : $0 }
    if !flags.isEmpty { target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(flags)] }
  }
  let fuzzing = settings + [.unsafeFlags(flags)]
  package.targets.append(
    .target(name: "Crypto", dependencies: ["CSodium"], path: "tools/fuzz/Sources/Crypto", swiftSettings: fuzzing))
  guard build == "address" else { return }
  package.targets += [
    .target(name: "CFuzzer", path: "tools/fuzz/Sources/CFuzzer"),
    .executableTarget(
      name: "amanah-fuzz",
      dependencies: ours.map { .byName(name: $0.name) } + ["CFuzzer", .product(name: "GRDB", package: "GRDB.swift")],
      path: "tools/fuzz/Sources/amanah-fuzz",
      swiftSettings: fuzzing,
      // libFuzzer without its own main; tools/sanitize names the file, which lies elsewhere in every toolchain.
      linkerSettings: [
        .unsafeFlags(["-use-ld=lld"] + [Context.environment["AMANAH_LIBFUZZER"]].compactMap { $0 }), .linkedLibrary("stdc++"),
      ]),
  ]
}

func name(of dependency: Target.Dependency) -> String {
  switch dependency {
  case .targetItem(let name, _), .byNameItem(let name, _): name
  case .productItem(let name, _, _, _): name
  @unknown default: preconditionFailure("a new kind of dependency: \(dependency)")
  }
}
