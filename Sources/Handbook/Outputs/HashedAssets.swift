import Diagnostics
import Digest
import Values

/// The style sheets, scripts and fonts that are published under a name made from their content too.
struct HashedAssets: Sendable {
  /// An asset's second name and what browsers check it by.
  struct Asset: Sendable {
    /// Where it lies, without the base path.
    var url: String
    /// The value of an `integrity` attribute.
    var integrity: String
    /// What is published there; a style sheet's own URLs are hashed names too.
    var bytes: [UInt8]

    /// Creates the asset that is published at `url` too.
    init(_ bytes: [UInt8], publishedAt url: String) {
      let digest = SHA256(of: bytes)
      let dot = url.lastIndex(of: ".") ?? url.endIndex
      self.url = url[..<dot] + "." + digest.hex.prefix(10) + url[dot...]
      integrity = "sha256-" + digest.base64
      self.bytes = bytes
    }
  }

  /// An asset that the program makes.
  struct MadeAsset: Sendable {
    var url: URLPath
    var bytes: [UInt8]
  }

  private var assets: [String: Asset] = [:]
  /// The assets that the program makes, under their plain names.
  private(set) var made: [MadeAsset] = []

  /// The asset published at `url`, without the base path.
  subscript(url: String) -> Asset? { assets[url] }

  /// All assets, in the order of their URLs.
  var all: [Asset] {
    assets.values.sorted { $0.url.precedes($1.url) }
  }

  /// Reads and hashes the assets among `files`, and hashes those of `made` that no file takes the
  /// place of; what style sheets refer to is checked.
  static func make(
    _ files: [PublishedFile], made: [MadeAsset] = [], sources: any SourceTree, site: SiteURL?
  ) throws -> Diagnosed<HashedAssets> {
    var maker = Maker(files: files, sources: sources, basePath: site?.basePath ?? "")
    for file in files where kind(of: file) != nil { _ = try maker.asset(file) }
    for asset in made where maker.result[asset.url.encoded] == nil { maker.result.insert(asset) }
    return Diagnosed(maker.result, maker.diagnostics)
  }

  /// Whether a file is published under a hashed name too.
  static func isHashed(_ file: PublishedFile) -> Bool { kind(of: file) != nil }

  fileprivate enum Kind {
    case styleSheet, other
  }

  fileprivate static func kind(of file: PublishedFile) -> Kind? {
    guard file.entry.path.hasPrefix("assets/") else { return nil }
    return switch file.entry.path.split(separator: ".").last {
    case "css": .styleSheet
    case "js", "mjs", "woff", "woff2", "ttf", "otf": .other
    default: nil
    }
  }

  fileprivate mutating func insert(_ asset: Asset, for url: String) { assets[url] = asset }

  fileprivate mutating func insert(_ asset: MadeAsset) {
    assets[asset.url.encoded] = Asset(asset.bytes, publishedAt: asset.url.encoded)
    made.append(asset)
  }
}

/// Hashes files, those first that others refer to.
private struct Maker {
  let files: [String: PublishedFile]
  let sources: any SourceTree
  let basePath: String
  var result = HashedAssets()
  var diagnostics: [Diagnostic] = []
  /// Style sheets that are being read: one that imports itself keeps its plain name in there.
  var open: Set<String> = []

  init(files: [PublishedFile], sources: any SourceTree, basePath: String) {
    self.files = Dictionary(
      files.map { ($0.url.text, $0) }, uniquingKeysWith: { first, _ in first })
    self.sources = sources
    self.basePath = basePath
  }

  mutating func asset(_ file: PublishedFile) throws -> HashedAssets.Asset? {
    let url = file.url.encoded
    if let known = result[url] { return known }
    guard let kind = HashedAssets.kind(of: file), open.insert(url).inserted else { return nil }
    var bytes = try sources.read(file.entry)
    if kind == .styleSheet {
      bytes = try resolved(SourceFile(path: file.entry.path, bytes: bytes), at: file)
    }
    let asset = HashedAssets.Asset(bytes, publishedAt: url)
    result.insert(asset, for: url)
    return asset
  }

  /// A style sheet with the URLs it holds as they are published.
  private mutating func resolved(_ sheet: SourceFile, at file: PublishedFile) throws -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for range in StyleSheetScan.urls(in: sheet.bytes) {
      let written = String(decoding: sheet.bytes[range], as: UTF8.self)
      guard let target = target(of: written, from: file) else { continue }
      let replacement: String
      guard let found = files[target.path] else {
        diagnostics.append(
          LinkFault(.noFile, subject: target.path).diagnostic(
            at: Place(sheet, range), near: nearest(to: target.path, among: files.keys)))
        continue
      }
      replacement = try basePath + (asset(found)?.url ?? found.url.encoded) + target.rest
      output += sheet.bytes[position..<range.lowerBound]
      output += replacement.utf8
      position = range.upperBound
    }
    return output + sheet.bytes[position...]
  }

  /// The path of the site that a style sheet's URL names, and the query and fragment behind it;
  /// `nil` for what lies elsewhere or within the sheet.
  private func target(of written: String, from file: PublishedFile) -> (path: String, rest: String)?
  {
    guard !written.hasPrefix("#"), !written.hasPrefix("//"), !written.contains(":"),
      !written.isEmpty
    else { return nil }
    let end = written.firstIndex { $0 == "?" || $0 == "#" } ?? written.endIndex
    guard let path = percentDecoded(written[..<end]), !path.isEmpty else { return nil }
    let folder = file.url.text.prefix(
      through: file.url.text.lastIndex(of: "/") ?? file.url.text.startIndex)
    return (normalized(path.hasPrefix("/") ? path : folder + path), String(written[end...]))
  }
}
