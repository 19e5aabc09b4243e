// swift-tools-version: 6.2
import PackageDescription

/// The library's settings, and beside them what a fuzzer needs: coverage, an address sanitizer, and a look at what is internal.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

/// A package of its own. `Sources/` holds links to the library's targets, so that these are built with the fuzzer's flags and their
/// dependencies without: a package that others depend on may not set such flags.
let package = Package(
  name: "amanah-fuzz",
  defaultLocalization: "en",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(name: "CFuzzer"),
    .target(name: "Crypto", dependencies: ["CSodium"], swiftSettings: settings),
    .target(name: "Cryptography", dependencies: ["CSodium", "Crypto"], swiftSettings: settings),
    .target(name: "TransparencyLog", dependencies: ["Cryptography"], swiftSettings: settings),
    .target(name: "Vocabulary", dependencies: ["Cryptography", "TransparencyLog"], swiftSettings: settings),
    .target(name: "Language", dependencies: ["Vocabulary"], swiftSettings: settings),
    .target(name: "Compliance", dependencies: ["Cryptography", "TransparencyLog", "Vocabulary"], swiftSettings: settings),
    .target(name: "Intake", dependencies: ["Cryptography", "Vocabulary", "Language", "Compliance"], swiftSettings: settings),
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
        "Cryptography", "TransparencyLog", "Vocabulary", "Language", "Compliance", "LedgerStore",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reporting", dependencies: ["Cryptography", "TransparencyLog", "Vocabulary", "Language", "Compliance"],
      swiftSettings: settings),
    .target(
      name: "AmanahCLI",
      dependencies: [
        "Cryptography", "TransparencyLog", "Vocabulary", "Language", "Compliance", "Intake", "LedgerStore", "Ledger", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "amanah-fuzz",
      dependencies: [
        "CFuzzer", "Cryptography", "TransparencyLog", "Vocabulary", "Language", "Compliance", "Intake", "LedgerStore", "Ledger",
        "AmanahCLI",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // libFuzzer without its own main; `run` names the file, which lies elsewhere in every toolchain.
      linkerSettings: [.unsafeFlags(["-sanitize=address", "-use-ld=lld"]), .linkedLibrary("stdc++")]),
  ]
)
