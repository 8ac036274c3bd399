import Diagnostics
import Markdown
import Register
import Values

/// A page that nobody has written yet: where it goes, and what it begins with.
package struct NewPage: Sendable {
  /// The file, from the site's folder.
  package let path: String
  /// What the file holds: a draft that tells in comments what its kind asks for.
  package let text: String
}

/// Why no page is made.
package struct NewPageRefusal: Error, CustomStringConvertible {
  /// One sentence without its full stop.
  package let description: String
}

extension PageData {
  /// What pages may be made of, with what it means: the kinds of the site, and `page` for none.
  package var newKinds: [(name: String, description: String)] {
    site.kinds.all.map { ($0.name, $0.description) } + [(Kind.ofNone, "None of these.")]
  }

  /// The kind of this name, as `newKinds` has it.
  ///
  /// - Throws: `UnknownName` where there is none.
  package func newKind(_ name: String) throws(UnknownName) -> String {
    guard newKinds.contains(where: { $0.name == name }) else {
      throw UnknownName.kind(name, in: site.kinds)
    }
    return name
  }

  /// A page of the kind, in the kind's folder under a name made of `title`.
  ///
  /// - Throws: `UnknownName` for a kind that there is not, `NewPageRefusal` where the file or the
  ///   address is taken, or no name can be made.
  package func newPage(
    _ name: String, title: String, in sources: any SourceTree
  ) throws -> NewPage {
    let index = site.kinds.kind(name)
    guard index != nil || name == Kind.ofNone else { throw UnknownName.kind(name, in: site.kinds) }
    let kind = index.map { site.kinds.all[$0] }
    let folder = kind?.folder.map { $0.isEmpty ? "" : $0 + "/" } ?? ""
    let path = "\(URLPath.contentPrefix)\(folder)\(try Self.fileName(title)).md"
    try refuseTaken(path, sources)
    let isOfFolder = site.kinds.kind(ofFile: path) == index
    return NewPage(
      path: path,
      text: FrontMatterDraft(site: site, kind: kind, namesKind: !isOfFolder).text(title: title))
  }

  /// The words of a title as the name of a file.
  private static func fileName(_ title: String) throws(NewPageRefusal) -> String {
    let words = String(decoding: slug(of: Array(title.utf8)), as: UTF8.self)
    var name = ""
    for word in words.split(separator: "-") where name.utf8.count + word.utf8.count < longestName {
      name += (name.isEmpty ? "" : "-") + String(word)
    }
    while name.hasPrefix("_") { name.removeFirst() }
    guard !name.isEmpty, OutputPath(name) != nil else {
      throw NewPageRefusal(description: "'\(title)' holds no letters to make a file's name of")
    }
    guard !["index", "404"].contains(name) else {
      throw NewPageRefusal(
        description: "a file called '\(name).md' is something else than a page of its folder; "
          + "choose another title, and change it in the file")
    }
    return name
  }

  private static let longestName = 80

  private func refuseTaken(_ path: String, _ sources: any SourceTree) throws {
    if try sources.find(path) != nil {
      throw NewPageRefusal(description: "there is '\(path)' already; choose another title")
    }
    let url = URLPath(contentPath: path)
    let owner: String
    switch site.links.target(String(url.key)) {
    case nil: return
    case .page(let page):
      owner = site.pages[page].source.map { "'\($0.path)' is" } ?? "a page of the register is"
    case .alias(let page): owner = "a former address of '\(site.pages[page].url)' is"
    case .file: owner = "a file is"
    }
    throw NewPageRefusal(
      description: "\(owner) published at '\(url.encoded)' already; choose another title")
  }
}
