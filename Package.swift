// swift-tools-version: 6.1
import PackageDescription

/// One target per layer of the architecture; a target may depend only on targets of lower layers.
/// `Tests/ArchitectureTests` holds the sources to the same table.
let package = Package(
  name: "tariffwise",
  targets: [
    .target(name: "Quantities"),
    .target(name: "Tariffs", dependencies: ["Quantities"]),
    .target(name: "Use", dependencies: ["Quantities"]),
    .target(name: "Billing", dependencies: ["Tariffs", "Use", "Quantities"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
