// swift-tools-version: 6.2
import PackageDescription

/// The same settings as the library's: the strictest that the dependencies build with.
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

/// A package of its own, so that whoever uses the library does not build the benchmarks.
let package = Package(
  name: "amanah-bench",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "amanah", path: "../.."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The limits are measured with the C libraries themselves, not through the library's wrappers.
    .systemLibrary(name: "LimitSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .executableTarget(
      name: "amanah-bench",
      dependencies: [
        "LimitSodium", .product(name: "Amanah", package: "amanah"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
  ]
)
