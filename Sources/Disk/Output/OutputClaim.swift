import Digest
import Glibc

/// The right to an output, from the look at what lies there to its publication.
///
/// Between its making and its end it holds the lock of the output.
package struct OutputClaim: ~Copyable {
  let site: SiteFolder
  let place: OutputPlace
  let lock: BuildLock
  /// What tells the output's place from every other.
  let absolute: AbsolutePath
  /// When a look at the output began that found it as a build left it; `nil` where that is not known.
  private(set) var untouchedSince: Int64?

  /// Claims the output at a path relative to the current folder, or in `public` of the site when it
  /// is `nil`, and puts right what a crashed build left beside it.
  ///
  /// - Parameters:
  ///   - site: the site, in whose `.handbook/` the lock lies.
  ///   - output: the path, or `nil`.
  ///   - patience: how long to wait for another build of the same output to end.
  /// - Throws: `DiskError`; nothing has changed then.
  package init(
    of site: SiteFolder, to output: String?, patience: Duration
  ) throws(DiskError) {
    let destination = try Destination(output, of: site)
    let place = try OutputPlace(destination)
    // Refused before anything is made, and once more when nobody else can change it.
    try Self.refuseEarly(place)
    let lock = try BuildLock.take(for: place, of: site, patience: patience)
    try place.recover()
    self.site = site
    self.place = place
    self.lock = lock
    absolute = destination.absolute
  }

  /// Looks whether the output that lies there is untouched since `facts` were gathered.
  package mutating func holds(_ facts: OutputFacts) -> Bool {
    let start = CoarseClock.now
    guard let output = try? place.openOutput(), facts.hold(for: output) else { return false }
    untouchedSince = start
    return true
  }

  /// Throws for an output that is refused.
  ///
  /// Another build may take the folder away while it is looked at, and half of a folder looks like
  /// somebody else's: a refusal counts when it is met three times, and what cannot be read now is
  /// judged under the lock.
  private static func refuseEarly(_ place: borrowing OutputPlace) throws(DiskError) {
    var refusal: DiskError?
    for _ in 0..<3 {
      do throws(DiskError) {
        _ = try place.state()
        return
      } catch {
        guard case .refusedOutput = error else { return }
        refusal = error
      }
    }
    if let refusal { throw refusal }
  }
}
