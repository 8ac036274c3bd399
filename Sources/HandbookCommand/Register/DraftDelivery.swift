import ArgumentParser
import Diagnostics
import Disk
import Handbook
import Register

/// Where a finished entry goes: to the terminal, or to its place in the file.
struct DraftOptions: ParsableArguments {
  @Flag(name: .long, help: "Put it in its place in the file, and leave all else as it is.")
  var write = false
}

extension RegisterRun {
  /// Prints a draft to paste, or writes it, and tells what remains to be done.
  ///
  /// Throws where it cannot be written so that the whole register is read with it.
  func deliver(_ draft: RegistryDraft, _ options: DraftOptions) throws {
    let files = try changed(by: draft)
    let read = Registry.decode(all(with: files))
    if options.write {
      try refuseCutShort(read.value, files)
      let contents = Dictionary(
        files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
      try SourceChanges(in: sources, contents: contents).write(to: folder)
      for file in files { Console.error("written: \(draft.id) to \(file.path)\n") }
    } else {
      Console.output(Printable.lines(draft.yaml))
    }
    for remark in draft.remarks { Console.error("note: \(Printable.text(remark))\n") }
    tellNewFindings(read)
  }

  /// Refuses to write what could not be read, and beside what cannot be read: an id may be taken there.
  private func refuseCutShort(_ changed: Registry, _ files: [SourceFile]) throws(DraftRefusal) {
    if register.registry.isCutShort {
      throw .impossible(
        "some of the register cannot be read, so nothing is written; 'handbook check' says where")
    }
    if changed.isCutShort {
      let paths = files.map { "'\($0.path)'" }.joined(separator: " and ")
      throw .impossible(
        "no place is found in \(paths) in which the entry could be read; "
          + "leave out --write, and paste what is printed")
    }
  }

  /// The register's files with the draft in its place.
  private func changed(by draft: RegistryDraft) throws -> [SourceFile] {
    let edits = try register.registry.edits(adding: draft)
    return Dictionary(grouping: edits) { $0.file.path }.sorted { $0.key < $1.key }
      .compactMap { path, edits in
        edits.first.map { first in
          SourceFile(
            path: path,
            bytes: first.file.bytes.applying(edits.map { TextEdit($0.range, $0.text) }))
        }
      }
  }

  /// The register's files, of those that changed the new text.
  private func all(with files: [SourceFile]) -> [SourceFile] {
    let changed = Dictionary(
      files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return register.registry.files.map { changed[$0.path] ?? $0 }
  }

  /// What would be wrong with the register then and is not now.
  private func tellNewFindings(_ read: Diagnosed<Registry>) {
    let new = (read.diagnostics + read.value.check(asOf: build.asOf)).without(register.findings)
    guard !new.isEmpty else { return }
    Console.error("\nWith it in its place, 'handbook check' finds what is still to do:\n\n")
    Console.error(new.map { TextPrinter().print($0) }.joined(separator: "\n"))
  }
}

extension [Diagnostic] {
  /// The findings without those that are known: each of these takes away one that says the same, the
  /// first, so that a mistake made once more is told.
  fileprivate func without(_ known: [Diagnostic]) -> [Diagnostic] {
    var counts = Dictionary(grouping: known) { [$0.rule, $0.message] }.mapValues(\.count)
    return filter { finding in
      guard let count = counts[[finding.rule, finding.message]], count > 0 else { return true }
      counts[[finding.rule, finding.message]] = count - 1
      return false
    }
  }
}
