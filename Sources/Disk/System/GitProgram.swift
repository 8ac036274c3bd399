import Glibc

/// git, asked about the repository that a folder lies in.
enum GitProgram {
  /// By these git tells a hook which repository it is at work in; all else would be taken for that one,
  /// and a checkout would fill the commit that is being made.
  private static let repository: Set = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
  ]

  /// Runs git once, without questions, and without programs that a repository's settings name.
  static func run(
    _ words: [String], in folder: String? = nil, keeping stream: ProgramRun.Stream = .output
  ) throws(SystemError) -> ProgramRun {
    let settings = [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false",
      "protocol.ext.allow=never",
    ]
    return try ProgramRun(
      ["git", "--no-optional-locks"] + settings.flatMap { ["-c", $0] }
        + (folder.map { ["-C", $0] } ?? []) + words,
      environment: environment(of: ProgramRun.environment), keeping: stream)
  }

  /// What git is told of an environment of lines `NAME=value`.
  static func environment(of lines: [String]) -> [String] {
    lines.filter { !repository.contains(String($0.prefix { $0 != "=" })) }
      + ["GIT_TERMINAL_PROMPT=0"]
  }
}
