import Diagnostics

/// A template with all partials that it names, directly or through others.
final class Program: Sendable {
  /// The templates; the first is the one that was asked for.
  let units: [Unit]
  /// For each unit and each of its references the number of the unit that is meant; -1 of one that
  /// there is none of, or that would include itself.
  let links: [[Int]]
  /// The partials, for names that are known only when rendering.
  let partials: Partials
  /// The outputs that stand in an attribute's value, where even HTML must not hold quotes.
  let attributes: Set<OutputPlace>
  /// Whether what is printed ends outside of tags, on all ways; always so where nothing is escaped.
  let endsInText: Bool
  /// Whether loops must note where they end, because others may go on from there.
  let continuesLoops: Bool
  /// What is wrong with all of them.
  let diagnostics: [Diagnostic]

  /// Finds the partials of `root`, and what is wrong with them.
  init(_ root: Unit, _ partials: Partials) {
    var linker = Linker(root, partials)
    if !root.references.isEmpty { linker.link() }
    if root.environment.escaping == .html { linker.checkContexts() }
    units = linker.units
    links = linker.links
    attributes = linker.attributes
    endsInText = linker.endsInText
    continuesLoops = linker.units.contains { $0.continuesLoops || $0.reads.isOpen }
    self.partials = partials
    diagnostics = linker.diagnose()
  }

  /// Whether `root`, and if it is given `key` of it, may be read.
  func mayRead(_ root: String, _ key: String?) -> Bool {
    units.contains { $0.reads.mayRead(root, key) }
  }
}

/// Finds the partials of a template.
private struct Linker {
  private(set) var units: [Unit]
  private(set) var links: [[Int]] = []
  private(set) var attributes: Set<OutputPlace> = []
  private(set) var endsInText = true
  private let partials: Partials
  private var numbers: [String: Int] = [:]
  /// For each unit the unit and the reference that brought it first.
  private var origins: [(unit: Int, reference: Reference)?] = [nil]
  private var failures: [(unit: Int, failure: Failure)] = []

  init(_ root: Unit, _ partials: Partials) {
    units = [root]
    self.partials = partials
  }

  mutating func link() {
    numbers[units[0].path] = 0
    var next = 0
    while next < units.count {
      let unit = units[next]
      var targets: [Int] = []
      for reference in unit.references { targets.append(target(of: reference, in: next)) }
      links.append(targets)
      next += 1
    }
    cutCycles()
  }

  private mutating func target(of reference: Reference, in number: Int) -> Int {
    let unit = units[number]
    guard
      let target = partials.unit(named: reference.name, from: unit.path, in: unit.environment)
    else {
      failures.append(
        (number, partials.missing(reference.name, from: unit.path, at: reference.range)))
      return -1
    }
    if let known = numbers[target.path] { return known }
    numbers[target.path] = units.count
    units.append(target)
    origins.append((number, reference))
    return units.count - 1
  }

  /// Takes every reference away through which a unit would come to include itself.
  private mutating func cutCycles() {
    let reached = links.indices.map { reachable(from: $0) }
    for (number, targets) in links.enumerated() {
      for (index, target) in targets.enumerated() where target >= 0 {
        guard target == number || reached[target].contains(number) else { continue }
        let reference = units[number].references[index]
        let message =
          target == number
          ? "'\(reference.name)' includes itself"
          : "'\(reference.name)' leads back to this file, which includes it"
        failures.append((number, Failure(message, at: reference.range, rule: .limit)))
        links[number][index] = -1
      }
    }
  }

  /// Refuses outputs where escaping does not make them safe.
  mutating func checkContexts() {
    let check = HTMLContextCheck(units, links)
    failures += check.failures
    attributes = check.attributes
    endsInText = check.endsInText
  }

  private func reachable(from start: Int) -> Set<Int> {
    var (found, waiting) = (Set<Int>(), links[start])
    while let next = waiting.popLast() {
      if next >= 0, found.insert(next).inserted { waiting += links[next] }
    }
    return found
  }

  /// All findings, unit by unit in the order in which they are included, each in the order of
  /// the text.
  mutating func diagnose() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (number, unit) in units.enumerated() {
      let own = unit.failures + failures.filter { $0.unit == number }.map(\.failure)
      guard !own.isEmpty else { continue }
      let notes = notes(of: number)
      result += own.sorted { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
        .map { $0.diagnostic(in: unit.source.file, notes: notes) }
    }
    return result
  }

  /// The includes that lead to a unit, innermost first.
  private func notes(of number: Int) -> [Diagnostic.Note] {
    var (notes, next) = ([Diagnostic.Note](), number)
    while let origin = origins[next] {
      notes.append(
        Diagnostic.Note(
          "included here", at: Place(units[origin.unit].source.file, origin.reference.range)))
      next = origin.unit
    }
    return notes
  }
}
