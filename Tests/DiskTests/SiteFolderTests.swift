import Glibc
import Testing

@testable import Disk

/// Finding the site.
struct SiteFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site/site.yml": "", "site/content/a/": "", "empty/": ""])
  }

  @Test func `the folder given is the site when it holds site yml`() throws {
    #expect(try SiteFolder.find("\(folder.path)/site/").path == "\(folder.path)/site")
  }

  @Test func `a folder given is not left for one above it`() {
    let path = "\(folder.path)/site/content"
    #expect(throws: DiskError.noSite(folder: path, upwards: false)) { try SiteFolder.find(path) }
  }

  @Test func `without a folder given the nearest site upwards is found`() throws {
    let site = try SiteFolder.find(from: "\(folder.path)/site/content/a", upwards: true)
    #expect(site.path == "\(folder.path)/site")
  }

  @Test func `without a site upwards the error says where the search began`() {
    let path = "\(folder.path)/empty"
    #expect(throws: DiskError.noSite(folder: path, upwards: true)) {
      try SiteFolder.find(from: path, upwards: true)
    }
  }

  @Test func `a folder that is not there is unreadable`() {
    let path = "\(folder.path)/none"
    #expect(throws: DiskError.unreadable(path: path, reason: "No such file or directory")) {
      try SiteFolder.find(path)
    }
  }

  @Test func `a folder that may not be entered is unreadable`() throws {
    try #require(chmod("\(folder.path)/site", 0) == 0)
    defer { chmod("\(folder.path)/site", 0o755) }
    let path = "\(folder.path)/site"
    chmod(folder.path, 0o755)
    try asOrdinaryUser {
      _ = #expect(throws: DiskError.unreadable(path: path, reason: "Permission denied")) {
        try SiteFolder.find(path)
      }
    }
  }

  @Test func `a link to a site leads to it`() throws {
    try folder.link("link", to: "site")
    #expect(try SiteFolder.find("\(folder.path)/link").path == "\(folder.path)/site")
  }

  @Test(arguments: [
    (
      DiskError.noSite(folder: "/a", upwards: true),
      "there is no site.yml in '/a' or in any folder above it; "
        + "go to the folder of a site or name it with --site"
    ),
    (
      .noSite(folder: "a", upwards: false),
      "there is no site.yml in 'a'; name the folder of a site with --site"
    ),
    (
      .unreadable(path: "content/x", reason: "Permission denied"),
      "cannot read 'content/x': Permission denied"
    ),
    (
      .locked(path: "public", holder: 12),
      "another build is writing 'public' (process 12); wait for it to end, then build again"
    ),
    (
      .refusedOutput(path: "public", .addedFiles(["a", "b", "c", "d", "e"])),
      "cannot put the site into 'public': 'a', 'b', 'c' and 2 more in it did not come from a build "
        + "and would be lost; move what you want to keep to 'content' or 'assets' and delete the rest"
    ),
  ])
  func `an error is one plain sentence with the way out`(error: DiskError, sentence: String) {
    #expect(error.description == sentence)
  }
}
