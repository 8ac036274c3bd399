import Glibc
import Handbook
import Synchronization

/// The kernel's notices of changes in folders (inotify).
final class FolderWatch: Sendable {
  /// Why a folder cannot be watched.
  enum Refusal: Error {
    /// The system lets no more be watched.
    case limit
    /// It has no such notices.
    case unsupported(String)
  }

  private let descriptor: Descriptor
  /// The path of each watched folder, ending in `/`, by the kernel's number for it.
  private let folders = Mutex<[Int32: String]>([:])
  private let firstRefusal = Mutex<Refusal?>(nil)

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

  /// The bytes before an event's name.
  private static let head = 16

  init() throws(Refusal) {
    do throws(SystemError) {
      descriptor = Descriptor(
        try system { inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) })
    } catch {
      throw error.code == EMFILE ? .limit : .unsupported(error.reason)
    }
  }

  /// The descriptor that becomes readable when something happened.
  var number: Int32 { descriptor.number }

  /// Watches an open folder under a path ending in `/`; one that is watched already is known by the
  /// new path from now on.
  ///
  /// A refusal is told by `refusal`.
  func add(_ folder: borrowing Descriptor, as path: String) {
    let (queue, link) = (descriptor.number, "/proc/self/fd/\(folder.number)")
    do throws(SystemError) {
      let number = try system { inotify_add_watch(queue, link, Self.mask) }
      folders.withLock { $0[number] = path }
    } catch {
      let isLimit = error.code == ENOSPC || error.code == ENOMEM
      firstRefusal.withLock { $0 = $0 ?? (isLimit ? .limit : .unsupported(error.reason)) }
    }
  }

  /// Why some folder could not be watched, where one could not.
  var refusal: Refusal? { firstRefusal.withLock { $0 } }

  /// Takes all that happened since the call before.
  func take() -> FolderEvents {
    var events = FolderEvents()
    let number = descriptor.number
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
      while case let count = Glibc.read(number, buffer.baseAddress, buffer.count), count > 0 {
        note(UnsafeRawBufferPointer(rebasing: buffer[..<count]), &events)
      }
    }
    return events
  }

  private func note(_ records: UnsafeRawBufferPointer, _ events: inout FolderEvents) {
    var start = 0
    while start + Self.head <= records.count {
      let folder = records.loadUnaligned(fromByteOffset: start, as: Int32.self)
      let mask = records.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
      let length = Int(records.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
      let name = records[(start + Self.head)..<min(start + Self.head + length, records.count)]
      start += Self.head + length
      note(folder, mask, name.prefix { $0 != 0 }, &events)
    }
  }

  private func note(
    _ folder: Int32, _ mask: UInt32, _ name: Slice<UnsafeRawBufferPointer>,
    _ events: inout FolderEvents
  ) {
    func has(_ bits: Int) -> Bool { mask & UInt32(truncatingIfNeeded: bits) != 0 }
    if has(Int(IN_Q_OVERFLOW)) {
      events.mustList = true
    } else if has(Int(IN_IGNORED)) {
      folders.withLock { $0[folder] = nil }
    } else if let path = folders.withLock({ $0[folder] }), !name.isEmpty {
      guard let text = String(validating: name, as: UTF8.self) else {
        events.mustList = true
        return
      }
      // What lies beside the folders of the site is not its business, but for what it names.
      if has(Int(IN_ISDIR)) {
        let isTop = path.isEmpty || path.hasSuffix(BaseReference.prefix)
        let isOurs = !isTop || SourceEntry.folders.contains(text)
        if isOurs, !has(Int(IN_ATTRIB)) { events.mustList = true }
      } else {
        events.files.insert(path + text)
      }
    } else if has(Int(IN_DELETE_SELF) | Int(IN_MOVE_SELF)) {
      events.mustList = true
    }
  }
}
