import YAML

/// Reads `security` of `site.yml`: `{contact, expires, policy, languages, headers}`.
enum SecurityReader {
  private static let address = Form.text(pattern: "(https://|mailto:|tel:)\\S+")

  static let keys = [
    KeyForm("contact", .several(address), "Where holes are reported: an address for strangers"),
    KeyForm("expires", .date, "The day on which this is to be looked at again"),
    KeyForm("policy", .several(address), "The page that says how reports are handled"),
    KeyForm("languages", .several(.text()), "The languages that reports may be in"),
    KeyForm("headers", .several(.words(HostHeaders.self)), "The hosts to write a headers file for"),
  ]

  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> SecuritySettings? {
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return nil }
    decoder.refuseUnknownKeys(
      of: mapping, known: keys.names, owner: "'security'")
    var settings = SecuritySettings()
    settings.contacts = addresses("contact", of: mapping, &decoder)
    settings.policy = addresses("policy", of: mapping, &decoder).first
    settings.languages = mapping["languages"].flatMap { decoder.texts($0, as: "languages") } ?? []
    if let node = mapping["expires"], let date = decoder.date(node, as: "expires") {
      settings.expires = Located(value: date, range: node.range)
    }
    settings.hosts = hosts(mapping, &decoder)
    if mapping["contact"] != nil, mapping["expires"] == nil {
      decoder.reportMissing("expires", of: "'security'", at: pair.keyRange)
    } else if mapping["expires"] != nil, mapping["contact"] == nil {
      decoder.reportMissing("contact", of: "'security'", at: pair.keyRange)
    }
    return settings
  }

  /// Addresses that a stranger can use: of a page in full, of a mailbox or of a telephone.
  private static func addresses(
    _ key: String, of mapping: Mapping, _ decoder: inout NodeDecoder
  ) -> [String] {
    guard let node = mapping[key] else { return [] }
    return decoder.nodes(node).compactMap { node in
      guard let text = decoder.text(node, as: key), !text.isEmpty else { return nil }
      if ["https://", "mailto:", "tel:"].contains(where: text.hasPrefix),
        !text.contains(where: \.isWhitespace)
      {
        return text
      }
      decoder.wrongType(
        node, "'\(key)' must be an address that begins with 'https://', 'mailto:' or 'tel:'",
        help: text.contains("@") ? "write 'mailto:\(text)'" : "write it in full")
      return nil
    }
  }

  private static func hosts(
    _ mapping: Mapping, _ decoder: inout NodeDecoder
  ) -> [HostHeaders] {
    guard let node = mapping["headers"] else { return [] }
    return decoder.nodes(node).compactMap { node in
      guard let text = decoder.text(node, as: "headers") else { return nil }
      if let host = HostHeaders(rawValue: text) { return host }
      let known = HostHeaders.allCases.map(\.rawValue).joined(separator: ", ")
      decoder.wrongType(
        node, "no headers file is known for '\(text)'", help: "write one of \(known)")
      return nil
    }
  }
}
