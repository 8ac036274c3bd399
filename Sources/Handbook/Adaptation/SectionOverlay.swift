import Diagnostics
import YAML

/// A section of the base, and what an adapted page does to it.
struct SectionChange: Sendable {
  let action: SectionAction
  /// The base's heading, as written.
  let title: String
  /// The base's section in the lock, with those below it.
  let keys: [String]
  /// The base's text that gives way; empty where it stays.
  let base: [UInt8]
  /// The page's own text; empty where it only leaves something out.
  let own: [UInt8]
}

/// Lays the marked sections of a page over the base's page.
struct SectionOverlay {
  private let own: SectionedText
  private let base: SectionedText
  /// The base's sections by what own headings call them.
  private let names: SectionNames
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var changes: [SectionChange] = []
  private var edits: [Edit] = []

  /// What is done to the base's text at one place.
  private struct Edit {
    /// The text that gives way; empty where some is added.
    let range: SourceRange
    let parts: [SourceRange]
    var id: (text: String, by: Place)?
    /// Where the section begins that it is about.
    let section: Int

    /// The order of the base's text; where several add to one place the innermost section ends first,
    /// and one that begins there comes last.
    static func precedes(_ left: Edit, _ right: Edit) -> Bool {
      func key(_ edit: Edit) -> (Int, Int, Int) {
        let start = edit.range.lowerBound
        return (
          start, edit.range.upperBound, edit.section == start ? .max : start - edit.section
        )
      }
      return key(left) < key(right)
    }
  }

  /// Puts the page together: `own` over `base`, both with their front matter.
  static func compose(
    _ own: SourceFile, over base: ComposedText
  ) -> Diagnosed<(text: ComposedText, changes: [SectionChange])> {
    let (upper, lower) = (ComposedText(own), base)
    let (ownHead, baseHead) = (
      FrontMatter.split(own).value, FrontMatter.split(base.file(at: own.path)).value
    )
    var overlay = SectionOverlay(
      own: SectionedText(upper, from: ownHead.bodyStart),
      base: SectionedText(lower, from: baseHead.bodyStart))
    overlay.plan()
    var text = ComposedText()
    let mark = upper.place(of: ownHead.opening)
    text.append("---\n", by: mark)
    let head = KeyOverlaying.text(
      part(upper, ownHead.yaml), over: part(lower, baseHead.yaml), as: .byKey(),
      without: ["adapts"])
    text.append(0..<head.value.bytes.count, of: head.value)
    text.endLine()
    text.append("---\n", by: mark)
    overlay.write(into: &text)
    return Diagnosed((text, overlay.changes), overlay.diagnostics + head.diagnostics)
  }

  private static func part(_ text: ComposedText, _ range: SourceRange?) -> ComposedText {
    var part = ComposedText()
    if let range { part.append(range, of: text) }
    return part
  }

  private init(own: SectionedText, base: SectionedText) {
    self.own = own
    self.base = base
    names = SectionNames(base)
  }

  /// Settles what each marked heading does, and what is wrong with the page.
  private mutating func plan() {
    let bytes = own.text.bytes
    if let first = bytes[own.intro].firstIndex(where: { $0 > 0x20 }) {
      let line = bytes[first..<own.intro.upperBound].prefix { $0 != UInt8(ascii: "\n") }
      report(
        first..<line.endIndex, "this text stands under no heading, so it goes nowhere",
        help: "put it under a heading such as '## Duties {after}', or write 'mode: page'")
    }
    let marked = own.sections.indices.filter { own.sections[$0].action != nil }
    for index in own.sections.indices where own.sections[index].action == nil {
      judgeUnmarked(own.sections[index], isAlone: index < marked.first ?? .max)
    }
    var taken: [Int: String] = [:]
    for (position, index) in marked.enumerated() {
      let next = position + 1 < marked.count ? marked[position + 1] : own.sections.count
      let end = next < own.sections.count ? own.sections[next].own.lowerBound : bytes.count
      guard let target = match(own.sections[index]) else { continue }
      if taken.updateValue(own.sections[index].title, forKey: target) != nil {
        report(
          own.sections[index].heading, "two headings of this page are about the same section",
          help: "put both under one heading")
        continue
      }
      apply(index..<next, upTo: end, to: target)
    }
  }

  private mutating func judgeUnmarked(_ section: SectionedText.Section, isAlone: Bool) {
    let isInBase = names.has(section.title)
    guard isInBase || isAlone else { return }
    report(
      section.heading,
      isInBase
        ? "the base has a section of this name, and this heading does not say what becomes of it"
        : "this heading does not say where its text goes",
      help: isInBase
        ? "write {replace}, {before}, {after} or {remove} behind it"
        : "put it under a section of the base, such as '## \(base.sections.first?.title ?? "Duties") {after}'"
    )
  }

