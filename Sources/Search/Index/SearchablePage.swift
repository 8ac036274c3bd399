/// A page as the index knows it.
package struct SearchablePage: Sendable {
  /// A part of a page that can be led to.
  package struct Section: Sendable {
    /// Its anchor.
    package var id: String
    /// Its heading.
    package var heading: String

    /// Creates a section.
    package init(id: String, heading: String) {
      self.id = id
      self.heading = heading
    }
  }

  /// Its path, as in links, without the base path.
  package var url: String
  /// What heads it.
  package var title: String
  /// The group that readers may limit a search to, such as its kind; empty for none.
  package var group: String
  /// The parts under its headings, in order; that before any heading is none of them.
  package var sections: [Section]
  /// What it is found by.
  package var words: PageWords

  /// Creates a page.
  package init(url: String, title: String, group: String, sections: [Section], words: PageWords) {
    self.url = url
    self.title = title
    self.group = group
    self.sections = sections
    self.words = words
  }
}

/// A file of the index.
package struct SearchFile: Sendable {
  /// Its path below the index's folder.
  package var path: String
  /// What it holds, as text in UTF-8.
  package var bytes: [UInt8]
}
