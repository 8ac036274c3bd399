@testable import Diagnostics

/// What the schema of SARIF 2.1.0 says of the objects that are written here: which members each may
/// and must have, and of what form they are.
indirect enum SARIFFact: Sendable {
  case text
  case truth
  case number(atLeast: Int)
  case oneOf([String])
  case list([SARIFFact], isSet: Bool)
  case object([String: SARIFFact], required: [String])
  case map(SARIFFact)

  /// A list of `fact`.
  static func each(_ fact: SARIFFact) -> SARIFFact { .list([fact], isSet: false) }

  /// A list of `fact` in which nothing is there twice.
  static func set(_ fact: SARIFFact) -> SARIFFact { .list([fact], isSet: true) }

  static let log = object(
    [
      "$schema": .text, "version": .oneOf(["2.1.0"]), "runs": .each(run),
    ], required: ["version", "runs"])

  private static let message = object(
    ["text": .text, "markdown": .text, "id": .text, "arguments": .each(.text)], required: [])

  /// `multiformatMessageString`.
  private static let formatted = object(["text": .text, "markdown": .text], required: ["text"])

  private static let level = oneOf(["none", "note", "warning", "error"])

  private static let run = object(
    [
      "tool": .object(["driver": driver], required: ["driver"]),
      "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]),
      "invocations": .each(invocation), "results": .each(result),
    ], required: ["tool"])

  private static let driver = object(
    [
      "name": .text, "version": .text, "semanticVersion": .text, "informationUri": .text,
      "rules": .set(rule),
    ], required: ["name"])

  private static let rule = object(
    [
      "id": .text, "name": .text, "shortDescription": formatted, "fullDescription": formatted,
      "help": formatted, "helpUri": .text,
      "defaultConfiguration": .object(["enabled": .truth, "level": level], required: []),
    ], required: ["id"])

  private static let invocation = object(
    [
      "executionSuccessful": .truth, "exitCode": .number(atLeast: .min),
      "toolExecutionNotifications": .each(
        .object(["level": level, "message": message], required: ["message"])),
    ], required: ["executionSuccessful"])

  private static let region = object(
    [
      "startLine": .number(atLeast: 1), "startColumn": .number(atLeast: 1),
      "endLine": .number(atLeast: 1), "endColumn": .number(atLeast: 1),
    ], required: [])

  private static let location = object(
    [
      "id": .number(atLeast: -1), "message": message,
      "physicalLocation": .object(
        [
          "artifactLocation": .object(
            ["uri": .text, "uriBaseId": .text, "index": .number(atLeast: -1)], required: []),
          "region": region,
        ], required: ["artifactLocation"]),
    ], required: [])

  private static let result = object(
    [
      "ruleId": .text, "ruleIndex": .number(atLeast: -1), "level": level, "message": message,
      "locations": .each(location), "relatedLocations": .set(location),
      "partialFingerprints": .map(.text), "fingerprints": .map(.text),
      "suppressions": .set(
        .object(
          [
            "kind": .oneOf(["inSource", "external"]), "justification": .text,
            "status": .oneOf(["accepted", "underReview", "rejected"]),
          ], required: ["kind"])),
    ], required: ["message"])

  /// What in `value` is against the fact, each with the path to it.
  func faults(in value: JSON, at path: String = "") -> [String] {
    switch (self, value) {
    case (.text, .string), (.truth, .bool): return []
    case (.number(let least), .integer(let number)):
      return number >= least ? [] : ["\(path): \(number)"]
    case (.oneOf(let words), .string(let word)):
      return words.contains(word) ? [] : ["\(path): \(word)"]
    case (.list(let facts, let isSet), .array(let elements)):
      let isRepeated = isSet && elements.indices.contains { elements[..<$0].contains(elements[$0]) }
      return (isRepeated ? ["\(path): one twice"] : [])
        + elements.enumerated().flatMap { index, element in
          facts.flatMap { $0.faults(in: element, at: "\(path)[\(index)]") }
        }
    case (.map(let fact), .object(let members)):
      return members.flatMap { fact.faults(in: $0.value, at: "\(path).\($0.name)") }
    case (.object(let facts, let required), .object(let members)):
      let names = members.map(\.name)
      let missing = required.filter { !names.contains($0) }.map { "\(path).\($0): missing" }
      let repeated = Set(names).count == names.count ? [] : ["\(path): a name twice"]
      return missing + repeated
        + members.flatMap { member in
          facts[member.name]?.faults(in: member.value, at: "\(path).\(member.name)")
            ?? ["\(path).\(member.name): unknown"]
        }
    default: return ["\(path): of another type"]
    }
  }
}
