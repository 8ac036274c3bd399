import Register
import Values

/// The beginning of a new page: its front matter, with what is to be decided in comments.
struct FrontMatterDraft {
  let site: Site
  let kind: Kind?
  /// Whether the page must say its kind, as its folder does not.
  let namesKind: Bool

  /// What every page should tell, whatever its kind.
  private static let common = [
    Field(name: "description", description: "What it is about, in one sentence", range: 0..<0),
    Field(name: "owner", description: "Who keeps it right: a role or a team", range: 0..<0),
  ]

  /// The file's text.
  func text(title: String) -> String {
    let fields = kind?.fields.filter { $0.name != "title" } ?? []
    let others = Self.common.filter { common in !fields.contains { $0.name == common.name } }
    var lines = ["---", "title: \(DraftValue.text(title).inline)"]
    if namesKind { lines.append("kind: \(kind?.name ?? Kind.ofNone)") }
    lines.append("draft: true # remove this line when the page is finished")
    if let kind, !kind.description.isEmpty { lines.append("# \(Self.line(kind.description))") }
    let asked = fields.filter { $0.isRequired && $0.fallback == nil }
    for field in others + asked { lines += self.asked(field) }
    let open = fields.filter { !$0.isRequired || $0.fallback != nil }
    if !open.isEmpty { lines.append("# It may tell more; remove '# ' before what it tells.") }
    for field in open { lines += told(field).map { "# " + $0 } }
    lines += ["---", "", "<!-- Write the page here. -->", ""]
    return lines.joined(separator: "\n")
  }

  /// A field that somebody must decide about.
  private func asked(_ field: Field) -> [String] {
    ["\(field.name): # decide: \(explanation(field))"] + options(field)
  }

  /// A field that may be left out.
  private func told(_ field: Field) -> [String] {
    let fallback = field.fallback?.value(of: field.type) { .string($0.written) }.texts ?? []
    let otherwise = fallback.isEmpty ? "" : "; without it \(fallback.joined(separator: ", "))"
    return ["\(field.name): # \(explanation(field))\(otherwise)"] + options(field)
  }

  /// What a field means and what may be written, in one line.
  private func explanation(_ field: Field) -> String {
    let description = Self.line(field.description)
    let allowed = Self.line(allowed(field))
    return description.isEmpty ? allowed : "\(description) (\(allowed))"
  }

  private func allowed(_ field: Field) -> String {
    let form = field.pattern.map { ", of the form \($0)" } ?? ""
    let count = field.count.map { ", \($0.text)" } ?? ""
    switch field.type {
    case .choice(let choice): return "one of: " + choice.values.joined(separator: ", ")
    case .list(let item): return "[\(allowed(item))], …" + count
    case .table(let columns):
      let cells = columns.map { "\($0.name): \($0.isRequired ? "" : "perhaps ")\(allowed($0))" }
      return "rows such as {\(cells.joined(separator: "; "))}" + count
    case .date: return "a day, such as 2026-06-30"
    case .url: return "an address, such as https://example.org/ or /page/" + form
    case .entry: return "the id of an entry of the register"
    case .reference(let type):
      let words = type.words.isEmpty ? "" : ", or " + type.words.joined(separator: ", ")
      return (type.isMany ? "list of: " : "") + pages(type) + words + count
    case .text, .number, .wholeNumber, .boolean, .markdown: return field.type.name + form
    }
  }

  /// The pages that a field may name where they are few, else how one is named.
  private func pages(_ type: ReferenceType) -> String {
    let pages = type.kinds.compactMap { site.kinds.kind($0.value) }
      .flatMap(site.collections.ofKind).filter(site.isPublished)
    guard (1...Self.fewPages).contains(pages.count) else {
      return "the id of a \(type.kindNames), which is the last part of its address"
    }
    return pages.map(site.names.id).joined(separator: ", ")
  }

  private static let fewPages = 12

  /// What each of the allowed values means, a line each.
  private func options(_ field: Field) -> [String] {
    let choice: Choice
    switch field.type {
    case .choice(let own): choice = own
    case .list(let item):
      guard case .choice(let own) = item.type else { return [] }
      choice = own
    default: return []
    }
    return choice.options.filter { !$0.description.isEmpty }.map {
      "#   \($0.value): \(Self.line($0.description))"
    }
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
