/// Writes everything of a site that is not a page.
struct OtherFiles {
  let site: Site
  let assets: HashedAssets

  /// Writes published files, hashed assets, redirects and generated files.
  ///
  /// `anchors` are those of each page.
  ///
  /// A URL that two of them claim, or a page too, is a finding of its own; the first has it.
  func write(anchors: [[String]], into sink: any OutputSink) throws {
    var taken = Set(
      site.pages.indices.filter(site.isPublished).map { String(site.pages[$0].path.key) })
    func write(_ bytes: [UInt8], to path: URLPath) throws {
      guard let output = path.outputPath, taken.insert(String(path.key)).inserted else { return }
      try bytes.withUnsafeBytes { try sink.write($0, to: output) }
    }
    for file in site.files {
      // A style sheet is published as resolved under both of its names.
      if let asset = assets[file.url.encoded] {
        try write(asset.bytes, to: file.url)
      } else if let path = file.url.outputPath, taken.insert(String(file.url.key)).inserted {
        try sink.copy(file.entry, to: path)
      }
    }
    for asset in assets.all {
      try write(asset.bytes, to: URLPath(percentDecoded(asset.url) ?? asset.url))
    }
    let redirects = Redirects(site: site)
    for redirect in redirects.all { try write(redirects.html(redirect), to: redirect.path) }
    let generated = GeneratedFiles(site: site)
    if let sitemap = generated.sitemap { try write(sitemap, to: URLPath("/sitemap.xml")) }
    try write(generated.robots, to: URLPath("/robots.txt"))
    if let register = site.register {
      for file in RegisterFiles(site: site, view: register).all {
        try write(file.bytes, to: URLPath(file.path))
      }
    }
    try write(generated.handbook(anchors: anchors), to: URLPath("/handbook.json"))
  }
}
