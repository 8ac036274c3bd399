/// Everything of a site that is not a page.
struct OtherFiles: Sendable {
  /// What a file is made of.
  enum Content: Sendable {
    /// A source as it is.
    case source(SourceEntry)
    /// Bytes, made when asked.
    case bytes(@Sendable () -> [UInt8])
    /// The data of all pages, with their anchors.
    case handbook
  }

  /// The files, each path once: published files, hashed assets, redirects and generated files.
  ///
  /// A URL that two of them claim, or a page too, is a finding of its own; the first has it.
  private(set) var all: [(path: OutputPath, content: Content)] = []
  private let site: Site
  private var taken: Set<String>

  init(site: Site, assets: HashedAssets) {
    self.site = site
    taken = Set(site.pages.indices.filter(site.isPublished).map { String(site.pages[$0].path.key) })
    for file in site.files {
      // A style sheet is published as resolved under both of its names.
      let asset = assets[file.url.encoded]
      add(file.url, asset.map { asset in .bytes { asset.bytes } } ?? .source(file.entry))
    }
    for made in assets.made { add(made.url, .bytes { made.bytes }) }
    for asset in assets.all {
      add(URLPath(percentDecoded(asset.url) ?? asset.url), .bytes { asset.bytes })
    }
    let redirects = Redirects(site: site)
    for redirect in redirects.all { add(redirect.path, .bytes { redirects.html(redirect) }) }
    let generated = GeneratedFiles(site: site)
    if site.settings.url != nil {
      add(URLPath("/sitemap.xml"), .bytes { generated.sitemap ?? [] })
    }
    add(URLPath("/robots.txt"), .bytes { generated.robots })
    if let url = site.settings.url {
      for plan in site.feeds.plans {
        add(URLPath(plan.path), .bytes { plan.feed(of: site, at: url).bytes })
      }
    }
    for file in site.settings.security?.files(at: site.settings.url) ?? [] {
      add(URLPath(file.path), .bytes { file.bytes })
    }
    if let register = site.register {
      for file in RegisterFiles(site: site, view: register).all {
        add(URLPath(file.path), .bytes { file.bytes })
      }
    }
    add(URLPath("/handbook.json"), .handbook)
  }

  private mutating func add(_ path: URLPath, _ content: Content) {
    guard let output = path.outputPath, taken.insert(String(path.key)).inserted else { return }
    all.append((output, content))
  }

  /// The bytes of generated content; `nil` for a source.
  ///
  /// `facts` are those of each page that `handbook.json` tells.
  func bytes(of content: Content, facts: () -> [ListedPage]) -> [UInt8]? {
    switch content {
    case .source: nil
    case .bytes(let make): make()
    case .handbook: GeneratedFiles(site: site).handbook(facts())
    }
  }

  /// Writes all files, and those for searching at paths that none of them has.
  func write(
    _ facts: [ListedPage], search: SearchFiles, into sink: any OutputSink
  ) throws {
    for file in search.all where !taken.contains(file.url.text) {
      guard let path = file.url.outputPath else { continue }
      try file.bytes.withUnsafeBytes { try sink.write($0, to: path) }
    }
    for (path, content) in all {
      if case .source(let entry) = content { try sink.copy(entry, to: path) }
      try bytes(of: content) { facts }?.withUnsafeBytes { try sink.write($0, to: path) }
    }
  }
}
