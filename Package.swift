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
        "TestSupport",
      ],
      swiftSettings: settings),
  ]
)
