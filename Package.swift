// swift-tools-version: 6.0
import PackageDescription

/// A module of the product; `Sources/NAME` and, where it has tests, `Tests/NAMETests`.
func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports)
}

/// A module whose values others read node by node. In release builds the optimizer sees through its border, where each look at a node would else be a
/// call; that needs a module without Foundation and C libraries.
func coreModule(_ name: String, imports: [Target.Dependency] = []) -> Target {
  let flags = ["-Xfrontend", "-package-cmo", "-Xfrontend", "-allow-non-resilient-access", "-enable-library-evolution", "-no-emit-module-separately-wmo", "-no-verify-emitted-module-interface"]
  return .target(name: name, dependencies: imports, swiftSettings: [.unsafeFlags(flags, .when(configuration: .release))])
}

func tests(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + imports)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "sqlferry",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sqlferry", targets: ["sqlferry"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CMySQL", pkgConfig: "libmariadb",
      providers: [.apt(["libmariadb-dev"]), .brew(["mariadb-connector-c"])]),

    coreModule("SourceText"),
    coreModule("PostgresSyntax", imports: ["SourceText"]),
    coreModule("PostgresCatalog", imports: ["PostgresSyntax"]),
    module("PostgresServer", imports: ["PostgresCatalog", "CLibPQ"]),
    coreModule("Analysis", imports: ["PostgresCatalog"]),
    coreModule("MySQLTarget", imports: ["SourceText"]),
    module("MySQLConversion", imports: ["Analysis", "MySQLTarget"]),
    module("MySQLServer", imports: ["MySQLTarget", "CMySQL"]),
    module("HostLanguages", imports: ["SourceText", "CPCRE2"]),
    module("Scanner", imports: ["HostLanguages", "PostgresSyntax"]),
    module("HostEdits", imports: ["HostLanguages"]),
    module("Results", imports: ["SourceText"]),
    module("Patching", imports: ["Results", "HostEdits"]),
    module(
      "Pipeline",
      imports: [
        "Scanner", "PostgresServer", "Analysis", "MySQLConversion", "MySQLServer", "HostEdits", "Results", "Patching",
      ]),
    module("Review", imports: ["Results", "Patching"]),
    module("Reports", imports: ["Results"]),
    tests("SourceText"),
    tests("HostLanguages"),
    tests("Scanner"),
    tests("HostEdits", imports: ["Scanner"]),
    tests("Results"),
    tests("Patching"),
    tests("Review"),
    tests("Reports"),
    .executableTarget(
      name: "sqlferry",
      dependencies: ["Pipeline", "Patching", "Review", "Reports", argumentParser, yams]),

    // Writes PostgresCatalog's data from a server.
    .executableTarget(name: "builtin-catalog", dependencies: ["PostgresServer"], path: "Tests/Tools/builtin-catalog"),

    // Speed beside named peers: swift run -c release sqlferry-benchmark
    .target(name: "CBenchmarkSupport", path: "Tests/CBenchmarkSupport", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .executableTarget(
      name: "sqlferry-benchmark", dependencies: ["Scanner", "Analysis", "MySQLConversion", "PostgresServer", "CLibPQ", "CBenchmarkSupport", argumentParser], path: "Tests/Benchmark"),

    // PostgreSQL's own parser, the judge of ours.
    .systemLibrary(name: "CPgQuery", path: "Tests/CPgQuery", providers: [.apt(["libpg-query-dev"]), .brew(["libpg_query"])]),
    tests("PostgresSyntax", imports: ["TestSupport", "CPgQuery"]),
    tests("Analysis", imports: ["TestSupport", "PostgresServer", "CLibPQ"]),
    tests("MySQLConversion", imports: ["TestSupport", "ServerComparison", "PostgresServer", "MySQLServer"]),
    tests("Pipeline"),
    .testTarget(name: "CommandTests", dependencies: ["sqlferry", "Pipeline", "PostgresServer", "MySQLServer"]),
    tests("PostgresCatalog"),
    tests("PostgresServer", imports: ["Analysis"]),
    tests("MySQLServer"),
    tests("MySQLTarget"),
    .testTarget(name: "MySQLConversionSchemaTests", dependencies: ["MySQLConversion", "PostgresServer", "MySQLServer"]),
    .testTarget(name: "TruthTests", dependencies: ["Pipeline", "ServerComparison", "PostgresServer", "MySQLServer", "Results", yams]),
    // What tests of several modules need.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // One database on both servers, and values of both in comparable form.
    .target(name: "ServerComparison", dependencies: ["PostgresServer", "MySQLConversion", "MySQLServer", "CLibPQ"], path: "Tests/ServerComparison"),
  ],
  swiftLanguageModes: [.v6]
)
