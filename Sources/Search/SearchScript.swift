/// The script that searches in browsers: `Script/index.js`, which finds, and `Script/page.js`, which
/// shows.
package enum SearchScript {
  /// The script as it is published, without comments and indentation.
  package static let bytes: [UInt8] = bare(PackageResources.index_js + PackageResources.page_js)

  /// Comments stand on lines of their own, and no text runs over lines.
  private static func bare(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.isEmpty || text.starts(with: "//".utf8) || text.starts(with: "/**".utf8) { continue }
      result += text
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }
}
