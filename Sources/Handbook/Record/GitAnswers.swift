package import Digest
import Values

/// What a build asked git, and what git said: to be asked again.
package struct GitAnswers: Sendable, Equatable {
  /// What the history told; `nil` where nobody asked.
  package var history: SHA256?
  /// Whether files are ignored, by their paths as asked.
  package var ignores: [String: GitAnswer] = [:]

  /// Nothing was asked.
  package init() {}
}

extension SourceHistory {
  /// What tells it from others.
  package var digest: SHA256 {
    var writer = RecordWriter()
    switch self {
    case .days(let days):
      writer.add(0)
      writer.add(days.sorted { $0.key < $1.key }) { writer, day in
        writer.add(day.key)
        writer.add(day.value.description)
      }
    case .cutShort: writer.add(1)
    case .none(let reason):
      writer.add(2)
      writer.add(reason)
    }
    return SHA256(of: writer.bytes)
  }
}

extension GitAnswers {
  /// Writes them.
  func write(to writer: inout RecordWriter) {
    writer.add(history) { $0.add($1) }
    writer.add(ignores.sorted { $0.key < $1.key }) { writer, asked in
      writer.add(asked.key)
      switch asked.value {
      case .ignored: writer.add(0)
      case .notIgnored: writer.add(1)
      case .noWorkTree: writer.add(2)
      case .unknown(let reason):
        writer.add(3)
        writer.add(reason)
      }
    }
  }

  /// Reads what `write` wrote.
  init(_ reader: inout RecordReader) throws(RecordReader.Unreadable) {
    history = try reader.optional { (reader) throws(RecordReader.Unreadable) in try reader.digest()
    }
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      ignores[path] =
        switch try reader.number() {
        case 0: .ignored
        case 1: .notIgnored
        case 2: .noWorkTree
        case 3: .unknown(reason: try reader.text())
        default: throw RecordReader.Unreadable()
        }
    }
  }
}
