package import Values

/// When a site's files were last changed, as its history tells: `dates: git` in `site.yml`.
package enum SourceHistory: Sendable, Equatable {
  /// The day of the last commit of each file, by its path from the site's folder; a file that no
  /// commit holds is not in it.
  case days([String: PlainDate])
  /// The older commits are missing here, so that no day is sure.
  case cutShort
  /// There is none; why, to follow a colon.
  case none(reason: String)
}

extension SourceHistory {
  /// Gives pages that do not say when they were last changed the day of their last commit.
  func date(_ pages: inout [Page]) {
    guard case .days(let days) = self else { return }
    for index in pages.indices where pages[index].head.updated == nil {
      pages[index].head.updated = pages[index].source.flatMap { days[$0.path] }
    }
  }

  /// What to tell where no page is dated; `nil` where all is well.
  var note: String? {
    switch self {
    case .days: nil
    case .cutShort:
      "no page is dated by git, because the older commits are missing here: "
        + "fetch them with 'git fetch --unshallow', in CI with a fetch depth of 0"
    case .none(let reason): "no page is dated by git: \(reason)"
    }
  }
}
