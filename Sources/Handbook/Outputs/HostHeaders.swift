/// A host of static sites that reads the headers it sends from a file of the site.
enum HostHeaders: String, Sendable, CaseIterable {
  case netlify, cloudflare, azure

  private static let headers = [
    ("Content-Security-Policy", ContentPolicy.header), ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
  ]

  /// Where the file is published.
  var path: String {
    switch self {
    case .netlify, .cloudflare: "/_headers"
    case .azure: "/staticwebapp.config.json"
    }
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    switch self {
    case .netlify, .cloudflare:
      return Array(("/*\n" + Self.headers.map { "  \($0): \($1)\n" }.joined()).utf8)
    case .azure:
      let headers = Self.headers.map { "    \"\($0)\": \"\($1)\"" }.joined(separator: ",\n")
      return Array("{\n  \"globalHeaders\": {\n\(headers)\n  }\n}\n".utf8)
    }
  }
}
