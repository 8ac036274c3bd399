/// Whether a URL is safe to print into a page: relative, or `https`, `http`, `mailto` or `tel`.
///
/// The one place where schemes are judged, by what is allowed. `url` is decoded as its text says;
/// what a second decoding would turn into another scheme is refused too, and so are control
/// characters, `\`, `//host` and characters that reverse the direction of text. O(*length*).
package func isSafeURL(_ url: String) -> Bool {
  guard refusedCharacter(in: url) == nil, !url.hasPrefix("//") else { return false }
  guard !url.hasPrefix(" "), isSafeStart(url.utf8) else { return false }
  return isSafeStart(percentDecoded(url.utf8))
}

/// The first character of `url` that no URL may hold: a control character, `\`, or one that reverses the
/// direction of text.
package func refusedCharacter(in url: String) -> Unicode.Scalar? {
  url.unicodeScalars.first { !isAllowed($0) }
}

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x5C: false
  case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
  default: true
  }
}

private let safeSchemes: Set = ["https", "http", "mailto", "tel"]

/// Whether what stands before the first `/`, `?` or `#` is no scheme, or a safe one.
private func isSafeStart(_ url: some Collection<UInt8>) -> Bool {
  let start = url.prefix { !"/?#".utf8.contains($0) }
  guard start.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
    return false
  }
  if holdsCharacterReference(url) { return false }
  guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else {
    return !url.starts(with: "//".utf8)
  }
  return safeSchemes.contains(String(decoding: start[..<colon], as: UTF8.self).lowercased())
}

/// Whether a character reference stands before the first `/` or `?`, as in `javascript&colon;`.
private func holdsCharacterReference(_ url: some Collection<UInt8>) -> Bool {
  let start = url.prefix { !"/?".utf8.contains($0) }
  guard let ampersand = start.firstIndex(of: UInt8(ascii: "&")) else { return false }
  let name = start[ampersand...].dropFirst()
  return name.first == UInt8(ascii: "#")
    || name.drop { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }.first
      == UInt8(ascii: ";")
}

/// Returns the bytes with `%` and two hexadecimal digits decoded, once.
private func percentDecoded(_ url: String.UTF8View) -> [UInt8] {
  let bytes = Array(url)
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
    {
      decoded.append(high << 4 | low)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
    (digit | 0x20) - UInt8(ascii: "a") + 10
  default: nil
  }
}
