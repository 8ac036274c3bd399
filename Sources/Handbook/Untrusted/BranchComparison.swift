import Diagnostics

/// Goes through all files of a base and of a branch.
struct BranchComparison {
  private let base: any SourceTree
  private let branch: any SourceTree
  /// Files that are the base's, whatever they are called.
  private let reserved: Set<String>
  /// What is taken of the branch.
  private(set) var change: UntrustedChange
  /// What the site is made of.
  private(set) var entries: [SourceEntry] = []

  init(
    _ base: any SourceTree, _ branch: any SourceTree, _ reserved: Set<String>,
    _ limits: UntrustedLimits
  ) {
    self.base = base
    self.branch = branch
    self.reserved = reserved
    change = UntrustedChange(within: limits)
  }

  mutating func run() throws(SourceError) {
    let before = Self.byPath(base.entries.filter { !$0.path.hasPrefix(BaseReference.prefix) })
    var after = Self.byPath(branch.entries)
    for path in reserved where after[path] == nil {
      let found = try branch.find(path)
      after[path] = found
    }
    let kept = Set(before.keys.filter { file(at: $0) == .others })
    let taken = Paths(kept)
    for path in Set(before.keys).union(after.keys).union(reserved).sorted() {
      switch file(at: path) {
      case .others:
        let known = try reservedEntry(path)
        try keep(path, before[path] ?? known, after[path])
      case let file:
        guard let entry = after[path] else { continue }
        guard !taken.isInTheWay(of: path) else {
          change.refuse(
            path, "the base has a file or a folder of this name, so this was not used",
            help: "choose another name")
          continue
        }
        try take(entry, file, before[path])
      }
    }
    entries =
      (base.entries.filter { change.files[$0.path] == nil && isKept($0, after) }
      + change.files.values)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether a file of the base is there still: pages and images are gone that the branch took out.
  private func isKept(_ entry: SourceEntry, _ after: [String: SourceEntry]) -> Bool {
    entry.path.hasPrefix(BaseReference.prefix) || file(at: entry.path) == .others
      || after[entry.path] != nil
  }

  private func file(at path: String) -> BranchFile {
    reserved.contains(path) ? .others : BranchFile(path: path)
  }

  private func reservedEntry(_ path: String) throws(SourceError) -> SourceEntry? {
    reserved.contains(path) ? try base.find(path) : nil
  }

  private mutating func take(
    _ entry: SourceEntry, _ file: BranchFile, _ known: SourceEntry?
  ) throws(SourceError) {
    if let known, try difference(known, entry) == nil { return }
    let branch = branch
    try change.take(entry, file) { () throws(SourceError) in try branch.read(entry) }
  }

  /// Leaves a file as the base has it, and says so where the branch has it otherwise.
  private mutating func keep(
    _ path: String, _ known: SourceEntry?, _ entry: SourceEntry?
  ) throws(SourceError) {
    switch (known, entry) {
    case (nil, nil): break
    case (nil, let entry?) where entry.kind == .link:
      change.refuse(
        path, "a symbolic link is never followed, so this was not used",
        help: "put the file or folder itself in its place")
    case (nil, _?):
      if FileName.isLeftover(path) { return }
      change.leave(path, "the base does not have this file, so it was not used")
    case (_?, nil):
      change.leave(path, "the branch does not have this file; the base's was used")
    case (let known?, let entry?):
      guard let difference = try difference(known, entry) else { return }
      change.leave(
        path, "this file differs from the base's and was not used", at: difference.place)
    }
  }

  /// How two files differ; `nil` where they do not.
  private struct Difference {
    /// The first line that is another, where the branch's file is a text.
    var place: Place?
  }

  private func difference(
    _ known: SourceEntry, _ entry: SourceEntry
  ) throws(SourceError) -> Difference? {
    guard known.kind == .file, entry.kind == .file else {
      return known.kind == entry.kind ? nil : Difference()
    }
    let isReadable = max(known.size, entry.size) <= SourceEntry.readLimit
    // What no page can be made of is not read either: the base's is used whatever it is.
    guard isReadable else { return known.size == entry.size ? nil : Difference() }
    guard known.size == entry.size || entry.size <= Self.longestText else { return Difference() }
    let (old, new) = (try base.read(known), try branch.read(entry))
    guard old != new else { return nil }
    guard new.count <= Self.longestText, UTF8Check.firstInvalid(in: new) == nil else {
      return Difference()
    }
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = new[start...].firstIndex(of: UInt8(ascii: "\n")) ?? new.count
    return Difference(place: Place(SourceFile(path: entry.path, bytes: new), start..<end))
  }

  /// In texts up to this many bytes the first difference is looked for.
  private static let longestText = 1 << 20

  private static func byPath(_ entries: [SourceEntry]) -> [String: SourceEntry] {
    Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Files that stay, and the folders that they lie in.
private struct Paths {
  private let files: Set<String>
  private let folders: Set<String>

  init(_ files: Set<String>) {
    self.files = files
    folders = Set(files.flatMap(Self.folders))
  }

  /// Whether a file at `path` would lie below one of the files, or where one of the folders is.
  func isInTheWay(of path: String) -> Bool {
    folders.contains(path) || Self.folders(of: path).contains(where: files.contains)
  }

  /// All folders above a path.
  private static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
