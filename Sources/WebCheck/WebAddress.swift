/// The parts of a URL of the web that asking for it needs.
struct WebAddress: Hashable {
  /// The host with its port, in lower case; what is asked at most once a second.
  let host: String
  /// Scheme, host and port, such as `https://a.example`.
  let origin: String
  /// Path and query, beginning with `/`.
  let path: String

  /// Takes a URL apart; `nil` for one that is not of the web.
  init?(_ url: String) {
    guard let scheme = ["https://", "http://"].first(where: { url.lowercased().hasPrefix($0) })
    else { return nil }
    let rest = url.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
    guard !host.isEmpty else { return nil }
    let standard = scheme == "https://" ? ":443" : ":80"
    self.host = host.hasSuffix(standard) ? String(host.dropLast(standard.count)) : host
    origin = scheme + host
    let path = rest.dropFirst(authority.count).prefix { $0 != "#" }
    self.path = path.hasPrefix("/") ? String(path) : "/" + path
  }
}
