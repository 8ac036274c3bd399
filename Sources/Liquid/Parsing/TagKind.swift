import Diagnostics

/// The tags that begin something.
enum TagKind: String, CaseIterable {
  case assign, `break`, capture, `case`, comment, `continue`, cycle, decrement, doc, echo, `for`,
    `if`, ifchanged, include, increment, liquid, raw, render, tablerow, unless
  case inlineComment = "#"

  /// The tags that have an end.
  static let blocks: Set<String> = [
    "capture", "case", "comment", "doc", "for", "if", "ifchanged", "raw", "tablerow", "unless",
  ]

  private static let words = allCases.map { (word: Word($0.rawValue), kind: $0) }

  /// The kind that `word` names, if any.
  init?(_ word: Word) {
    guard let known = Self.words.first(where: { $0.word == word }) else { return nil }
    self = known.kind
  }

  /// What is wrong with a tag of that name which begins nothing and ends nothing that is open.
  static func failure(forStray tag: Tag, named name: String, in open: [Tag]) -> Failure {
    if name.hasPrefix("end"), blocks.contains(String(name.dropFirst(3))) {
      let help = open.last.map { "'\($0.name)' is open here: close it with 'end\($0.name)'" }
      return Failure(
        "'\(name)' closes nothing", help: help ?? "no '\(name.dropFirst(3))' is open here",
        at: tag.range)
    }
    switch name {
    case "else", "elsif":
      if let tag = open.last, tag.name == "for" || tag.name == "tablerow" {
        return Failure("'\(tag.name)' cannot go on with '\(name)' here", at: tag.range)
      }
      return Failure(
        "'\(name)' stands outside of 'if'", help: "it belongs between 'if' and 'endif'",
        at: tag.range)
    case "when":
      return Failure(
        "'when' stands outside of 'case'", help: "it belongs between 'case' and 'endcase'",
        at: tag.range)
    default:
      return Failure("there is no tag '\(name)'", help: help(for: name), at: tag.nameRange)
    }
  }

  /// What may be meant by a name that is no tag.
  private static func help(for name: String) -> String? {
    if let word = foreign[name] { return word }
    let known = allCases.map(\.rawValue) + ["else", "elsif", "when"] + blocks.map { "end" + $0 }
    return nearest(to: name, among: known).map { "did you mean '\($0)'?" }
  }

  /// What is written here for the words of other template languages.
  private static let foreign: [String: String] = [
    "set": "did you mean 'assign'?", "let": "did you mean 'assign'?",
    "elif": "did you mean 'elsif'?", "elseif": "did you mean 'elsif'?",
    "foreach": "did you mean 'for'?",
    "each": "did you mean 'for'?", "endforeach": "did you mean 'endfor'?",
    "switch": "did you mean 'case'?", "endswitch": "did you mean 'endcase'?",
    "print": "did you mean 'echo', or '{{ … }}'?", "partial": "did you mean 'include'?",
    "import": "did you mean 'include'?", "extends": "a layout names its parent in its front matter",
    "block": "layouts are nested by 'layout:' in their front matter",
    "macro": "did you mean a partial, with 'render'?", "verbatim": "did you mean 'raw'?",
    "endverbatim": "did you mean 'endraw'?", "autoescape": "layouts escape by themselves",
    "end": "a tag is closed with its name, such as 'endif' and 'endfor'",
    "highlight": "code is fenced with '```'", "link": "write the page's address",
    "include_relative": "did you mean 'include'?", "layout": "'layout:' stands in the front matter",
    "with": "did you mean 'assign'?", "while": "did you mean 'for'?",
  ]
}
