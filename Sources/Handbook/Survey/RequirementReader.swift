import YAML

/// Checks `requires` of `site.yml`: the versions of the program that may build the site, such as `">=1.2 <2"`.
enum RequirementReader {
  /// Adds a finding where this program is not among them, or where it is not clear which are meant.
  static func check(
    _ pair: Pair, _ decoder: inout NodeDecoder, program: ProgramVersion = .current
  ) {
    guard let text = decoder.text(pair.value, as: pair.key), !text.isEmpty else { return }
    for demand in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let isMet = isMet(demand, by: program) else {
        decoder.wrongType(
          pair.value, "'\(demand)' is no demand on the program's version",
          help: "write such as '>=1.2 <2'")
        return
      }
      guard isMet else {
        decoder.wrongType(
          pair.value, "this site requires handbook \(text), and this is handbook \(program)",
          help: "install a version that fits, or change 'requires' if the site does with this one")
        return
      }
    }
  }

  /// Whether `program` meets a demand such as `>=1.2`; `nil` where it is none.
  private static func isMet(_ demand: Substring, by program: ProgramVersion) -> Bool? {
    let sign = demand.prefix { "<>=".contains($0) }
    guard let version = ProgramVersion(demand.dropFirst(sign.count)) else { return nil }
    return switch sign {
    case ">=": program >= version
    case ">": program > version
    case "<=": program <= version
    case "<": program < version
    case "=", "==", "": program == version
    default: nil
    }
  }
}
