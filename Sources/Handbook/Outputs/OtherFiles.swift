/// Writes everything of a site that is not a page.
struct OtherFiles {
  let site: Site
  let assets: HashedAssets

  /// Writes published files, hashed assets, redirects and generated files. `anchors` are those of
  /// each page.
  func write(anchors: [[String]], into sink: any OutputSink) throws {
    for file in site.files {
      // A style sheet is published as resolved under both of its names.
      if let asset = assets[file.url.encoded] {
        try write(asset.bytes, to: file.url, sink)
      } else if let path = file.url.outputPath {
        try sink.copy(file.entry, to: path)
      }
    }
    for asset in assets.all { try write(asset.bytes, to: URLPath(percentDecoded(asset.url) ?? asset.url), sink) }
    let redirects = Redirects(site: site)
    let taken = Set(site.pages.map { String($0.path.key) })
    for redirect in redirects.all where !taken.contains(String(redirect.path.key)) {
      try write(redirects.html(redirect), to: redirect.path, sink)
    }
    let generated = GeneratedFiles(site: site)
    if let sitemap = generated.sitemap { try write(sitemap, to: URLPath("/sitemap.xml"), sink) }
    if !site.files.contains(where: { $0.url.text == "/robots.txt" }) {
      try write(generated.robots, to: URLPath("/robots.txt"), sink)
    }
    if let register = site.register {
      for file in RegisterFiles(site: site, view: register).all {
        try write(file.bytes, to: URLPath(file.path), sink)
      }
    }
    try write(generated.handbook(anchors: anchors), to: URLPath("/handbook.json"), sink)
  }

  private func write(_ bytes: [UInt8], to path: URLPath, _ sink: any OutputSink) throws {
    guard let output = path.outputPath else { return }
    try bytes.withUnsafeBytes { try sink.write($0, to: output) }
  }
}
