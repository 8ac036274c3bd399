import ArgumentParser
import Disk
import Handbook

extension CompletionKind {
  /// The kinds of page of the handbook that one stands in, for a shell; none where one stands in none.
  ///
  /// Costs a survey of the handbook.
  static var kinds: CompletionKind {
    .custom { _, _, _ in
      guard let folder = try? SiteFolder.find(nil), let day = try? Clock.today(),
        let sources = try? HandbookSources(of: folder),
        let data = try? await PageData(
          sources,
          BuildOptions(asOf: day, url: nil, includesDrafts: false, workers: Machine.processors))
      else { return [] }
      return data.newKinds.map(\.name)
    }
  }
}
