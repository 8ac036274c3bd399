import Glibc

/// What the system answered when it refused a call.
struct SystemError: Error, Equatable {
  /// The number of the error, such as `ENOENT`.
  let code: Int32

  /// The system's own words for it, such as `Permission denied`.
  var reason: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}

/// Makes a system call that answers a negative number when it fails, again while signals end it.
@inline(__always)
@discardableResult
func system<Answer: FixedWidthInteger>(_ call: () -> Answer) throws(SystemError) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    let code = errno
    if code != EINTR { throw SystemError(code: code) }
  }
}
