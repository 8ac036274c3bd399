import Testing

@testable import Disk

@Suite struct GitProgramTests {
  @Test func `what git tells a hook of its repository is kept from it, and nothing else`() {
    let told = GitProgram.environment(of: [
      "PATH=/bin", "GIT_DIR=/x/.git", "GIT_INDEX_FILE=/x/.git/index", "GIT_WORK_TREE=/x",
      "GIT_CONFIG_COUNT=1", "GIT_SSH_COMMAND=ssh -i key", "EMPTY=",
    ])
    #expect(
      told == [
        "PATH=/bin", "GIT_CONFIG_COUNT=1", "GIT_SSH_COMMAND=ssh -i key", "EMPTY=",
        "GIT_TERMINAL_PROMPT=0",
      ])
  }
}
