import Glibc
package import Handbook
import Values

/// Makes PDF files of documents, through WeasyPrint.
///
/// A process of its own: what lays out pages is large, and few handbooks are printed each day.
package final class PaperPress: Sendable {
  /// Takes the pictures of the site whose book is made.
  package let pictures: PictureSink
  private let parent: String
  private let folder: String
  private static let source = "book.html"

  /// Makes a folder for a document and its pictures in `parent`, which goes when the press does.
  package init(for site: SiteFolder, in parent: String) throws(DiskError) {
    self.parent = parent
    var template = Array("\(parent)/handbook-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else {
      throw .unwritable(path: parent, reason: SystemError(code: errno).reason)
    }
    folder = String(cString: path)
    try NamedFile(folder + "/" + Self.source).write("")
    do throws(SystemError) {
      pictures = PictureSink(
        StagedOutput(
          folder: try Descriptor(folder: folder), site: site, shown: folder, detail: .paths))
    } catch {
      throw .unwritable(path: folder, reason: error.reason)
    }
  }

  deinit {
    // What cannot be removed now the system removes in time.
    if let parent = try? Descriptor(folder: parent) {
      try? removeTree(
        String(folder.dropFirst(self.parent.count + 1)), in: parent, last: Self.source)
    }
  }

  /// Makes a PDF file of a document, in place of one that is there.
  package func press(_ document: BookDocument, to path: String) throws(PressError) {
    let source = folder + "/" + Self.source
    do throws(DiskError) {
      try NamedFile(source).write(document.html)
    } catch {
      throw .disk(error)
    }
    let made = folder + "/book.pdf"
    // The time that stands in a file's fonts is that of its day, so that it is the same whenever made.
    let time = "SOURCE_DATE_EPOCH=\(document.day.daysSinceEpoch * 86_400)"
    let run: ProgramRun
    do throws(SystemError) {
      run = try ProgramRun(
        ["env", time, "weasyprint", "--encoding", "utf-8", source, made], keeping: .errors)
    } catch {
      throw .notStarted(error.reason)
    }
    if run.status == 127 { throw .noWeasyPrint }
    guard run.status == 0 else {
      let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
      throw .failed(lines.last.map(String.init) ?? "it ended with \(run.status)")
    }
    do throws(DiskError) {
      try NamedFile(path).write(NamedFile(made).read())
    } catch {
      throw .disk(error)
    }
  }
}

/// Why no PDF was made.
package enum PressError: Error, CustomStringConvertible {
  /// There is no WeasyPrint.
  case noWeasyPrint
  /// The system did not start it.
  case notStarted(String)
  /// It gave up; its last words.
  case failed(String)
  /// A file could not be read or written.
  case disk(DiskError)

  /// One sentence without its full stop.
  package var description: String {
    switch self {
    case .noWeasyPrint:
      "PDF files are made with 'weasyprint', which is not installed; on Debian: sudo apt-get install weasyprint"
    case .notStarted(let reason): "cannot start 'weasyprint': \(reason)"
    case .failed(let words): "'weasyprint' made no PDF file: \(words)"
    case .disk(let error): error.description
    }
  }
}

/// Keeps the pictures of a site, and nothing else.
package final class PictureSink: OutputSink {
  private let output: StagedOutput
  private static let kinds = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]

  init(_ output: StagedOutput) { self.output = output }

  /// Stores `bytes` where they are a picture.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    if isPicture(path) { try output.write(bytes, to: path) }
  }

  /// Stores the bytes of a source where they are a picture.
  package func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    if isPicture(path) { try output.copy(entry, to: path) }
  }

  private func isPicture(_ path: OutputPath) -> Bool {
    Self.kinds.contains { path.text.lowercased().hasSuffix($0) }
  }
}
