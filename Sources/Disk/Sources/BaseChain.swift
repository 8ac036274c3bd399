import Diagnostics
import Handbook

/// Follows `extends` from a site to its base, to the base's base, and so on.
struct BaseChain {
  private let own: DiskSources
  private let following: BaseFollowing
  /// The commit of the first base, where it is in git.
  private(set) var commit: String?
  var bases: [DiskSources] = []
  private(set) var faults: [BaseFault] = []

  /// More bases than this are a mistake.
  private static let longest = 8

  init(from own: DiskSources, _ following: BaseFollowing) {
    self.own = own
    self.following = following
  }

  /// The next base; `nil` at the end, and where it has no files here.
  mutating func next(
    _ willRead: @escaping (borrowing Descriptor, String) -> Void
  ) -> DiskSources? {
    let sources = bases.last ?? own
    let settings = bases.isEmpty ? "site.yml" : HandbookSources.prefix(bases.count - 1) + "site.yml"
    guard let reference = Self.reference(sources) else { return nil }
    let isFirst = bases.isEmpty
    let folder: SiteFolder
    do throws(BaseRefusal) {
      folder = try self.folder(reference, from: sources, isFirst: isFirst)
    } catch {
      faults.append(BaseFault(in: settings, error.reason))
      return nil
    }
    guard bases.count < Self.longest,
      !([own] + bases).contains(where: { $0.site.path == folder.path })
    else {
      faults.append(BaseFault(in: settings, .circle))
      return nil
    }
    let prefix = HandbookSources.prefix(bases.count)
    do throws(DiskError) {
      return try DiskSources(of: folder) { folder, path in willRead(folder, prefix + path) }
    } catch {
      faults.append(BaseFault(in: settings, .unreachable(error.description)))
      return nil
    }
  }

  private static func reference(_ sources: DiskSources) -> BaseReference? {
    guard let entry = try? sources.find("site.yml"), entry.kind == .file,
      let bytes = try? sources.read(entry)
    else { return nil }
    return BaseReference.read(in: SourceFile(path: entry.path, bytes: bytes)).value?.base
  }

  private mutating func folder(
    _ reference: BaseReference, from sources: DiskSources, isFirst: Bool
  ) throws(BaseRefusal) -> SiteFolder {
    switch reference {
    case .folder(let path):
      return try Self.open(path.hasPrefix("/") ? path : "\(sources.site.path)/\(path)", named: path)
    case .git(let url, var at, let path):
      var pinned = Self.lock(sources)?.commit(of: reference)
      var isFresh = false
      if isFirst, case .newest(let version) = following {
        (pinned, isFresh, at) = (nil, true, version ?? at)
      }
      let base = GitBase(url: url, at: at, of: own.site)
      let copy =
        following == .kept ? try base.kept(pinned) : try base.copy(pinned: pinned, isFresh: isFresh)
      if isFirst { commit = copy.commit }
      return try Self.open(
        path.isEmpty ? copy.path : "\(copy.path)/\(path)", named: path.isEmpty ? url : path)
    }
  }

  private static func lock(_ sources: DiskSources) -> BaseLock? {
    guard let entry = try? sources.find(BaseLock.path), entry.kind == .file,
      let bytes = try? sources.read(entry)
    else { return nil }
    return BaseLock(parsing: bytes)
  }

  private static func open(_ path: String, named name: String) throws(BaseRefusal) -> SiteFolder {
    do throws(DiskError) {
      return try SiteFolder.find(from: path, upwards: false)
    } catch {
      switch error {
      case .noSite: throw BaseRefusal(.unreachable("there is no site.yml in '\(name)'"))
      case .unreadable(_, let reason): throw BaseRefusal(.unreachable("'\(name)': \(reason)"))
      default: throw BaseRefusal(.unreachable("\(error)"))
      }
    }
  }
}

/// Which version of a base in git is taken.
package enum BaseFollowing: Sendable, Equatable {
  /// The one that `handbook.lock` pins.
  case pinned
  /// The same, where it is here: nothing is fetched and no program started.
  case kept
  /// What the version in `site.yml`, or another one, is now.
  case newest(String?)
}

/// Why a base is not here.
struct BaseRefusal: Error {
  let reason: BaseFault.Reason
  init(_ reason: BaseFault.Reason) { self.reason = reason }
}
