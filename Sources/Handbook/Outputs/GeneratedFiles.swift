import Values

/// What `handbook.json` tells of a page beside what is known before it is made.
struct ListedPage: Sendable {
  /// Its anchors: those of the body, then those of the layout.
  var anchors: [String]
  /// What its text is known by.
  var signature: TextSignature?

  init(_ body: Body?, _ page: MadePage?) {
    anchors = (body?.anchors ?? []) + (page?.anchors ?? [])
    signature = body?.signature
  }
}

/// The files that are made for programs rather than readers.
struct GeneratedFiles {
  let site: Site

  /// The paths of the files that every build of a site with these settings and feeds, and a register or
  /// none, makes: for links to them.
  static func paths(
    _ settings: Settings, feeds: ChangeFeeds, hasRegister: Bool, beside files: [PublishedFile]
  ) -> [String] {
    ["/handbook.json", "/robots.txt"] + (settings.url == nil ? [] : ["/sitemap.xml"])
      + feeds.plans.map(\.path) + (settings.security?.paths ?? [])
      + (hasRegister ? RegisterFiles.paths(settings) : [])
      + SearchFiles.paths(settings, beside: files)
  }

  /// The pages that readers and search engines are to find.
  private var listed: [PageIndex] {
    site.collections.all.filter {
      site.isPublished($0) && !site.pages[$0].head.isHiddenFromSearch
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

  /// `handbook.json`: every published page with its anchors and what its text is known by, for
  /// programs.
  func handbook(_ facts: [ListedPage]) -> [UInt8] {
    var writer = JSONWriter()
    let adaptation = site.adaptation.map {
      [("adaptation", Value.map(site.adaptationValue($0)))]
    }
    let known: [(String, Value)] = [
      ("schemaVersion", "1"), ("asOf", .date(site.asOf)),
      ("nextChange", site.register?.nextChange.map { .date($0) } ?? Value.none),
      (
        "pages",
        .array(
          published.map { page($0, facts[$0]) })
      ),
      ("registry", site.register?.summary(site.settings) ?? .map(ValueMap())),
    ]
    writer.object(known + (adaptation ?? []))
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// All pages that others may know of, in the order of lists, the one for lost readers last.
  private var published: [PageIndex] {
    (site.collections.all + site.pages.indices.filter { site.pages[$0].path.isForNoPage })
      .filter(site.isPublished)
  }

  private func page(_ index: PageIndex, _ facts: ListedPage) -> Value {
    let page = site.pages[index]
    return [
      "url": .string(page.url), "title": .string(page.title),
      "kind": (site.kind(of: index)?.name ?? page.head.kind).map { .string($0) } ?? Value.none,
      "source": page.source.map { .string($0.path) } ?? Value.none,
      "anchors": .array(facts.anchors.map { .string($0) }),
      "aliases": .array(page.head.aliases.map { .string($0.value) }),
      "fields": .map(site.fieldData(of: index)),
      "signature": facts.signature.map { .string($0.text) } ?? Value.none,
    ]
  }
}
