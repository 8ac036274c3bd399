import Values

/// The files that are made for programs rather than readers.
struct GeneratedFiles {
  let site: Site

  /// The paths of the files that every build of a site with these settings and feeds, and a register or
  /// none, makes: for links to them.
  static func paths(_ settings: Settings, feeds: ChangeFeeds, hasRegister: Bool) -> [String] {
    ["/handbook.json", "/robots.txt"] + (settings.url == nil ? [] : ["/sitemap.xml"])
      + feeds.plans.map(\.path) + (settings.security?.paths ?? [])
      + (hasRegister ? RegisterFiles.paths(settings) : [])
  }

  /// The pages that readers and search engines are to find.
  private var listed: [PageIndex] {
    site.collections.all.filter {
      site.isPublished($0) && !site.pages[$0].head.isHiddenFromSearch
        && site.pages[$0].path.text != "/404.html"
    }
  }

  /// `sitemap.xml`, or `nil` when the site's own address is not known.
  var sitemap: [UInt8]? {
    guard let url = site.settings.url else { return nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for page in listed {
      let page = site.pages[page]
      text += "<url><loc>\(escapedAttribute(url.absolute(page.url)))</loc>"
      if let changed = page.head.updated ?? page.head.date {
        text += "<lastmod>\(changed)</lastmod>"
      }
      text += "</url>\n"
    }
    return Array((text + "</urlset>\n").utf8)
  }

  /// `robots.txt`, which lets all in and names the sitemap.
  var robots: [UInt8] {
    let sitemap = site.settings.url.map { "\nSitemap: \($0.absolute("/sitemap.xml"))\n" } ?? ""
    return Array(("User-agent: *\nAllow: /\n" + sitemap).utf8)
  }

  /// `handbook.json`: every published page with its anchors, for programs.
  func handbook(anchors: [[String]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object([
      ("schemaVersion", "1"), ("asOf", .date(site.asOf)),
      ("nextChange", site.register?.nextChange.map { .date($0) } ?? Value.none),
      ("pages", .array(site.collections.all.filter(site.isPublished).map { page($0, anchors) })),
      ("registry", site.register?.summary(site.settings) ?? .map(ValueMap())),
    ])
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func page(_ index: PageIndex, _ anchors: [[String]]) -> Value {
    let page = site.pages[index]
    return [
      "url": .string(page.url), "title": .string(page.title),
      "kind": (site.kind(of: index)?.name ?? page.head.kind).map { .string($0) } ?? Value.none,
      "source": page.source.map { .string($0.path) } ?? Value.none,
      "anchors": .array(anchors[index].map { .string($0) }),
      "aliases": .array(page.head.aliases.map { .string($0.value) }),
      "fields": .map(site.fieldData(of: index)),
    ]
  }
}
