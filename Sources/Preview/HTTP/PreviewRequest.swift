package import NIOHTTP1

/// A request as the preview understands it.
package struct PreviewRequest: Sendable, Equatable {
  /// Whether only the head of the answer is wanted.
  package var isHead: Bool
  /// The decoded path, beginning with `/`, with no `.` or `..` in it.
  package var path: String
  /// The host that the browser believes to talk to, with its port.
  package var host: String
  /// The part of the file that is wanted, as it was written; `nil` for all of it.
  package var range: String?
  /// Where the page came from that asks, where a browser says so.
  package var origin: String?
  /// How that page is related to this server, where a browser says so.
  package var fetchSite: String?
}

/// Why a request gets nothing but a status.
package struct RequestRefusal: Error, Sendable, Equatable {
  /// The status.
  package var status: HTTPResponseStatus
  /// What is wrong, in a sentence.
  package var reason: String

  init(_ status: HTTPResponseStatus, _ reason: String) {
    self.status = status
    self.reason = reason
  }
}

extension PreviewRequest {
  /// Reads the head of a request.
  ///
  /// Paths are decoded once; whatever could lead out of the site is refused.
  package init(_ head: HTTPRequestHead, hosts: HostRule) throws(RequestRefusal) {
    guard head.method == .GET || head.method == .HEAD else {
      throw RequestRefusal(.methodNotAllowed, "only GET and HEAD are answered")
    }
    guard head.version.major == 1 else {
      throw RequestRefusal(.httpVersionNotSupported, "only HTTP/1 is spoken")
    }
    let names = head.headers["host"]
    guard names.count == 1, let host = names.first else {
      throw RequestRefusal(.badRequest, "a request names one host")
    }
    guard head.headers["content-length"].allSatisfy({ $0 == "0" }),
      !head.headers.contains(name: "transfer-encoding")
    else { throw RequestRefusal(.payloadTooLarge, "requests have no body") }
    guard hosts.allows(host) else {
      throw RequestRefusal(
        .forbidden, "this preview does not answer as that host; --allow-host lets it")
    }
    guard let path = Self.path(of: head.uri, host) else {
      throw RequestRefusal(.badRequest, "this is no path of a site")
    }
    isHead = head.method == .HEAD
    self.path = path
    self.host = host
    // No answer says which version of a file it is, so a part of the version that is named cannot be given.
    let asksForVersion = head.headers.first(name: "if-range") != nil
    range = asksForVersion ? nil : head.headers.first(name: "range")
    origin = head.headers.first(name: "origin")
    fetchSite = head.headers.first(name: "sec-fetch-site")
  }

  /// The path of a request target, decoded once; `nil` for what no path of a site is.
  static func path(of target: String, _ host: String) -> String? {
    var target = target[...]
    // A request may name the whole address.
    if target.lowercased().hasPrefix("http://") {
      target = target.dropFirst("http://".count)
      let named = target.prefix { $0 != "/" && $0 != "?" }
      guard named.lowercased() == host.lowercased() else { return nil }
      target = target.dropFirst(named.count)
      if !target.hasPrefix("/") { target = "/" + target }
    }
    guard target.hasPrefix("/"), !target.hasPrefix("//") else { return nil }
    let written = target.prefix { $0 != "?" && $0 != "#" }
    guard let path = decoded(written),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return nil }
    // By bytes: a mark on a letter would take a '/' with it.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst()
    let isPlain = parts.enumerated().allSatisfy { index, part in
      !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        && (!part.isEmpty || index == parts.count - 1)
    }
    return isPlain ? path : nil
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2,
        digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      // A slash that is no separator would be one behind the decoding.
      guard value != UInt8(ascii: "/") else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// Which hosts a preview answers as: names of this machine that no web page elsewhere can take.
package struct HostRule: Sendable {
  private let allowed: Set<String>

  /// Creates the rule with further host names, without ports.
  package init(allowing names: [String]) {
    allowed = Set(names.map { $0.lowercased() })
  }

  /// Whether the value of a `Host` field is one of them; any port will do, as ports are forwarded.
  package func allows(_ field: String) -> Bool {
    guard let host = Self.name(in: field.lowercased()) else { return false }
    return host == "localhost" || host.hasSuffix(".localhost") || host == "127.0.0.1"
      || host == "[::1]" || allowed.contains(host)
  }

  /// The host without its port; `nil` for what is no host.
  private static func name(in field: String) -> String? {
    let host: Substring
    if field.hasPrefix("[") {
      guard let end = field.firstIndex(of: "]") else { return nil }
      host = field[...end]
    } else {
      host = field.prefix { $0 != ":" }
    }
    let port = field.dropFirst(host.count)
    let isPort =
      port.isEmpty
      || port.hasPrefix(":") && port.utf8.count <= 6
        && port.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    let isHost = host.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter && byte < 0x80
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._:[]".utf8.contains(byte)
    }
    return isPort && isHost && !host.isEmpty ? String(host) : nil
  }
}
