import Diagnostics
import Testing

private func table(_ text: String) -> LineTable { LineTable(Array(text.utf8)) }

private func positions(_ text: String) -> [String] {
  (0...text.utf8.count).map {
    let position = table(text).position(at: $0)
    return "\(position.line):\(position.column)"
  }
}

@Test func `a line ends at a newline, a carriage return, or both together`() {
  #expect(table("a\nb").starts == [0, 2])
  #expect(table("a\rb").starts == [0, 2])
  #expect(table("a\r\nb").starts == [0, 3])
  #expect(table("\r\r\n\n").starts == [0, 1, 3, 4])
  #expect(table("").starts == [0])
}

@Test func `every offset has a line and a column, from 1`() {
  #expect(positions("ab\n\nc") == ["1:1", "1:2", "1:3", "2:1", "3:1", "3:2"])
  #expect(positions("a\r\nb") == ["1:1", "1:2", "1:3", "2:1", "2:2"])
}

@Test func `columns count characters of Unicode, not bytes`() {
  // é is two bytes, 中 three, 🙂 four.
  let text = "é中🙂x"
  let table = table(text)
  #expect([0, 2, 5, 9, 10].map { table.position(at: $0).column } == [1, 2, 3, 4, 5])
}

@Test func `an offset outside the text is its nearest end`() {
  #expect(table("ab").position(at: -5) == table("ab").position(at: 0))
  #expect(table("ab").position(at: 99) == table("ab").position(at: 2))
  #expect(table("").position(at: 3).line == 1)
}

@Test func `a line's range is without its end`() {
  let text = "ab\r\n\ncd\re"
  let table = table(text)
  let bytes = Array(text.utf8)
  let lines = (1...4).map { String(decoding: bytes[table.range(ofLine: $0)], as: UTF8.self) }
  #expect(lines == ["ab", "", "cd", "e"])
  #expect(table.range(ofLine: 0).isEmpty)
  #expect(table.range(ofLine: 9).isEmpty)
}

@Test func `positions are those that counting from the start gives`() {
  let bytes = Array("a\nbé\r\n\r中\n\n🙂x\r".utf8)
  let table = LineTable(bytes)
  var (line, column) = (1, 1)
  for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
    let position = table.position(at: offset)
    #expect(position.line == line && position.column == column, "at \(offset)")
    let isFirstOfPair = byte == 13 && offset + 1 < bytes.count && bytes[offset + 1] == 10
    if byte == 10 || byte == 13 && !isFirstOfPair {
      (line, column) = (line + 1, 1)
    } else {
      column += 1
    }
  }
}

@Test func `columns are the same however far into a line`() {
  let text = String(repeating: "aé中🙂", count: 700) + "\n" + String(repeating: "é", count: 3000)
  let table = table(text)
  var (line, column, offset) = (1, 1, 0)
  for scalar in text.unicodeScalars {
    #expect(table.position(at: offset) == .init(line: line, column: column))
    offset += String(scalar).utf8.count
    (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
  }
}
