import Glibc
import Testing

@testable import Disk

/// Work on many things by several threads.
struct ConcurrentPartsTests {
  @Test(arguments: [0, 1, 511, 512, 1023, 1024, 1025, 5000])
  func `all is done once, and what comes of it is in order`(_ count: Int) throws {
    let made = try Array(0..<count).inParts { part in part.map { $0 * 2 } }
    #expect(made == (0..<count).map { $0 * 2 })
  }

  @Test func `the first part that failed is what is thrown`() {
    let failed = [700: EIO, 4000: EACCES]
    #expect(throws: SystemError(code: EIO)) {
      try Array(0..<5000).inParts { part throws(SystemError) in
        for number in part { if let code = failed[number] { throw SystemError(code: code) } }
        return [Int]()
      }
    }
  }
}
