import Diagnostics
import Register
import Values

/// Reads a text as the register's file.
func decode(_ text: String) -> Diagnosed<Registry> {
  Registry.decode([SourceFile(path: "registry.yml", text: text)])
}

/// The findings made while a text is read, as they are printed.
func findings(reading text: String) -> String {
  decode(text).diagnostics.map { TextPrinter().print($0) }.joined()
}

/// The findings of one rule about a text, as they are printed, as of 2026-06-30.
func findings(of rule: String, in text: String) -> String {
  let registry = decode(text).value
  guard let day = PlainDate("2026-06-30") else { return "no day" }
  return registry.check(asOf: day).filter { $0.rule == rule }.map { TextPrinter().print($0) }
    .joined()
}
