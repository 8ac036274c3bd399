import Handbook
package import NIOHTTP1

/// An answer of the preview.
package struct PreviewResponse: Sendable {
  /// What follows the head.
  package enum Body: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// Notices, for as long as the browser listens.
    case notices
  }

  /// The status.
  package var status: HTTPResponseStatus
  /// What the body is.
  package var type: String
  /// The body.
  package var body: Body
  /// The page's own rules for what it may load, where it has any.
  package var policy: String?
  /// Where a redirect leads.
  package var location: String?
  /// Which part of a file it is, as `Content-Range` says it.
  package var part: String?

  /// Whether the browser is to ask again in a second.
  package var comesAgain = false

  /// Creates an answer.
  package init(
    _ status: HTTPResponseStatus = .ok, _ type: String, _ body: [UInt8], policy: String? = nil
  ) {
    self.status = status
    self.type = type
    self.body = .bytes(body)
    self.policy = policy
  }

  /// An answer that sends notices.
  static let notices: PreviewResponse = {
    var response = PreviewResponse(.ok, "text/event-stream", [])
    response.body = .notices
    return response
  }()

  /// A redirect within the preview.
  static func redirect(to location: String) -> PreviewResponse {
    var response = PreviewResponse(.temporaryRedirect, "text/plain; charset=utf-8", [])
    response.location = location
    return response
  }

  /// A refusal in words.
  static func refusal(_ refusal: RequestRefusal) -> PreviewResponse {
    PreviewResponse(
      refusal.status, "text/plain; charset=utf-8",
      Array("\(refusal.status.code) \(refusal.status.reasonPhrase): \(refusal.reason)\n".utf8))
  }

  /// What pages of the preview's own may load.
  static let ownPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// The head's fields: those of the answer, and those that all answers have.
  package var fields: HTTPHeaders {
    var fields: HTTPHeaders = [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy":
        (policy.map { $0.isEmpty ? "" : $0 + "; " } ?? "default-src 'none'; ")
        + ContentPolicy.unframed,
    ]
    if case .bytes(let bytes) = body {
      fields.add(name: "Content-Length", value: "\(bytes.count)")
      if status == .ok || status == .partialContent {
        fields.add(name: "Accept-Ranges", value: "bytes")
      }
    }
    if let location { fields.add(name: "Location", value: location) }
    if let part { fields.add(name: "Content-Range", value: part) }
    if comesAgain {
      fields.add(name: "Refresh", value: "1")
      fields.add(name: "Retry-After", value: "1")
    }
    if status == .methodNotAllowed { fields.add(name: "Allow", value: "GET, HEAD") }
    return fields
  }

  /// The answer with the one part of its bytes that `range` asks for.
  ///
  /// What is no range of bytes, or many, is passed over, as servers may.
  package func part(_ range: String?) -> PreviewResponse {
    guard status == .ok, case .bytes(let bytes) = body, let range,
      let wanted = ByteRange(range, of: bytes.count)
    else { return self }
    var response = self
    switch wanted {
    case .part(let part):
      response.status = .partialContent
      response.body = .bytes(Array(bytes[part]))
      response.part = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"
    case .outside:
      response.status = .rangeNotSatisfiable
      response.body = .bytes([])
      response.part = "bytes */\(bytes.count)"
    }
    return response
  }
}

/// One range of bytes, as a request writes it.
package enum ByteRange: Equatable {
  /// These bytes.
  case part(Range<Int>)
  /// None of the file's.
  case outside

  /// Reads `bytes=1-5`, `bytes=1-` or `bytes=-5` of a file of `size` bytes; `nil` for anything else.
  package init?(_ text: String, of size: Int) {
    guard text.hasPrefix("bytes="), !text.contains(",") else { return nil }
    let ends = text.dropFirst("bytes=".count)
      .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      ends.allSatisfy({ $0.isEmpty || Int($0) != nil })
    else { return nil }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, let last?):
      guard first <= last else { return nil }
      self = first < size ? .part(first..<min(last, size - 1) + 1) : .outside
    case (let first?, nil): self = first < size ? .part(first..<size) : .outside
    case (nil, let count?):
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
    case (nil, nil): return nil
    }
  }
}

/// What files are, by their names.
package enum ContentType {
  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json", "jsonld": "application/ld+json", "map": "application/json",
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "yml": "text/plain; charset=utf-8", "yaml": "text/plain; charset=utf-8",
    "toml": "text/plain; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "pdf": "application/pdf", "zip": "application/zip", "woff": "font/woff", "woff2": "font/woff2",
    "ttf": "font/ttf", "otf": "font/otf", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
    "webmanifest": "application/manifest+json", "wasm": "application/wasm",
  ]

  /// The type of the file at a path.
  package static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }
}
