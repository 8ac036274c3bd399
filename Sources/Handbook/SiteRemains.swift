import Diagnostics

/// All that a site was made of, for a program that ends: to take it apart, object by object, takes as long as many a stage, and the system
/// takes all memory back at once.
package final class SiteRemains: Sendable {
  private let surveyed: Diagnosed<Surveyed>
  private let rendered: [PageStage.Rendered]
  private let finished: [PageStage.Made]
  private let made: MadeSite

  init(
    _ surveyed: Diagnosed<Surveyed>, _ rendered: [PageStage.Rendered],
    _ finished: [PageStage.Made], _ made: MadeSite
  ) {
    (self.surveyed, self.rendered, self.finished, self.made) = (surveyed, rendered, finished, made)
  }

  /// Leaves it in memory until the process ends.
  package func abandon() { _ = Unmanaged.passRetained(self) }
}
