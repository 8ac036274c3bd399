/// What a file of somebody else's change may be, told by its path alone.
enum BranchFile: Equatable {
  /// A page: its text is judged, and what it may hold is limited.
  case page
  /// An image of a kind that holds nothing but pixels, and whose first bytes tell its kind.
  case image
  /// All else: settings, layouts, partials, style sheets, scripts, fonts, data, the register. Also
  /// SVG, which may hold scripts, and documents that nobody here can look into.
  case others

  /// Images of these extensions are taken, with what `ImageKind` calls them.
  private static let images: [String: ImageKind] = [
    "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "gif": .gif, "webp": .webP,
  ]

  init(path: String) {
    let isContent = path.hasPrefix(URLPath.contentPrefix)
    if isContent, path.hasSuffix(".md") {
      self = .page
    } else if isContent || path.hasPrefix("assets/"), Self.kind(path) != nil {
      self = .image
    } else {
      self = .others
    }
  }

  /// Whether the bytes are what the path's extension says, so that no browser guesses otherwise.
  static func isImage(_ bytes: [UInt8], at path: String) -> Bool {
    ImageSize(bytes) != nil && kind(path) == ImageKind(bytes)
  }

  private static func kind(_ path: String) -> ImageKind? {
    FileName.fileExtension(path).flatMap { images[$0] }
  }
}

/// A kind of image that holds nothing but pixels.
enum ImageKind: Equatable {
  case png, jpeg, gif, webP

  /// The kind that the first bytes tell.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      self = .gif
    } else if bytes.starts(with: Array("RIFF".utf8)),
      bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      self = .webP
    } else {
      return nil
    }
  }
}
