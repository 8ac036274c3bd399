/// The settings of a handbook that was a foreign site.
struct TakenSettings {
  let data: ForeignData
  let menu: ForeignMenu?
  let name: String
  let pathPrefix: String?

  /// `site.yml`.
  var file: NewFile {
    NewFile(
      "site.yml",
      [
        "# What holds for the whole handbook.\ntitle: \(YAMLText.quoted(name))\n",
        data.description.map { "description: \(YAMLText.quoted($0))\n" },
        "language: \(YAMLText.quoted(data.language ?? "en"))\n",
        address.map { "url: \(YAMLText.quoted($0))\n" },
        "layout: page\n", menuText, termsText, valuesText,
      ].compactMap(\.self).joined())
  }

  private var address: String? {
    guard let url = data.url else { return nil }
    let prefix = (pathPrefix ?? "").split(separator: "/").joined(separator: "/")
    let base = url.hasSuffix("/") ? url : url + "/"
    return prefix.isEmpty || base.hasSuffix("/" + prefix + "/") ? base : base + prefix + "/"
  }

  private var menuText: String {
    guard let menu, !menu.entries.isEmpty else {
      return
        "\n# The menu lists the folders of content/; 'navigation' here puts it in another order.\n"
    }
    return "\n# The menu, in this order.\nnavigation:\n" + menu.yaml
  }

  private var termsText: String? {
    guard !data.terms.isEmpty else { return nil }
    let lines = data.terms.map { key, forms in
      if forms.count == 1 { return "  \(key): \(YAMLText.quoted(forms[0].1))\n" }
      return "  \(key):\n"
        + forms.map { "    \($0.0): \(YAMLText.quoted($0.1))\n" }.joined()
    }
    return "\n# Words that may change: kept here alone, and printed by name in pages.\nterms:\n"
      + lines.joined()
  }

  private var valuesText: String? {
    guard !data.values.isEmpty else { return nil }
    let lines = data.values.map { file, values in
      "  \(YAMLText.quoted(file)):\n"
        + values.map { "    \(YAMLText.quoted($0.0)): \(YAMLText.quoted($0.1))\n" }.joined()
    }
    return "\n# Values for templates: site.data.FILE.NAME.\ndata:\n" + lines.joined()
  }
}
