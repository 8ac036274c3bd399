import Diagnostics
import Register
import Values

/// Reads any bytes as a register and as the file of people: judging them ends, every finding lies in
/// its file, and nobody is named who must not be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let read = Registry.decode([file])
  let people = People.decode(file)
  var findings = read.diagnostics + people.diagnostics
  for days in [0, 20_000, 40_000] {
    guard let day = PlainDate(daysSinceEpoch: days) else { continue }
    findings += read.value.check(asOf: day)
    findings += people.value.check(with: read.value, asOf: day)
    for change in read.value.changes(since: read.value, asOf: day) {
      precondition(!change.id.isEmpty)
    }
    if let next = read.value.nextChange(after: day) { precondition(next > day) }
    let hidden = Set(people.value.hiddenNames(on: day).map(\.name))
    let shown = PublicRegister(read.value, people: people.value, on: day)
    for certificate in read.value.certificates {
      _ = shown.visibility(of: certificate)
      precondition(shown.holder(of: certificate).map { !hidden.contains($0.name) } ?? true)
    }
  }
  for finding in findings {
    precondition(finding.place.range.upperBound <= count && !finding.message.isEmpty)
  }
  return 0
}
