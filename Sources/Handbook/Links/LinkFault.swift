import Diagnostics

/// What is wrong with a link: its wording, rule and severity.
///
/// Where it stands is told by who found it.
struct LinkFault: Sendable {
  /// The kinds of fault.
  enum Kind: Sendable {
    /// Nothing is written.
    case empty
    /// No such page.
    case noPage
    /// No such anchor on the page.
    case noAnchor
    /// No such file.
    case noFile
    /// No such entry in the register.
    case noEntry
    /// A scheme that is not allowed.
    case unsafe
    /// A character that browsers read as another, or that nobody sees.
    case unsafeCharacter
    /// The page is a draft and will not be published.
    case toDraft
    /// The base path was typed by hand.
    case basePathTyped
    /// The link leads to the published site of the handbook that this one adapts.
    case toBase
    /// No such figure.
    case noFigure
    /// The figure has no such part to show alone.
    case noFocus
    /// The figure has no such setting.
    case noSetting
    /// A figure is linked to, or placed as an image in HTML.
    case figureNotImage
    /// An image lies on another site.
    case imageElsewhere
  }

  var kind: Kind
  /// What was looked for, as it was understood.
  var subject: String
  /// What to write instead, when it is known for sure.
  var repair: String?
  /// The link as it was written.
  var written = ""
  /// Whether it names a page from the top of the site, wherever it stands.
  var isName = false

  init(_ kind: Kind, subject: String = "", repair: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.repair = repair
  }

  /// The finding at `place`; `url` is where the URL stands when that is elsewhere, `near` what may have been meant.
  func diagnostic(at place: Place, url: Place? = nil, near: String?) -> Diagnostic {
    let url = url ?? place
    // No page is meant, however near one is.
    let near = halfURL == nil ? near : nil
    return Diagnostic(
      rule, severity, at: place, message,
      help: help(near, isMarkdown: place.file.path.hasSuffix(".md")),
      fix: url.file.path == place.file.path
        ? Fix(
          of: written, to: repair ?? near.map(Self.link(like: written)), isCertain: repair != nil,
          at: url) : nil)
  }

  /// A link to another address with the query and fragment of `written`.
  private static func link(like written: String) -> (String) -> String {
    { url in url + written[(written.firstIndex { $0 == "?" || $0 == "#" } ?? written.endIndex)...] }
  }

  /// Whether the URL may stand in the page all the same.
  var isPrinted: Bool {
    switch kind {
    case .unsafe, .unsafeCharacter, .noFigure, .noFocus, .noSetting, .figureNotImage: false
    case .empty, .noPage, .noAnchor, .noFile, .noEntry, .toDraft, .basePathTyped, .toBase,
      .imageElsewhere:
      true
    }
  }

  /// A URL as it stands between `(` and `)`.
  static func withoutParentheses(_ url: String) -> String {
    url.replacing("(", with: "%28").replacing(")", with: "%29")
  }

  /// What people call a character: itself, or its number where it cannot be seen.
  static func name(of character: Unicode.Scalar) -> String {
    let number = String(character.value, radix: 16, uppercase: true)
    return character == "\\"
      ? "\\" : "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
  }

  var rule: String {
    switch kind {
    case .empty: "empty-link"
    case .noPage: "broken-link"
    case .noAnchor: "broken-anchor"
    case .noFile, .imageElsewhere: "missing-asset"
    case .noEntry: "broken-reference"
    case .unsafe, .unsafeCharacter: "unsafe-url"
    case .toDraft: "link-to-draft"
    case .basePathTyped: "base-path-typed"
    case .toBase: "link-to-base"
    case .noFigure, .noFocus, .noSetting, .figureNotImage: "missing-figure"
    }
  }

  private var severity: Severity {
    switch kind {
    case .toDraft, .basePathTyped, .toBase, .imageElsewhere: .warning
    case .empty, .noPage, .noAnchor, .noFile, .noEntry, .unsafe, .unsafeCharacter, .noFigure,
      .noFocus, .noSetting, .figureNotImage:
      .error
    }
  }

