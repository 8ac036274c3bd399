/// The path of a URL of the site, without the base path: the one place where page paths, encoding
/// and normal form are decided.
struct URLPath: Sendable, Hashable {
  /// The path as people read it, decoded: begins with `/`, and with a final `/` for a page that is
  /// a folder.
  let text: String

  /// Creates the path from decoded text that begins with `/`.
  init(_ text: String) {
    self.text = text
  }

  /// The path of a page by its file: `content/a/b.md` gives `/a/b/`, `content/a/index.md` `/a/`,
  /// `content/404.md` `/404.html`.
  init(contentPath path: String) {
    var inner = Substring(path.utf8.dropFirst(Self.contentPrefix.utf8.count - 1))
    if inner.hasSuffix(".md") { inner = Substring(inner.utf8.dropLast(3)) }
    if inner == "/404" {
      self.init("/404.html")
    } else if inner.hasSuffix("/index") {
      self.init(String(Substring(inner.utf8.dropLast("index".utf8.count))))
    } else {
      self.init(inner + "/")
    }
  }

  /// The folder of the pages' sources, with its `/`.
  static let contentPrefix = "content/"

  /// The path as it stands in HTML and data: all but unreserved characters percent-encoded.
  var encoded: String { percentEncoded(text) }

  /// The path without its final `/`; empty for the root.
  ///
  /// Two URLs that servers treat as one page have the same key.
  var key: Substring {
    text.utf8.last == UInt8(ascii: "/") ? Substring(text.utf8.dropLast()) : text[...]
  }

  /// Where the file lies that a server answers with, or `nil` when no file may be called so.
  var outputPath: OutputPath? {
    let inner = text.dropFirst()
    if text.hasSuffix("/") { return OutputPath(inner + "index.html") }
    return OutputPath(String(inner))
  }

  /// Whether this is the page that servers show where there is none.
  var isForNoPage: Bool { text == "/404.html" }

  /// Whether this is the home page's path.
  var isRoot: Bool { text == "/" }

  /// The path above this one: of `/a/b/` it is `/a/`; `nil` for the root.
  var parent: URLPath? {
    let key = key
    // By bytes: a mark on letters behind the slash would make one character of both.
    return key.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      URLPath(String(Substring(key.utf8[...$0])))
    }
  }

  /// The paths above this one, nearest first: of `/a/b/` they are `/a/` and `/`.
  var ancestors: [URLPath] {
    Array(sequence(first: self, next: \.parent).dropFirst())
  }
}

/// Returns `text` with every byte percent-encoded that may not stand in the path of a URL.
package func percentEncoded(_ text: String) -> String {
  guard text.utf8.contains(where: { !isPathByte[Int($0)] }) else { return text }
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isPathByte[Int(byte)] {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Returns `text` with its percent-encoded bytes decoded once, or `nil` when they are malformed or
/// do not make UTF-8.
package func percentDecoded(_ text: some StringProtocol) -> String? {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexadecimal),
      let low = rest.popFirst().flatMap(hexadecimal)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexadecimal(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// For each byte, whether it may stand in a path as it is (RFC 3986's `pchar` and `/`).
private let isPathByte: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  let allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$()*+,;=:@/"
  for byte in allowed.utf8 { table[Int(byte)] = true }
  return table
}()
