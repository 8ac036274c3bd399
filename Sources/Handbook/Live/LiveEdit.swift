import Diagnostics
import YAML
import Values

/// What an edit touches.
private enum EditReach {
  /// Nothing that is published differently.
  case nothing
  /// The bodies of these pages; their front matter tells the same.
  case bodies([(page: PageIndex, reading: Diagnosed<ReadPage?>, entry: SourceEntry)], assets: Bool)
  /// Everything: titles, addresses or templates.
  case everything
}

extension LiveSite {
  /// The site after files were edited, made, moved or removed.
  ///
  /// `changed` are the paths at which that happened, whatever `sources` list there; others are
  /// compared. A day other than before counts as an edit of everything.
  package func edited(
    _ sources: any SourceTree, changed: Set<String>, _ options: BuildOptions
  ) async throws -> LiveSite {
    let adapted = try AdaptationStage.run(sources, asOf: options.asOf).sources
    let current = LiveSources(base: adapted)
    let changed = try Set(changed.map(\.pathHere)).union(difference(from: current)).union(
      changedNamedFiles(current))
    guard options.asOf == self.options.asOf else {
      return try await surveyed(sources, changed, options)
    }
    switch try reach(of: changed, current) {
    case .nothing: return with(adapted)
    case .everything: return try await surveyed(sources, changed, options)
    case .bodies(let bodies, let assets):
      var next = with(adapted)
      next.revision += 1
      if assets { next = try next.withAssetsReadAgain() }
      for body in bodies {
        next.readings.note(body.reading, of: body.entry)
        try next.replaceBody(of: body.page)
      }
      return next
    }
  }

  /// The paths of files that are listed otherwise than before.
  private func difference(from current: LiveSources) -> Set<String> {
    let (old, new) = (sources.entries, current.entries)
    var paths: Set<String> = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, right < new.count, old[left] == new[right] {
        left += 1
        right += 1
      } else if right == new.count
        || left < old.count
          && old[left].path.precedes(new[right].path)
      {
        paths.insert(old[left].path)
        left += 1
      } else {
        paths.insert(new[right].path)
        if left < old.count, old[left].path == new[right].path { left += 1 }
        right += 1
      }
    }
    return paths
  }

  private func reach(of changed: Set<String>, _ current: LiveSources) throws -> EditReach {
    var bodies: [(page: PageIndex, reading: Diagnosed<ReadPage?>, entry: SourceEntry)] = []
    var readsAssets = false
    var patterns = PatternCache()
    for path in changed.sorted() {
      let (old, new) = (sources.entry(at: path), current.entry(at: path))
      if isNamed(path) || isAdapted(path) { return .everything }
      if isUnseen(path, old, new) { continue }
      guard let old, let new, old.kind == .file, new.kind == .file else { return .everything }
      if let page = site.links.page(source: path) {
        let reading = try options.watch.during(path, new) {
          try PageReader.read(new, from: current, kinds: site.kinds, &patterns)
        }
        guard isSame(reading, as: readings[path]) else { return .everything }
        bodies.append((page, reading, new))
      } else if path.hasPrefix("assets/"), !FileName.isTemplate(path), !PublishedPeople.mayBe(path)
      {
        readsAssets = true
      } else {
        return .everything
      }
    }
    return bodies.isEmpty && !readsAssets ? .nothing : .bodies(bodies, assets: readsAssets)
  }

  /// Whether `site.yml` names the file, or the folder it is in, as data.
  private func isNamed(_ path: String) -> Bool {
    site.settings.namedPaths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether the file, or the base's at its path, has a part in how this handbook differs.
  private func isAdapted(_ path: String) -> Bool {
    guard let adaptation = site.adaptation else { return false }
    return adaptation.lacksBase || adaptation.composed[path] != nil || path == BaseLock.path
      || adaptation.changes.contains { $0.path == path }
      || adaptation.allRemovals.contains { $0.removal.path == path }
  }

  /// Whether nothing is made of the file, before and now.
  private func isUnseen(_ path: String, _ old: SourceEntry?, _ new: SourceEntry?) -> Bool {
    guard old != nil || new != nil else { return true }
    if FileName.isLeftover(path) { return true }
    return FileName.isPrivate(path) && !path.hasPrefix("layouts/")
      && [old, new].allSatisfy { $0.map { $0.kind == .file } ?? true }
  }

  /// The files that `site.yml` names and that are not what they were; the listing may not know them.
  private func changedNamedFiles(_ current: LiveSources) throws -> Set<String> {
    try Set(named.filter { try current.find($0.key) != $0.value }.keys)
  }

  private func isSame(_ new: Diagnosed<ReadPage?>, as old: Diagnosed<ReadPage?>?) -> Bool {
    guard let old, old.diagnostics.isEmpty, new.diagnostics.isEmpty, let before = old.value,
      let now = new.value
    else { return false }
    return now.tellsSame(as: before)
  }

  /// Learns of the new body of a page, and forgets what it changes elsewhere.
  private mutating func replaceBody(of page: PageIndex) throws {
    let old = facts[page].body
    var buffers = PageBuffers()
    facts[page] = try maker.make(page, backlinks: backlinks(of: page), &buffers).facts
    let targets = facts[page].body?.targets ?? []
    guard let known = backlinks, old?.targets != targets else { return }
    backlinks = nil
    joinIfPossible()
    guard let now = backlinks else { return }
    for other in Set((old?.targets ?? []) + targets)
    where now[other] != known[other] && maker.needsAllBodies(other) {
      facts[other].page = nil
    }
  }

  /// Whether `site.yml` says something else of kinds than before, and so of what pages' fields are.
  private func changesKinds(_ sources: any SourceTree) throws -> Bool {
    guard let entry = try sources.find("site.yml") else { return true }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    return SettingsChange(from: site.settings.file, to: file).touches("kinds")
  }

  /// The site surveyed again, with the bodies' facts that still hold.
  private func surveyed(
    _ sources: any SourceTree, _ changed: Set<String>, _ options: BuildOptions
  ) async throws -> LiveSite {
    var readings = readings
    for path in changed { readings.forget(path) }
    if changed.contains("site.yml"), try changesKinds(sources) { readings = PageReadings() }
    let keepsAssets = !changed.contains { !$0.hasPrefix("layouts/") && !$0.hasSuffix(".md") }
    var next = try await LiveSite(
      sources, options, readings: readings, assets: keepsAssets ? assets : nil)
    next.revision = revision + 1
    if let transfer = BodyTransfer(from: self, to: next) {
      for index in site.pages.indices {
        guard let path = site.pages[index].source?.path, !changed.contains(path),
          let body = facts[index].keptBody, let number = next.site.links.page(source: path)
        else { continue }
        next.facts[number].keptBody = transfer.body(body, from: index, to: number)
      }
    }
    next.joinIfPossible()
    return next
  }
}
