// swift-tools-version: 6.1
import PackageDescription

/// One target per layer of the architecture; a target may depend only on targets of lower layers.
/// `Tests/ArchitectureTests` holds the sources to the same table.
let package = Package(
  name: "tariffwise",
  targets: [
    .target(name: "Quantities"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "Documents", dependencies: ["CXML", "Quantities"]),
    .target(name: "Tariffs", dependencies: ["Quantities"]),
    .target(name: "Use", dependencies: ["Quantities"]),
    .target(name: "Billing", dependencies: ["Tariffs", "Use", "Quantities"]),
    .target(name: "Advice", dependencies: ["Billing", "Tariffs", "Use", "Quantities"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
