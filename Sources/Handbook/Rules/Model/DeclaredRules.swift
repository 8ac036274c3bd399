package import Diagnostics
import Values

/// The rules that a site declares, in words for those who ask what they promise.
package struct DeclaredRules: Sendable {
  /// A text for each rule, in the order of `site.yml`.
  package let all: [RuleText]

  /// Reads `site.yml` alone.
  package init(_ sources: any SourceTree) throws {
    let file = try sources.find("site.yml").map {
      SourceFile(path: $0.path, bytes: try sources.read($0))
    }
    self.init(file.map { SettingsReader.read($0, url: nil).value })
  }

  init(_ settings: Settings?) {
    all =
      settings.map { settings in
        settings.rules.declared.map { Self.text(of: $0, settings) }
      } ?? []
  }

  /// The rule of this name.
  package func rule(_ id: String) -> RuleText? { all.first { $0.id == id } }

  /// What the site itself says of the rule, else what the program says of one of that name.
  private static func text(of rule: ModelRule, _ settings: Settings) -> RuleText {
    let known = RuleCatalogue.rule(rule.id)
    let pages = rule.kind.map { "page of the kind \(settings.kinds.all[$0].name)" } ?? "page"
    return RuleText(
      rule.id, rule.severity,
      promise: rule.promise ?? known?.promise ?? "No \(pages) breaks this rule of the site.",
      why: rule.why ?? known?.why ?? "This site asks for it in 'rules' of \(settings.file.path).",
      example: declaration(of: rule, in: settings.file),
      exampleIs: .declaration(in: "\(settings.file.path):\(line(of: rule, in: settings.file))"),
      repair: known?.repair ?? rule.help.map(sentence) ?? "Change what the finding names.")
  }

  private static func line(of rule: ModelRule, in file: SourceFile) -> Int {
    LineTable(file.bytes).position(at: rule.range.lowerBound).line
  }

  /// The lines of the declaration, without the blanks before its name.
  private static func declaration(of rule: ModelRule, in file: SourceFile) -> String {
    let before = file.bytes[..<rule.range.lowerBound].reversed().prefix { $0 == UInt8(ascii: " ") }
    let text = String(decoding: file.bytes[rule.declaration], as: UTF8.self)
    return text.split(separator: "\n").map { line in
      let blanks = line.prefix { $0 == " " }.count
      return String(line.dropFirst(min(blanks, before.count)))
    }.joined(separator: "\n").trimmedAtEnd
  }

  private static func sentence(_ words: String) -> String {
    English.capitalised(words) + (words.hasSuffix(".") ? "" : ".")
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
