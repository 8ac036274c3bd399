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

  /// Prepares an output at a claimed place.
  ///
  /// `manifest` tells what the manifest inside the output says of each file.
  ///
  /// - Throws: `DiskError`; nothing has changed then.
  package init(_ claim: consuming OutputClaim, manifest: ManifestDetail) throws(DiskError) {
    let isThere = try claim.place.state() == .output
    if isThere, claim.untouchedSince == nil { try claim.place.checkNothingAdded() }
    let folder = try claim.place.makeStaging()
    let earlier =
      isThere
      ? try? claim.place.openEarlier(for: folder, untouchedSince: claim.untouchedSince) : nil
    output = StagedOutput(
      folder: folder, over: earlier, site: claim.site, shown: claim.place.shown, detail: manifest)
    place = claim.place
    lock = claim.lock
  }

  deinit { end() }

  /// Takes no more files, and removes what lies beside the output.
  private func end() {
    _ = output.finish()
    place.release(output.folder)
    place.clean()
  }

  /// Puts the files in the output's place, all or none, and ends the publication.
  ///
  /// They are on the disk before they can be seen, so that a crash leaves the old output or the new
  /// one. A manifest of all files is kept inside.
  ///
  /// `then` is told what the output is known by from now on, while nobody else may publish there; not
  /// where that cannot be told.
  ///
  /// - Throws: `DiskError`; the output is as it was then.
  package consuming func publish(then: ((OutputFacts) -> Void)? = nil) throws(DiskError) {
    let manifest = output.finish()
    if let path = try output.linkKept() { throw .changedOutput(path: place.shown + "/" + path) }
    try place.mark(output.folder, with: manifest)
    let (folder, written) = (output.folder.number, CoarseClock.trueNow)
    do throws(SystemError) {
      try system { linux_sync_file_system(folder) }
    } catch {
      throw .unwritable(path: place.shown, reason: error.reason)
    }
    // Whoever writes into it from now on gives that a later time.
    if then != nil { CoarseClock.pass(written) }
    let published = CoarseClock.now
    try place.exchange()
    // The output is complete whatever this answers; a crash might bring the old one back.
    _ = fsync(place.parent.descriptor.number)
    guard let then else { return }
    // What lies beside it may be linked with it, which would count as a change.
    end()
    let paths = [Manifest.name] + output.folders + manifest.files.map(\.path)
    if let root = try? place.openOutput(),
      let facts = try? OutputFacts(of: root, paths, published: published)
    {
      then(facts)
    }
  }
}
