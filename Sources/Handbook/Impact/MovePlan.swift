package import Diagnostics
import Values

/// All that a move changes, ready to be shown or written.
package struct MovePlan: Sendable {
  /// A change of a file's text, by its old path.
  package struct Change: Sendable {
    /// Where, in the file as it is.
    package let place: Place
    /// What takes its place.
    package let replacement: String
  }

  /// Files and their new paths, in the order of the old ones.
  package let moves: [(old: String, new: String)]
  /// The changes of texts, in the order of files and places.
  package let changes: [Change]
  /// The new bytes of the files that change, by their old paths.
  package let contents: [String: [UInt8]]
  /// Pages, by their new paths, that were of a kind by their folder alone and name it now.
  package let keptKinds: [(path: String, kind: String)]
  /// What is wrong after the move and was not before: links that could not be written anew lead on by
  /// the aliases alone, where they lead to pages.
  package let leftovers: [Diagnostic]
}

/// Plans to move a page, or a folder of pages, of the site in `sources`.
///
/// Nothing is written.
///
/// - Throws: `MoveRefusal` when it must not be done, `SourceError` when a source cannot be read.
package func planMove(
  of old: String, to new: String, _ sources: any SourceTree, _ options: BuildOptions
) async throws -> MovePlan {
  var options = options
  options.keepsLinks = true
  let before = try await compile(sources, options, into: NoOutput())
  if let unreadable = before.findings.first(where: {
    ["invalid-encoding", "invalid-front-matter"].contains($0.rule)
  }) {
    throw MoveRefusal.unreadable(unreadable.place)
  }
  guard let linked = before.linked else { throw BuildError.noSettings }
  guard linked.site.adaptation == nil else { throw MoveRefusal.adapts }
  let move = try Move(of: old, to: new, in: linked.site, sources)
  let folders = KindFolders(site: linked.site, move: move)
  let kinds = folders.moved(sources)
  let rewriting = LinkRewriting(linked.site, move, kinds)
  try refuseTakenAddresses(linked.site, rewriting.movedPages)

  let folderEdits = folders.edits(kinds)
  var links = linkEdits(linked, rewriting)
  let kept = folders.left(kinds)
  let heads = try MovedHeads(linked.site, rewriting.movedPages, keeping: kept, sources)
  var files: [String: SourceFile] = [:]
  for link in linked.links { files[link.place.file.path] = link.place.file }
  files.merge(heads.files) { $1 }
  if !folderEdits.isEmpty {
    let settings = linked.site.settings.file
    files[settings.path] = settings
    links[settings.path, default: []] += folderEdits
  }
  func contents(_ edits: [String: [TextEdit]]) -> [String: [UInt8]] {
    edits.reduce(into: [:]) { $0[$1.key] = files[$1.key]?.bytes.applying($1.value) }
  }
  // Without the aliases, every link shows that could not be written anew.
  let moved = OverlaySources(
    sources, moves: move.files,
    contents: contents(links.merging(heads.kinds, uniquingKeysWith: +))
      .reduce(into: [:]) { $0[move.path($1.key)] = $1.value })
  options.keepsLinks = false
  let after = try await compile(moved, options, into: NoOutput())

  let all = links.merging(heads.all, uniquingKeysWith: +)
  let changes = all.keys.sorted().flatMap { path in
    (all[path] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { edit in
      files[path].map {
        MovePlan.Change(place: Place($0, edit.range), replacement: edit.replacement)
      }
    }
  }
  return MovePlan(
    moves: move.files.sorted { $0.key < $1.key }.map { (old: $0.key, new: $0.value) },
    changes: changes, contents: contents(all),
    keptKinds: kept.sorted { $0.key.precedes($1.key) }.map { (move.path($0.key), $0.value) },
    leftovers: newErrors(before.findings, after.findings, move))
}

/// A new address that something else is published at.
private func refuseTakenAddresses(_ site: Site, _ pages: [Page]) throws(MoveRefusal) {
  for (old, new) in zip(site.pages, pages) where old.path.key != new.path.key {
    switch site.links.target(String(new.path.key)) {
    case nil: continue
    case .page(let page), .alias(let page):
      // Its own former address, or one that is given up by the same move.
      if pages[page].source?.path == new.source?.path || pages[page].path.key != new.path.key,
        site.pages[page].path.key == new.path.key || pages[page].source?.path == new.source?.path
      {
        continue
      }
      throw .targetExists(new.url)
    case .file: throw .targetExists(new.url)
    }
  }
}

/// The edits of links, by file.
private func linkEdits(_ linked: LinkedSite, _ rewriting: LinkRewriting) -> [String: [TextEdit]] {
  struct Spot: Hashable {
    let path: String
    let range: SourceRange
  }
  let bySpot = Dictionary(grouping: linked.links) {
    Spot(path: $0.place.file.path, range: $0.place.range)
  }
  var edits: [String: [TextEdit]] = [:]
  for (spot, uses) in bySpot {
    if let edit = rewriting.edit(uses) { edits[spot.path, default: []].append(edit) }
  }
  return edits
}

/// The errors of the second list that are not in the first, where files have their new names.
private func newErrors(
  _ before: [Diagnostic], _ after: [Diagnostic], _ move: Move
) -> [Diagnostic] {
  var known: [FindingKey: Int] = [:]
  for finding in before {
    let key = FindingKey(
      rule: finding.rule, file: move.path(finding.place.file.path), target: finding.message)
    known[key, default: 0] += 1
  }
  return after.filter { finding in
    guard finding.severity == .error else { return false }
    let key = FindingKey(finding)
    if let count = known[key], count > 0 {
      known[key] = count - 1
      return false
    }
    return true
  }
}
