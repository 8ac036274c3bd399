import Diagnostics
import Values

/// How holes in the site are reported, and which hosts are told its policy in files of their own.
struct SecuritySettings: Sendable {
  /// Where to write to, first the one preferred.
  var contacts: [String] = []
  /// The last day on which what stands here may be relied on.
  var expires: Located<PlainDate>?
  /// Where the rules for reporting are.
  var policy: String?
  /// Languages that the site's people read.
  var languages: [String] = []
  /// The hosts that the site is published on, where they read headers from a file.
  var hosts: [HostHeaders] = []

  /// The paths of the files that are made of this.
  var paths: [String] { files(at: nil).map(\.path) }

  /// Each file with its path.
  func files(at url: SiteURL?) -> [(path: String, bytes: [UInt8])] {
    var files = text(at: url).map { [(path: Self.path, bytes: $0)] } ?? []
    for host in hosts where !files.contains(where: { $0.path == host.path }) {
      files.append((host.path, host.bytes))
    }
    return files
  }

  /// `/.well-known/security.txt` (RFC 9116), or `nil` where no contact or no last day is given.
  func text(at url: SiteURL?) -> [UInt8]? {
    guard let expires, !contacts.isEmpty else { return nil }
    var lines = contacts.map { "Contact: \($0)" } + ["Expires: \(expires.value)T23:59:59Z"]
    if let policy { lines.append("Policy: \(policy)") }
    if !languages.isEmpty {
      lines.append("Preferred-Languages: \(languages.joined(separator: ", "))")
    }
    if let url { lines.append("Canonical: \(url.absolute(Self.path))") }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Where the text is published.
  static let path = "/.well-known/security.txt"
}
