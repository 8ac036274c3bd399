import Diagnostics
import Markdown

/// A rule about the body of one page, judged from what its one rendering tells.
struct BodyRule: Sendable {
  /// What it promises.
  let text: RuleText
  /// What the rendering of a body must note for it.
  let prepare: @Sendable (inout MarkdownOptions, Site) -> Void
  /// What breaks it.
  let check: @Sendable (RenderedBody) -> [Diagnostic]

  /// Creates a rule.
  init(
    _ text: RuleText,
    prepare: @escaping @Sendable (inout MarkdownOptions, Site) -> Void = { _, _ in },
    check: @escaping @Sendable (RenderedBody) -> [Diagnostic]
  ) {
    self.text = text
    self.prepare = prepare
    self.check = check
  }

  /// All there are.
  static let all = [
    writtenOutTerm, leftoverWord, lowerCaseTerm, skippedHeading, repeatedHeading,
    missingAlternative, vagueLink,
  ]

  /// Those that are on somewhere on a site; the others cost nothing.
  static func on(_ site: Site) -> [BodyRule] {
    all.filter { site.settings.rules.isOn($0.text) }
  }

  /// A finding of the rule `text`.
  static func finding(
    _ text: RuleText, at place: Place, _ message: String, help: String, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(text.id, text.severity ?? .warning, at: place, message, help: help, fix: fix)
  }
}

/// A body as rules see it.
struct RenderedBody {
  /// What its rendering told.
  let markdown: RenderedMarkdown
  /// The text that was rendered.
  let text: UnsafeBufferPointer<UInt8>
  /// Where the text was written.
  let origin: BodyOrigin
  /// The page it is of.
  let page: Page
  let site: Site
}

/// Where the text of a body was written.
enum BodyOrigin {
  /// In the file, from this offset on, as it is.
  case file(SourceFile, from: Int)
  /// In what the map says; what it does not know counts as written at `fallback`.
  case template(SegmentMap, fallback: Place)

  /// Where a part of the text was written.
  func place(of range: SourceRange) -> Place {
    switch self {
    case .file(let file, let start):
      Place(file, (start + range.lowerBound)..<(start + range.upperBound))
    case .template(let map, let fallback): map.place(of: range) ?? fallback
    }
  }
}

extension Place {
  /// Whether just these bytes are written here, so that others can take their place.
  func holds(_ bytes: some Sequence<UInt8>) -> Bool {
    file.bytes[range].elementsEqual(bytes)
  }
}
