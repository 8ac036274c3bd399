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
    writer.object { writer in
      writer.member("schemaVersion") { $0.string("1") }
      writer.member("asOf") { $0.string(site.asOf.description) }
      writer.member("nextChange") { $0.string(site.register?.nextChange?.description) }
      writer.member("pages") { $0.list(published) { write($1, facts[$1], to: &$0) } }
      writer.member("registry") {
        $0.write(site.register?.summary(site.settings) ?? .map(ValueMap()))
      }
      if let adaptation = site.adaptation {
        writer.member("adaptation") { $0.write(.map(site.adaptationValue(adaptation))) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// All pages that others may know of, in the order of lists, the one for lost readers last.
  private var published: [PageIndex] {
    (site.collections.all + site.pages.indices.filter { site.pages[$0].path.isForNoPage })
      .filter(site.isPublished)
  }

  private func write(_ index: PageIndex, _ facts: ListedPage, to writer: inout JSONWriter) {
    let page = site.pages[index]
    writer.object { writer in
      writer.member("url") { $0.string(page.url) }
      writer.member("title") { $0.string(page.title) }
      writer.member("kind") { $0.string(site.kind(of: index)?.name ?? page.head.kind) }
      writer.member("source") { $0.string(page.source?.path) }
      writer.member("anchors") { $0.list(facts.anchors) { $0.string($1) } }
      writer.member("aliases") { $0.list(page.head.aliases) { $0.string($1.value) } }
      writer.member("fields") { $0.write(.map(site.fieldData(of: index))) }
      writer.member("signature") { $0.string(facts.signature?.text) }
    }
  }
}
