import Markdown

/// What a link is by its form alone.
enum LinkForm {
  /// Outside the site, by a scheme that is allowed.
  case external
  /// A scheme that is not allowed, or a form that browsers read as one.
  case unsafe(String)
  /// A character that no address may hold.
  case unsafeCharacter(Unicode.Scalar)
  /// An entry of the register.
  case register(String)
  /// A figure, which is placed as an image and nothing else.
  case figure(String)
  /// A page or file of this site.
  case `internal`(LinkReference)

  /// Tells the form of `written`; an absolute URL under `site` is internal.
  init(_ written: String, under site: SiteURL?) {
    let scheme = Self.scheme(of: written)
    if scheme?.lowercased() == "registry" {
      self = .register(String(written.utf8.dropFirst("registry:".utf8.count)) ?? "")
    } else if written.utf8.starts(with: FigureReference.scheme.utf8) {
      self = .figure(written)
    } else if !isSafeURL(written) {
      self =
        refusedCharacter(in: written).map { .unsafeCharacter($0) }
        ?? .unsafe(scheme.map { $0 + ":" } ?? (written.hasPrefix("//") ? "//" : written))
    } else if scheme == nil {
      self = .internal(LinkReference(written))
    } else if let path = site?.pathBelow(written) {
      self = .internal(LinkReference(path))
    } else {
      self = .external
    }
  }

  /// The scheme that `written` begins with, as browsers see it: letters, digits, `+`, `-`, `.` up to a
  /// colon, before any slash.
  static func scheme(of written: String) -> Substring? {
    guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = written[..<colon]
    guard let first = scheme.utf8.first, isLetter(first), scheme.utf8.allSatisfy(isSchemeByte)
    else {
      // `a/b:c` is a path; anything else before a colon is what no page is called by.
      return nil
    }
    return scheme
  }
}

extension SiteURL {
  /// The path of an absolute URL of this site, without the base path; `nil` for any other URL.
  func pathBelow(_ url: String) -> String? {
    // As the program itself writes it: nothing to compare but bytes.
    if url.utf8.starts(with: origin.utf8) {
      let path = url.utf8.dropFirst(origin.utf8.count)
      if path.starts(with: basePath.utf8),
        path.dropFirst(basePath.utf8.count).first == UInt8(ascii: "/")
      {
        return String(path.dropFirst(basePath.utf8.count))
      }
    }
    func bare(_ url: Substring) -> Substring? {
      ["https://", "http://"].first { url.lowercased().hasPrefix($0) }.map {
        url.dropFirst($0.count)
      }
    }
    guard let own = bare((origin + basePath)[...]), let other = bare(url[...]),
      other.lowercased().hasPrefix(own.lowercased())
    else { return nil }
    let rest = other.dropFirst(own.count)
    switch rest.first {
    case nil: return "/"
    case "/": return String(rest)
    case "#", "?": return "/" + rest
    default: return nil
    }
  }
}

/// An internal link taken apart: path, query and fragment.
struct LinkReference {
  /// The decoded path; `nil` for a link within the page.
  let path: String?
  /// The query with its `?`, or nothing.
  let query: String
  /// The decoded fragment without `#`; empty for none and for the top of the page.
  private(set) var fragment: String
  /// Whether there is a `#`.
  private let hasFragment: Bool

  init(_ written: String) {
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let beforeFragment = parts[0]
    hasFragment = parts.count > 1
    var fragment = hasFragment ? percentDecoded(parts[1]) ?? String(parts[1]) : ""
    if fragment.hasSuffix("/") { fragment.removeLast() }
    self.fragment = fragment == "top" ? "" : fragment
    let question = beforeFragment.firstIndex(of: "?") ?? beforeFragment.endIndex
    query = String(beforeFragment[question...])
    let path = beforeFragment[..<question]
    self.path = path.isEmpty && query.isEmpty ? nil : percentDecoded(path) ?? String(path)
  }

  /// The same without its fragment.
  var withoutFragment: LinkReference {
    var reference = self
    reference.fragment = ""
    return reference
  }

  /// The fragment as a URL writes it.
  var encodedFragment: String { percentEncoded(fragment) }

  /// The fragment with its `#`, where one was written.
  var writtenFragment: String { hasFragment ? "#" + encodedFragment : "" }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}
