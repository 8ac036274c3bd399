import Diagnostics

/// The sources of a base with the pages and images of a branch that somebody else wrote.
///
/// All else is the base's, whatever the branch says: `change` tells what it said in vain.
package struct UntrustedSources: SourceTree {
  /// The base's files, and of the branch's those that are taken.
  package let entries: [SourceEntry]
  /// What is taken of the branch.
  package let change: UntrustedChange
  private let base: any SourceTree
  private let branch: any SourceTree
  private let reserved: Set<String>

  /// Compares the branch with the base, and takes of it what may be taken.
  ///
  /// - Complexity: every file that both have with the same number of bytes is read twice.
  package init(base: any SourceTree, branch: any SourceTree) throws(SourceError) {
    try self.init(base: base, branch: branch, within: .standard)
  }

  init(
    base: any SourceTree, branch: any SourceTree, within limits: UntrustedLimits
  ) throws(SourceError) {
    let reserved = try Self.namedFiles(base)
    var comparison = BranchComparison(base, branch, reserved, limits)
    try comparison.run()
    self.base = base
    self.branch = branch
    self.reserved = reserved
    change = comparison.change
    entries = comparison.entries
  }

  /// Those of the base.
  package var baseFaults: [BaseFault] { base.baseFaults }
  /// That of the base.
  package var baseCommit: String? { base.baseCommit }

  /// Returns the bytes of a file from where it was taken.
  package func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    try change.files[entry.path] == nil ? base.read(entry) : branch.read(entry)
  }

  /// Returns the branch's pages and images, and all else as the base has it.
  package func find(_ path: String) throws(SourceError) -> SourceEntry? {
    if let entry = change.files[path] { return entry }
    guard BranchFile(path: path) != .others, !reserved.contains(path) else {
      return try base.find(path)
    }
    // The branch may have taken it out.
    return entries.first { $0.path == path }
  }

  /// The files that the base's settings name, whatever they are called.
  private static func namedFiles(_ base: any SourceTree) throws(SourceError) -> Set<String> {
    let paths: Set<String> = [BaseLock.path]
    guard let entry = try base.find("site.yml"), let file = try base.file(entry).value,
      UTF8Check.firstInvalid(in: file.bytes) == nil
    else { return paths }
    return paths.union(SettingsReader.read(file, url: nil).value.namedPaths)
  }
}