  private var message: String {
    switch kind {
    case .empty: "this link leads nowhere: its destination is empty"
    case .noPage: "no page at '\(subject)'"
    case .noAnchor: "the page has no anchor '#\(subject)'"
    case .noFile: "no file at '\(subject)'"
    case .noEntry: "the register has no entry '\(subject)'"
    case .unsafe: "a link may not begin with '\(subject)'"
    case .unsafeCharacter: "a link may not hold '\(subject)'"
    case .toDraft: "'\(subject)' is a draft, so readers of the published site will not find it"
    case .basePathTyped: "'\(subject)' is put in front by the program and need not be typed"
    case .toBase:
      "this leads readers out of this handbook, to the one at '\(subject)' that it adapts"
    case .noFigure: "there is no figure '\(subject)'"
    case .noFocus: "this figure cannot show '\(subject)' alone"
    case .noSetting: "a figure has no setting '\(subject)'"
    case .imageElsewhere: "readers do not see this: pages load nothing from other sites"
    case .figureNotImage: "a figure is placed as an image in Markdown, not as a link or in HTML"
    }
  }

  /// The address of another site that is written with half its scheme, or none but `www`.
  private var halfURL: String? {
    if written.hasPrefix("www.") { return "https://" + written }
    return ["https", "http"].first { written.hasPrefix($0 + "//") }.map {
      $0 + ":" + written.dropFirst($0.count)
    }
  }

  /// Whether it begins with what looks like the name of another site.
  private var beginsWithDomain: Bool {
    let labels = written.prefix { !"/?#".contains($0) }.split(
      separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && !labels.contains("")
      && Self.domains.contains(labels.last?.lowercased() ?? "")
  }

  /// The ends of most sites' names, but for those that are ends of files' names too.
  private static let domains: Set<String> = [
    "at", "ch", "com", "de", "dev", "edu", "eu", "fr", "gov", "int", "io", "net", "nl", "org", "uk",
  ]

  private func help(_ near: String?, isMarkdown: Bool) -> String? {
    if let repair { return "write '\(repair)'" }
    if let halfURL { return "write '\(halfURL)' for another site" }
    if let near { return "did you mean '\(near)'?" }
    if kind == .noPage || kind == .noFile, beginsWithDomain {
      return "write 'https://\(written)' for another site"
    }
    return switch kind {
    case .empty:
      isMarkdown
        ? "write the path of a page between the brackets, such as '/services/'"
        : "write the path of a page, such as '/services/', or the link only 'if' there is one"
    case .unsafe: "links may be relative or begin with https:, http:, mailto: or tel:"
    case .unsafeCharacter:
      subject == "\\"
        ? "write '/' between folders, and '%5C' where '\\' itself is meant"
        : "take the character out: nobody sees it, and it changes where the link seems to lead"
    case .noFile: "files are published from 'assets/' as '/assets/…', and from beside the pages"
    case .toDraft: "finish the page, or link to it when it is published"
    case .noSetting: "the settings are 'focus=NAME' and 'table=no'"
    case .noFigure: "declare it in 'figures' in site.yml"
    case .noFocus: "leave 'focus' out for the whole figure"
    case .figureNotImage: "write '![what it shows](\(subject))' in a paragraph of its own"
    case .imageElsewhere: "put the file beside the page or into 'assets/', if its owner allows it"
    case .toBase: "there is no such page here; name the source in words, or allow it with a comment"
    case .noPage, .noAnchor, .noEntry, .basePathTyped: nil
    }
  }
}

extension Fix {
  /// The repair of a link that is written at `place` just as it came out; `nil` where nothing is known
  /// to write, or a template printed the link.
  init?(of written: String, to url: String?, isCertain: Bool, at place: Place) {
    guard let url, !written.isEmpty, place.holds(written.utf8) else { return nil }
    self.init(place.range, with: LinkFault.withoutParentheses(url), isCertain: isCertain)
  }

  /// The likely repair of the anchor that a link at `place` ends with.
  init?(ofAnchor fragment: String, to near: String, at place: Place) {
    let written = place.file.bytes[place.range]
    let end = place.range.upperBound
    guard written.suffix(fragment.utf8.count + 1).elementsEqual("#\(fragment)".utf8) else {
      return nil
    }
    self.init(end - fragment.utf8.count..<end, with: percentEncoded(near), isCertain: false)
  }
}
