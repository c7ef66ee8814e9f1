// swift-tools-version: 6.1
import PackageDescription

/// One target per layer of the architecture.
///
/// A target may depend only on targets of lower layers.
/// `Tests/ArchitectureTests` holds the sources to the same table.
let package = Package(
  name: "tariffwise",
  products: [
    .executable(name: "tariffwise", targets: ["tariffwise"]),
    .library(
      name: "Tariffwise",
      targets: [
        "Quantities", "Tariffs", "Use", "Billing", "TariffFiles", "Metering", "Casework", "Advice",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Quantities"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev", "pkg-config"])]),
    .target(name: "CZip", dependencies: ["CLibZip", "CLibZ"]),
    .systemLibrary(
      name: "CLibClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev", "pkg-config"])]),
    .target(name: "CClp", dependencies: ["CLibClp"]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "pkg-config"])]),
    .target(name: "CXLSX", dependencies: ["CLibXLSXWriter"]),
    .target(name: "LinearProgramming", dependencies: ["CClp"]),
    .target(name: "Documents", dependencies: ["CXLSX", "CXML", "CZip", "Quantities"]),
    .target(name: "Tariffs", dependencies: ["Quantities"]),
    .target(name: "Use", dependencies: ["Quantities"]),
    .target(name: "Metering", dependencies: ["Documents", "Use", "Quantities"]),
    .target(name: "TariffFiles", dependencies: ["Documents", "Tariffs", "Use", "Quantities"]),
    .target(name: "Billing", dependencies: ["Tariffs", "Use", "Quantities"]),
    .target(
      name: "Casework",
      dependencies: [
        "Billing", "TariffFiles", "Metering", "Documents", "Tariffs", "Use", "Quantities",
      ]),
    .target(
      name: "Advice",
      dependencies: ["Billing", "LinearProgramming", "Tariffs", "Use", "Quantities"]),
    .target(
      name: "Screening",
      dependencies: [
        "Advice", "Casework", "Billing", "Metering", "Documents", "Tariffs", "Use", "Quantities",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Catalogues",
      resources: [
        .embedInCode("Texts/en.json"), .embedInCode("Texts/zh.json"),
        .embedInCode("Texts/messages.zh.json"),
        .embedInCode("Pages/audit.mustache"), .embedInCode("Pages/exhibit.mustache"),
        .embedInCode("Pages/table.mustache"), .embedInCode("Pages/screen.mustache"),
        .embedInCode("Pages/style.css"), .embedInCode("Pages/sort.js"),
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Screening", "Advice", "Casework", "Billing", "TariffFiles", "Metering", "Documents",
        "Catalogues", "Tariffs", "Use", "Quantities",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "tariffwise",
      dependencies: [
        "Reporting", "Screening", "Advice", "Casework", "Billing", "TariffFiles", "Metering",
        "Documents",
        "Tariffs", "Use", "Quantities",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "FuzzSupport",
      dependencies: ["Metering", "Documents", "Use", "Quantities", "TestSupport"],
      path: "Tests/FuzzSupport"),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"]),
    .testTarget(
      name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "TestSupport"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Screening", "Advice", "Casework", "Billing", "TariffFiles", "Documents",
        "Tariffs", "Use",
        "Quantities", "TestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "MeteringTests",
      dependencies: [
        "Metering", "Documents", "Use", "Quantities", "TestSupport", "FuzzSupport",
      ],
      exclude: ["Broken", "RealFiles"]),
    .testTarget(name: "BillingTests", dependencies: ["Billing", "TestSupport"]),
    .testTarget(
      name: "AdviceTests",
      dependencies: [
        "Advice", "LinearProgramming", "Billing", "TariffFiles", "Documents", "Tariffs", "Use",
        "Quantities", "TestSupport",
      ]),
    .testTarget(
      name: "ScreeningTests",
      dependencies: [
        "Screening", "Casework", "Metering", "Documents", "Tariffs", "Use", "Quantities",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CaseworkTests",
      dependencies: [
        "Casework", "Advice", "Reporting", "Metering", "TariffFiles", "Documents", "TestSupport",
      ],
      exclude: ["Broken", "Tariffs"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["tariffwise", "Reporting", "Catalogues", "Documents", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "TariffFilesTests",
      dependencies: ["TariffFiles", "Documents", "Tariffs", "Quantities", "TestSupport"],
      exclude: ["Base", "Broken"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own `main`, so the fuzzer is a target only where it is asked for.
if Context.environment["TARIFFWISE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "LoadFuzz", dependencies: ["FuzzSupport"], path: "Tests/Fuzzing", exclude: ["run.sh"]))
}
if Context.environment["TARIFFWISE_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "EngineBench",
      dependencies: [
        "Advice", "Casework", "Billing", "TariffFiles", "Tariffs", "Use", "Quantities",
      ], path: "benchmarks/engine", exclude: ["tariffs"]))
}
