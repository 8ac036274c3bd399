import Diagnostics
import YAML

/// The data files of a foreign site: what of them says something about a handbook.
struct ForeignData {
  private(set) var title: String?
  private(set) var description: String?
  private(set) var language: String?
  private(set) var url: String?
  /// Words that pages print, by their name: each with its forms, `name` among them.
  private(set) var terms: [(key: String, forms: [(String, String)])] = []
  /// A list of titles and addresses.
  private(set) var menu: Node?
  /// Other values of one line, by file and name.
  private(set) var values: [(file: String, [(String, String)])] = []
  private(set) var remarks: [Remark] = []

  /// A file that is read, and where its lines begin: looked for once, however much is said of them.
  private struct Opened {
    let file: SourceFile
    let lines: LineTable
    var path: String { file.path }

    func line(of range: SourceRange) -> Int { lines.position(at: range.lowerBound).line }
  }

  private static let ofSite: Set<String> = ["site", "metadata", "meta", "config", "settings"]
  private static let ofTerms: Set<String> = ["terms", "term", "vocabulary", "words"]
  private static let ofMenu: Set<String> = ["navigation", "nav", "menu"]
  private static let forms = ["name", "plural", "a", "the", "possessive", "start", "abbreviation"]

  /// Reads one more file; `name` is its name without extension, by which templates know it.
  mutating func read(_ file: SourceFile, name: String) {
    let parsed = parse(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    let opened = Opened(file: file, lines: LineTable(file.bytes))
    guard let node = parsed.value, parsed.diagnostics.isEmpty else {
      let line = parsed.diagnostics.first.map { opened.line(of: $0.place.range) }
      remarks.append(
        Remark(
          file.path, line: line,
          "the data cannot be read: \(parsed.diagnostics.first?.message ?? "it is empty")"))
      return
    }
    if Self.ofMenu.contains(name), node.mapping == nil {
      menu = node
    } else if let mapping = node.mapping {
      read(mapping, name: name, opened)
    } else if let text = node.line, Self.isName(name) {
      terms.append((name, [("name", text)]))
    } else {
      remarks.append(
        Remark(file.path, "the data is not used: pages know site.data, which site.yml holds"))
    }
  }

  private mutating func read(_ mapping: Mapping, name: String, _ file: Opened) {
    if Self.ofTerms.contains(name) {
      for pair in mapping.pairs { readTerm(pair.key, pair.value, file) }
    } else if mapping["name"]?.line != nil,
      mapping.pairs.allSatisfy({ Self.forms.contains($0.key) })
    {
      readTerm(name, Node(.mapping(mapping), at: mapping.range), file)
    } else {
      readValues(mapping, name: name, file)
    }
  }

  private mutating func readTerm(_ key: String, _ node: Node, _ file: Opened) {
    let forms =
      node.line.map { [("name", $0)] }
      ?? node.mapping?.pairs.compactMap { pair in pair.value.line.map { (pair.key, $0) } } ?? []
    guard Self.isName(key), forms.contains(where: { $0.0 == "name" }),
      forms.allSatisfy({ Self.forms.contains($0.0) })
    else {
      remarks.append(
        Remark(
          file.path, line: file.line(of: node.range),
          "'\(key)' is no term: a term has a name and its other forms"))
      return
    }
    terms.append((key, forms))
  }

  private mutating func readValues(_ mapping: Mapping, name: String, _ file: Opened) {
    var rest: [(String, String)] = []
    for pair in mapping.pairs {
      guard let text = pair.value.line else {
        remarks.append(
          Remark(
            file.path, line: file.line(of: pair.keyRange),
            "'\(pair.key)' is not used: write it into site.yml under data"))
        continue
      }
      guard Self.ofSite.contains(name), take(pair.key, text) else {
        rest.append((pair.key, text))
        continue
      }
    }
    if !rest.isEmpty { values.append((name, rest)) }
  }

  /// Whether a value says something of the whole site that a handbook's settings say too.
  private mutating func take(_ key: String, _ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    switch key {
    case "title", "name": title = title ?? text
    case "description": description = description ?? text
    case "language", "lang": language = language ?? text
    case "url", "baseUrl", "siteUrl":
      guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
      url = url ?? text
    default: return false
    }
    return true
  }

  /// Whether templates can name it.
  private static func isName(_ text: String) -> Bool {
    text.first.map { $0.isASCII && $0.isLetter } ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}

extension Node {
  /// The text of a scalar that has one line.
  fileprivate var line: String? {
    scalar.flatMap { $0.text.contains(where: \.isNewline) ? nil : $0.text }
  }
}
