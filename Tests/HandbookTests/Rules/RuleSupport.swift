import Diagnostics
import Glibc
import Testing
import Values

@testable import Handbook

/// Builds a tiny site in memory against a baseline and an earlier site; of one that is not whole,
/// not all is asked.
func report(
  _ files: [String: String], baseline: Baseline? = nil, previous: PreviousSite? = nil,
  drafts: Bool = false, asOf: String = testDay, isWhole: Bool = false
) async throws -> BuildReport {
  let sources = MemorySources(files)
  var options = BuildOptions(
    asOf: try #require(PlainDate(asOf)), url: nil, includesDrafts: drafts, workers: 2)
  options.baseline = baseline
  options.previous = previous
  let report = try await compile(sources, options, into: MemoryOutput(sources))
  return isWhole ? report : report.ofParts
}

/// The rules of findings, with their files and lines: `content/index.md:3 broken-link`.
func drawing(_ findings: [Diagnostic]) -> [String] {
  findings.map { finding in
    let line = LineTable(finding.place.file.bytes).position(at: finding.place.range.lowerBound).line
    return "\(finding.place.file.path):\(line) \(finding.rule)"
  }
}

/// The project's own files, for tests that look at the source.
enum Project {
  /// The folder that holds `Package.swift`.
  static let root = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })

  /// The text of a file; empty when there is none.
  static func text(_ path: String) -> String {
    guard let file = fopen(root + "/" + path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The paths of all Swift files below a folder.
  static func swiftFiles(in folder: String) -> [String] {
    files(in: folder).filter { $0.hasSuffix(".swift") }
  }

  /// The paths of all files below a folder whose names end in an extension.
  static func files(in folder: String) -> [String] {
    guard let directory = opendir(root + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if name.contains(".") { paths.append(path) } else { paths += files(in: path) }
    }
    return paths.sorted()
  }
}
