import Glibc
import Testing

/// Does `body` without the rights of root over files.
///
/// The change is the calling thread's alone, so `body` must not suspend.
func asOrdinaryUser<Result>(_ body: () throws -> Result) throws -> Result {
  guard getuid() == 0 else { return try body() }
  // Not in Swift's Glibc module.
  let symbol = try #require(dlsym(nil, "setfsuid"))
  let setUser = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return try body()
}
