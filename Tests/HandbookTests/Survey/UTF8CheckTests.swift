import Testing

@testable import Handbook

private func offset(_ bytes: [UInt8]) -> Int? { UTF8Check.firstInvalid(in: bytes) }

@Test(arguments: [
  "", "a", "sixteen bytes, a", "seventeen bytes, ", "é", "中", "🙂", "\u{7F}",
  "\u{D7FF}\u{E000}\u{10FFFF}\u{FFFF}",
])
func `text is text, wherever it stands in sixteen bytes`(_ text: String) {
  for padding in 0..<17 {
    #expect(
      offset(Array((String(repeating: "x", count: padding) + text + "yz and sixteen more").utf8))
        == nil)
  }
}

@Test(
  arguments: [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF],
    [0xED, 0xA0, 0x80],
    [0xE2, 0x82], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xFF],
    [0xFE], [0x00], [0xF0, 0x9F, 0x99],
  ] as [[UInt8]])
func `what is no text is found at its first byte, wherever it stands in sixteen bytes`(
  _ wrong: [UInt8]
) {
  for padding in 0..<17 {
    let before = [UInt8](repeating: 0x78, count: padding)
    #expect(offset(before + wrong) == padding)
    #expect(offset(before + wrong + Array("more text behind".utf8)) == padding)
  }
}

@Test func `random bytes are text when Swift says so`() {
  var random = Random(seed: 8)
  let interesting: [UInt8] = [
    0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4,
    0xF5,
  ]
  var valid = 0
  for _ in 0..<100_000 {
    let others = Int.random(in: 1...20, using: &random)
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      Int.random(in: 0...others, using: &random) > 0
        ? 0x61 : interesting.randomElement(using: &random) ?? 0
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    if isText { valid += 1 }
    guard (offset(bytes) == nil) == isText else {
      Issue.record("\(bytes)")
      return
    }
    if let offset = offset(bytes) {
      #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil, "\(bytes)")
    }
  }
  #expect(valid > 1000)
}

@Test func `a zero byte is told as what it is`() async throws {
  try await check([
    "content/index.md": """
    Text \u{0} text
         ^ error: this byte is zero, which no text has; remove it, or take the file from where it was whole
    """
  ])
}
