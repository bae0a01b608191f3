import ArgumentParser

/// Measures sqlferry beside named peers in the same run. Release builds only say something:
///
///     swift run -c release sqlferry-benchmark parse samples Tests
///     swift run -c release sqlferry-benchmark analyze samples --database postgresql:///shop
///     swift run -c release sqlferry-benchmark convert samples --database postgresql:///shop
///     swift run -c release sqlferry-benchmark validate samples --database postgresql:///shop
///     swift run -c release sqlferry-benchmark catalog postgresql://postgres@127.0.0.1/postgres
@main
struct Benchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sqlferry-benchmark", abstract: "Measures sqlferry beside named peers in the same run.",
    subcommands: [ParseBenchmark.self, AnalyzeBenchmark.self, ConvertBenchmark.self, ValidateBenchmark.self, CatalogBenchmark.self])
}
