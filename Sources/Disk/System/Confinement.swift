import CLinux
import Glibc

/// What this process may no longer do, once it is to work on what somebody else wrote.
///
/// There is no way back, and what is inherited that is stricter stays.
package enum Confinement {
  /// A limit of the system on one process.
  package struct Limit: Sendable {
    /// Its name as `prlimit` and `/proc/self/limits` know it.
    package let name: String
    /// Bytes, seconds or pieces.
    package let most: UInt
    fileprivate let resource: __rlimit_resource
  }

  /// The limits: several times what a handbook of ten thousand pages asks for.
  package static let limits = [
    Limit(name: "Max address space", most: 4 << 30, resource: RLIMIT_AS),
    Limit(name: "Max file size", most: 256 << 20, resource: RLIMIT_FSIZE),
    Limit(name: "Max cpu time", most: 300, resource: RLIMIT_CPU),
    Limit(name: "Max open files", most: 64, resource: RLIMIT_NOFILE),
    Limit(name: "Max core file size", most: 0, resource: RLIMIT_CORE),
  ]

  /// Sets all limits, and lets nobody start programs or open sockets.
  ///
  /// - Returns: a remark for each thing that the system does not know.
  package static func begin() -> [String] {
    // Writing too much is an error where it is written, not a signal.
    signal(SIGXFSZ, SIG_IGN)
    var remarks = limits.filter { !set($0) }.map { "the system sets no limit '\($0.name)'" }
    if linux_forbid_programs() != 0 {
      remarks.append(
        "the system cannot forbid programs to be started (\(SystemError(code: errno).reason)); "
          + "an untrusted run starts none")
    }
    return remarks
  }

  private static func set(_ limit: Limit) -> Bool {
    let resource = __rlimit_resource_t(limit.resource.rawValue)
    var values = rlimit()
    guard getrlimit(resource, &values) == 0 else { return false }
    // A second more, so that the signal of the first can be answered.
    let hard = limit.resource == RLIMIT_CPU ? limit.most + 5 : limit.most
    values.rlim_cur = min(values.rlim_cur, rlim_t(limit.most))
    values.rlim_max = min(values.rlim_max, rlim_t(hard))
    return setrlimit(resource, &values) == 0
  }

  /// Has the process say `text` and end with `status` where it runs into a limit that it cannot
  /// answer otherwise: of time, or of memory, which ends what asks for more.
  ///
  /// `text` is kept for as long as the process lives.
  package static func sayAtLimits(_ text: String, to file: Int32, status: Int32) {
    let bytes = Array(text.utf8)
    let kept = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { kept[index] = CChar(bitPattern: byte) }
    let signals = [SIGXCPU, SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS]
    _ = linux_set_last_words(signals, Int32(signals.count), file, kept, UInt(bytes.count), status)
  }
}
