import Markdown
import Testing

/// What comes from a text never acts in a page.
struct SafetyTests {
  private static let schemes = [
    "javascript", "vbscript", "data", "file", "blob", "filesystem", "livescript", "mocha",
    "view-source",
    "feed", "jar", "intent", "about", "chrome", "chrome-extension", "moz-extension", "resource",
    "ms-its",
    "mk", "mhtml", "ftp", "ftps", "sftp", "ssh", "telnet", "gopher", "ws", "wss", "ldap", "ldaps",
    "smb",
    "nfs", "irc", "ircs", "magnet", "git", "svn", "rsync", "dict", "tftp", "imap", "pop", "nntp",
    "news",
    "sms", "facetime", "skype", "callto", "steam", "itms", "market", "android-app", "ms-word",
    "vscode",
    "x-javascript", "jscript", "wyciwyg", "tbopen", "res", "cid",
  ]

  /// Ways to write a scheme that some reader somewhere decodes.
  private static let encodings: [@Sendable (String) -> String] = [
    { "\($0):alert(1)" },
    { "\($0.uppercased()):alert(1)" },
    { " \t\($0):alert(1)" },
    { "\($0.prefix(2))\n\($0.dropFirst(2)):alert(1)" },
    { "\u{1}\($0):alert(1)" },
    { "\($0)%3Aalert(1)" },
    { "\($0)&colon;alert(1)" },
    { "&#\($0.unicodeScalars.first?.value ?? 0);\($0.dropFirst()):alert(1)" },
  ]

  @Test func `sixty schemes in eight encodings are refused`() {
    #expect(Self.schemes.count == 60)
    for scheme in Self.schemes {
      for (number, encoding) in Self.encodings.enumerated() {
        #expect(!isSafeURL(encoding(scheme)), "\(scheme) \(number)")
      }
    }
  }

  @Test func `no such URL reaches the page`() {
    for scheme in Self.schemes {
      for encoding in Self.encodings {
        let url = encoding(scheme)
        for text in [
          "[a](<\(url)>)", "![a](\(url))", "<\(url)>", "<a href=\"\(url)\">b</a>",
          "[a]\n\n[a]: \(url)",
        ] {
          let html = html(text).lowercased()
          for mark in [":", "%3a", "&"] {
            #expect(!html.contains("href=\"\(scheme)\(mark)"), "\(text)\n\(html)")
            #expect(!html.contains("src=\"\(scheme)\(mark)"), "\(text)\n\(html)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    "", "#", "#part", "a", "/a/b/", "../a.md#b", "a?b=c:d", "/a:b", "#a:b", "./a:b",
    "https://a.b/c",
    "HTTP://a.b", "mailto:a@b.c", "tel:+44", "a%20b", "é", "a&b.md", "/a?b&c;d", "R&D.md",
  ])
  func `these URLs are safe`(url: String) {
    #expect(isSafeURL(url))
  }

  @Test(arguments: [
    "//host", "/\\host", "\\\\host", "a\\b", "java\tscript:x", "a\u{0}", "a\u{7F}", "a\u{202E}b",
    "\u{2066}a",
    "a:b", "1:2", ":", "x%3ay", "%2F%2Fhost", " a", "a\nb", "a\u{85}b", "&#x2f;/host",
  ])
  func `these are not`(url: String) {
    #expect(!isSafeURL(url))
  }

  /// Text that would be markup in an attribute, between tags, or in a comment.
  private static let payloads = [
    "\"><script>alert(1)</script>", "' onload='x", "\" onmouseover=\"x", "</title><script>",
    "<svg onload=x>",
    "--><img src=x onerror=y>", "]]><script>", "`-alert(1)-`", "<img src=x onerror=alert(1)//",
    "&lt;script&gt;", "\u{0}<script>", "<scr<script>ipt>", "<a href=\"javascript:x\">",
  ]

  @Test(arguments: payloads)
  func `payloads stay words in every sink`(payload: String) {
    let escaped = payload.replacing("`", "")
    let sinks = [
      escaped, "# \(escaped)", "[\(escaped)](x)", "[a](x '\(escaped)')", "![\(escaped)](x)",
      "```\(escaped)\nx\n```",
      "    \(escaped)", "`\(escaped)`", "|\(escaped)|\n|-|\n|\(escaped)|", "- [ ] \(escaped)",
      "> [!NOTE]\n> \(escaped)", "a[^\(escaped)]\n\n[^\(escaped)]: b",
      "[a]\n\n[a]: x \"\(escaped)\"",
      "# a {#\(escaped)}", "<b title=\"\(escaped)\">c</b>", "<b title='\(escaped)'>c</b>",
      "<!-- \(escaped) -->",
    ]
    for sink in sinks {
      for policy in [HTMLPolicy.none, .allowlist] {
        let html = html(sink, policy)
        for tag in tags(in: html) {
          let isActive =
            tag.hasPrefix("script") || tag.hasPrefix("svg")
            || attributeNames(of: tag).contains { $0.hasPrefix("on") }
          #expect(!isActive, "\(sink)\n\(html)")
        }
      }
    }
  }

  /// What stands between `<` and `>`; quoted values have no `>` that was not escaped.
  private func tags(in html: String) -> [Substring] {
    html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).map {
      $0.prefix { $0 != ">" }
    }
  }

  private func attributeNames(of tag: Substring) -> [Substring] {
    tag.split(separator: "\"").enumerated().filter { $0.offset % 2 == 0 }.flatMap {
      $0.element.split(separator: " ").map { $0.prefix { $0 != "=" } }
    }
  }
}

extension String {
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
