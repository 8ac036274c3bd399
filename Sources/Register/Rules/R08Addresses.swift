import Diagnostics

extension RegistryRule {
  static let r08 = RegistryRule(
    "registry-r08", .error, "addresses are absolute and begin with https"
  ) { registry, _ in
    let urls =
      registry.organisations.flatMap { [$0.url, $0.contactURL] } + registry.courses.map(\.url)
    return urls.compactMap { url in
      guard let url, !isAbsolute(url.value) else { return nil }
      return RegistryFinding(
        at: url.range, "'\(url.value)' is no address that begins with https",
        help: "write the whole address, such as https://example.org/")
    }
  }

  private static func isAbsolute(_ url: String) -> Bool {
    let scheme = "https://"
    guard url.hasPrefix(scheme) else { return false }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    let host = rest.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    return host.contains(UInt8(ascii: ".")) && host.first != UInt8(ascii: ".")
      && !host.contains(UInt8(ascii: "@"))
      && rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !#"<>"\^`{|}"#.utf8.contains($0) }
  }
}
