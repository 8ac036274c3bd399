/// Mistakes of all kinds for the project's own content, which is published under `/osom/`.
enum SeededFaults {
  static let all =
    linkForms + linkPlaces + fragments + files + rawHTML + templates + layouts + frontMatter
    + settings + listing + reading + silencing + register
}
