/// What English words have in common that differ by -s, -ed, -ing, -e or -y alone: `stem` of
/// `index.js`, written a second time.
func stem(_ word: String) -> String {
  guard word.count >= 4, !word.contains(where: \.isNumber) else { return word }
  var rest = singular(word)
  var bare = rest
  if bare.hasSuffix("ed"), !bare.hasSuffix("eed") {
    bare.removeLast(2)
  } else if bare.hasSuffix("ing") {
    bare.removeLast(3)
  }
  if bare != rest, bare.utf16.count > 2, bare.contains(where: { "aeiouy".contains($0) }) {
    let last = bare.suffix(2)
    let isDouble = last.first == last.last && last.last.map { !"aeioulsz".contains($0) } ?? false
    rest = isDouble ? String(bare.dropLast()) : bare
  }
  if rest.utf16.count > 3, rest.hasSuffix("e") { rest.removeLast() }
  return rest.hasSuffix("y") ? rest.dropLast() + "i" : rest
}

private func singular(_ word: String) -> String {
  var word = word
  if word.hasSuffix("ies") || word.hasSuffix("ied") { word = word.dropLast(3) + "y" }
  if word.hasSuffix("sses") { word = String(word.dropLast(2)) }
  if word.hasSuffix("s"), let before = word.dropLast().last, !"siu".contains(before) {
    word.removeLast()
  }
  return word
}
