import Diagnostics
import Handbook
import YAML

/// What the front matter of a foreign page says that a handbook's does not, or says otherwise.
struct ForeignPage {
  /// Its file in the foreign site.
  let file: SourceFile
  /// Its path in the handbook's `content/`.
  let path: String
  private(set) var title: String?
  private(set) var layout: String?
  /// Where its front matter says that it is published.
  private(set) var permalink: String?
  /// Its entry in the menu.
  private(set) var menuEntry: ForeignMenuEntry?
  private(set) var remarks: [Remark] = []
  /// The offset at which its body begins.
  let bodyStart: Int
  private let lines: LineTable

  init(_ file: SourceFile, path: String) {
    self.file = file
    self.path = path
    lines = LineTable(file.bytes)
    let split = FrontMatter.split(file).value
    bodyStart = split.bodyStart
    if let yaml = split.yaml {
      let mapping = parseMapping(
        file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
      for pair in mapping.value.pairs { read(pair) }
    }
    lookForTags(from: bodyStart)
  }

  /// Its address in the handbook.
  var url: String {
    if let permalink { return permalink }
    let parts = path.dropLast(".md".count).split(separator: "/").map(String.init)
    let names = parts.last == "index" ? Array(parts.dropLast()) : parts
    return names.isEmpty ? "/" : "/" + names.joined(separator: "/") + "/"
  }

  private mutating func read(_ pair: Pair) {
    let text = pair.value.scalar?.text
    switch pair.key {
    case "title": title = text
    case "layout": layout = text.flatMap { $0.isEmpty ? nil : $0 }
    case "permalink": readPermalink(pair, text)
    case "eleventyNavigation": menuEntry = ForeignMenuEntry(pair.value)
    case "eleventyComputed", "pagination":
      remark(pair, "'\(pair.key)' is Eleventy's: write the values, or the pages, out")
    case "eleventyExcludeFromCollections":
      remark(pair, "'\(pair.key)' is Eleventy's: leave its tags out instead")
    case "templateEngineOverride":
      remark(
        pair,
        "'\(pair.key)' is Eleventy's: pages are Liquid and Markdown, 'liquid: false' switches Liquid off"
      )
    case "date":
      if let text,
        ["last modified", "created", "git last modified", "git created"]
          .contains(text.lowercased())
      {
        remark(pair, "'date: \(text)': write 'dates: git' into site.yml instead")
      }
    default: break
    }
  }

  private mutating func readPermalink(_ pair: Pair, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    if text == "false" {
      remark(pair, "'permalink: false': write 'draft: true' for a page that is not published")
    } else if text.contains("{{") || text.contains("{%") {
      remark(pair, "a permalink is a path, not a template: write '/…/' out")
    } else if !text.hasPrefix("/") {
      remark(pair, "a permalink begins with '/': write '/\(text)'")
    } else {
      permalink = text
    }
  }

  private mutating func remark(_ pair: Pair, _ text: String) {
    let line = lines.position(at: pair.keyRange.lowerBound).line
    remarks.append(Remark(file.path, line: line, text))
  }

  /// Tags of Liquid, those that are this program's too.
  private static let tags: Set<String> = [
    "assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "doc",
    "echo",
    "else", "elsif", "endcapture", "endcase", "endcomment", "enddoc", "endfor", "endif",
    "endifchanged", "endraw", "endtablerow", "endunless", "for", "if", "ifchanged", "include",
    "increment", "inline_comment", "liquid", "raw", "render", "tablerow", "unless", "when", "#",
  ]

  /// What to write in place of tags of other languages.
  private static let instead = [
    "set": "write 'assign'", "elif": "write 'elsif'",
    "macro": "make it a partial in layouts/ and include that",
    "import": "make it a partial in layouts/ and include that",
    "from": "make it a partial in layouts/ and include that",
    "extends": "write 'layout:' into the front matter", "block": "a layout prints {{ content }}",
  ]

  private mutating func lookForTags(from start: Int) {
    let bytes = file.bytes
    var place = start
    while place + 1 < bytes.count {
      defer { place += 1 }
      guard bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == UInt8(ascii: "%") else {
        continue
      }
      let inside = bytes[(place + 2)...].prefix(80)
        .drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
      let name = String(
        decoding: inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "-") },
        as: UTF8.self)
      guard !name.isEmpty, !Self.tags.contains(name), !name.hasPrefix("#"),
        Self.instead[name] != nil || !name.hasPrefix("end")
      else { continue }
      remarks.append(
        Remark(
          file.path, line: lines.position(at: place).line,
          "{% \(name) %} is not Liquid: "
            + (Self.instead[name] ?? "make it a partial in layouts/ and include that")))
    }
  }
}