  /// The base's section that a heading names.
  private mutating func match(_ section: SectionedText.Section) -> Int? {
    let found = names.sections(named: section)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let ids = found.prefix(SectionNames.mostNamed).map { "{#\(base.sections[$0].id)}" }
      report(
        section.heading, "the base has \(found.count) sections called '\(section.title)'",
        help: "write which one behind it: \(ids.joined(separator: " or "))")
      return nil
    }
    report(
      section.heading, "the base has no section '\(section.title)'", help: names.help(section.title)
    )
    return nil
  }

  private mutating func apply(
    _ range: Range<Int>, upTo end: Int, to targetIndex: Int
  ) {
    let (section, target) = (own.sections[range.lowerBound], base.sections[targetIndex])
    guard let action = section.action else { return }
    let text = (section.heading.upperBound..<end).trimmed(of: own.text.bytes)
    switch action.value {
    case .replace:
      let heading = section.heading.lowerBound..<action.range.lowerBound
      let keepsID = !section.hasWrittenID && target.hasWrittenID
      edits.append(
        Edit(
          range: target.whole, parts: [heading, action.range.upperBound..<end],
          id: keepsID ? (target.id, base.text.place(of: target.heading)) : nil,
          section: target.own.lowerBound))
    case .remove:
      if !text.isEmpty {
        report(
          text, "this text stands under a heading that removes its section",
          help: "write {replace} instead, or remove the text")
      }
      edits.append(Edit(range: target.whole, parts: [], section: target.own.lowerBound))
    case .before, .after: add(range, upTo: end, to: target, isBefore: action.value == .before)
    }
    let keys =
      action.value.displaces
      ? base.sections[targetIndex...]
        .prefix { target.whole.contains($0.heading.lowerBound) }.map(\.id)
      : [target.id]
    changes.append(
      SectionChange(
        action: action.value, title: target.title, keys: keys,
        base: action.value.displaces ? Array(base.text.bytes[target.whole]) : [],
        own: Array(own.text.bytes[text])))
  }

  /// Adds text to a section of the base: up to its first heading it stands beside the base's own text, as
  /// it is about the same; what has a heading stands where it takes no text from another.
  private mutating func add(
    _ range: Range<Int>, upTo end: Int, to target: SectionedText.Section, isBefore: Bool
  ) {
    let start = own.sections[range.lowerBound].heading.upperBound
    let inner = own.sections[range.dropFirst()]
    let innerStart = inner.first?.own.lowerBound ?? end
    let isOutside = inner.contains { $0.level <= target.level }
    func add(_ text: SourceRange, at place: Int) {
      let text = text.trimmed(of: own.text.bytes)
      guard !text.isEmpty else { return }
      edits.append(Edit(range: place..<place, parts: [text], section: target.own.lowerBound))
    }
    add(start..<innerStart, at: isBefore ? target.heading.upperBound : target.own.upperBound)
    let before = isOutside ? target.own.lowerBound : target.own.upperBound
    add(innerStart..<end, at: isBefore ? before : target.whole.upperBound)
  }

  /// Writes the base's body with all edits.
  private mutating func write(into text: inout ComposedText) {
    var position = base.intro.lowerBound
    var gone = position..<position
    for edit in edits.sorted(by: Edit.precedes) {
      guard edit.range.lowerBound >= position, !gone.contains(edit.section) else {
        // It lies in a section that is replaced or removed already.
        if let place = edit.parts.first {
          report(
            place, "the section it belongs to is replaced or removed above",
            help: "put both under one heading")
        }
        continue
      }
      text.append(position..<edit.range.lowerBound, of: base.text)
      position = edit.range.upperBound
      if !edit.range.isEmpty { gone = edit.range }
      for (index, part) in edit.parts.enumerated() where !part.isEmpty {
        if edit.range.isEmpty { separate(&text, at: part) }
        text.append(part, of: own.text)
        if index == 0, let id = edit.id {
          if text.bytes.last != UInt8(ascii: " ") { text.append(" ", by: id.by) }
          text.append("{#\(id.text)}", by: id.by)
        }
      }
      if !edit.parts.isEmpty { separate(&text, at: edit.parts[0]) }
    }
    text.append(position..<base.text.bytes.count, of: base.text)
  }

  /// Ends the line and adds an empty one.
  private func separate(_ text: inout ComposedText, at part: SourceRange) {
    text.endLine()
    // Compared as a slice: a suffix that is to be an array is looked for from the beginning.
    guard !text.bytes.suffix(2).elementsEqual([0x0A, 0x0A]) else { return }
    text.append("\n", by: own.text.place(of: part))
  }

  private mutating func report(_ range: SourceRange, _ message: String, help: String) {
    diagnostics.append(
      Diagnostic(
        "unmatched-adaptation", .error, at: own.text.place(of: range), message, help: help))
  }
}

extension SourceRange {
  /// The range without blanks and empty lines at both ends.
  fileprivate func trimmed(of bytes: [UInt8]) -> SourceRange {
    guard let first = bytes[self].firstIndex(where: { $0 > 0x20 }),
      let last = bytes[self].lastIndex(where: { $0 > 0x20 })
    else { return lowerBound..<lowerBound }
    return first..<last + 1
  }
}
