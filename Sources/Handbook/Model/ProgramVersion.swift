/// A version of the program: three numbers, of which those left out are 0.
package struct ProgramVersion: Sendable, Comparable, CustomStringConvertible {
  private let numbers: [Int]

  /// This program's.
  package static let current = ProgramVersion([0, 1, 0])

  private init(_ numbers: [Int]) {
    self.numbers = numbers
  }

  /// Reads `1`, `1.2` or `1.2.3`; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? UInt16($0).map(Int.init) : nil }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    self.init(numbers + Array(repeating: 0, count: 3 - numbers.count))
  }

  /// The version as `1.2.3`.
  package var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Whether the left version is the older.
  package static func < (left: ProgramVersion, right: ProgramVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
