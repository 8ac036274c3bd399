import Diagnostics
import Foundation
import Register
import Testing
import Values

/// A register in which every rule holds on 2026-06-30; each rule's test breaks it in one place.
let soundRegister = text(below: "Shared/sound-register.yml")

/// The text of a file below the folder of all tests.
private func text(below path: String) -> String {
  let tests = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
  return (try? String(contentsOfFile: tests + "/" + path, encoding: .utf8)) ?? ""
}

/// The findings of one rule about the sound register with one part written otherwise, as printed.
func findings(
  of rule: String, writing replacement: String, for part: String,
  sourceLocation: SourceLocation = #_sourceLocation
) -> String {
  #expect(
    soundRegister.contains(part), "the register has no such part", sourceLocation: sourceLocation)
  guard let range = soundRegister.firstRange(of: part) else { return "" }
  return findings(of: rule, in: soundRegister.replacingCharacters(in: range, with: replacement))
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
