import CLinux
import Glibc

/// One build's way to its output.
///
/// Files gather in a folder beside the output until `publish` puts them all in its place at once. A
/// publication whose life ends otherwise leaves the output as it was.
///
/// Between its making and its end it holds the lock of the output.
package struct Publication: ~Copyable {
  /// Takes the files.
  ///
  /// It may be used from several threads until the publication ends.
  package let output: StagedOutput
  private let place: OutputPlace
  private let lock: BuildLock

  /// Prepares an output at a path relative to the current folder, or in `public` of the site when it
  /// is `nil`, and removes what a crashed build left beside it.
  ///
  /// - Parameters:
  ///   - site: the site, in whose `.handbook/` the lock lies.
  ///   - output: the path, or `nil`.
  ///   - manifest: what the manifest inside the output says of each file.
  ///   - patience: how long to wait for another build of the same output to end.
  /// - Throws: `DiskError`; nothing has changed then.
  package init(
    of site: SiteFolder, to output: String?, manifest: ManifestDetail, patience: Duration
  ) throws(DiskError) {
    let place = try OutputPlace(Destination(output, of: site))
    // Refused before anything is made, and once more when nobody else can change it.
    try Self.refuseEarly(place)
    let lock = try BuildLock.take(for: place, of: site, patience: patience)
    try place.recover()
    if try place.state() == .output { try place.checkNothingAdded() }
    let folder = try place.makeStaging()
    self.output = StagedOutput(folder: folder, site: site, shown: place.shown, detail: manifest)
    self.place = place
    self.lock = lock
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

  deinit {
    _ = output.finish()
    place.release(output.folder)
    place.clean()
  }

  /// Puts the files in the output's place, all or none, and ends the publication.
  ///
  /// They are on the disk before they can be seen, so that a crash leaves the old output or the new
  /// one. A manifest of all files is kept inside.
  ///
  /// - Throws: `DiskError`; the output is as it was then.
  package consuming func publish() throws(DiskError) {
    try place.mark(output.folder, with: output.finish())
    let folder = output.folder.number
    do throws(SystemError) {
      try system { linux_sync_file_system(folder) }
    } catch {
      throw .unwritable(path: place.shown, reason: error.reason)
    }
    try place.exchange()
    // The output is complete whatever this answers; a crash might bring the old one back.
    _ = fsync(place.parent.descriptor.number)
  }
}
