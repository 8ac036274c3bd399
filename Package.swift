// swift-tools-version: 6.1
import PackageDescription

/// The settings of every Swift target: what Swift will require, already required.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "handbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "handbook", targets: ["HandbookCommand"]),
    .library(name: "Liquid", targets: ["Liquid", "Values"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // Floor 0, the ground. These have no dependencies but C.
    module("Values"),
    module("Diagnostics"),
    module("Digest", ["CCrypto"]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CArena"),
    .target(name: "CBytes"),
    .target(name: "CLinux"),

    // Floor 1, the fields. None knows what a page is.
    module("YAML", ["CYAML", "Values", "Diagnostics"]),
    module("Markdown", ["CCMark", "CArena", "CBytes", "Diagnostics"]),
    module("Liquid", ["Values", "Diagnostics"]),
    module("Register", ["YAML", "Values", "Diagnostics"]),
    module("Figures", ["Values", "Diagnostics"]),
    .target(
      name: "Search", dependencies: ["Values"], resources: [.embedInCode("Script")],
      swiftSettings: settings),

    // Floor 2, the site. Pure: no file, clock, process or network.
    module(
      "Handbook",
      [
        "Values", "Diagnostics", "Digest", "YAML", "Markdown", "Liquid", "Register", "Figures",
        "Search", "CBytes",
      ]),

    module("Starter", ["Handbook", "Markdown", "YAML", "Values", "Diagnostics"]),

    // Floor 3, the edges.
    module("Disk", ["Handbook", "Digest", "Values", "CLinux"]),
    module(
      "Preview",
      [
        "Handbook", "Diagnostics", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    module("WebCheck", ["Handbook", "Diagnostics", "Values"]),
    .executableTarget(
      name: "HandbookCommand",
      dependencies: [
        "Handbook", "Starter", "Disk", "Preview", "WebCheck", "Markdown", "Diagnostics", "Digest",
        "Register", "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    tests(of: "Values"),
    tests(of: "Diagnostics"),
    tests(of: "Digest"),
    tests(of: "YAML", ["Diagnostics", "Values"]),
    tests(of: "Markdown", ["Diagnostics"]),
    tests(
      of: "Liquid", ["Values", "Diagnostics"], resources: [.copy("Conformance/reference.json")]),
    tests(of: "Register", ["YAML", "Values", "Diagnostics"]),
    tests(of: "Search"),
    tests(of: "Figures", ["Values"]),
    tests(of: "Handbook", ["Diagnostics", "Disk", "Values", "YAML", "Register", "Liquid"]),
    tests(of: "Starter", ["Handbook", "Diagnostics", "Values"]),
    tests(of: "Disk", ["Handbook", "Digest"]),
    tests(
      of: "Preview",
      [
        "Handbook", "Disk", "Diagnostics", "Values",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    tests(of: "WebCheck", ["Handbook", "Values"]),
    tests(of: "HandbookCommand", ["Handbook", "Diagnostics", "Values"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["HandbookCommand", "Handbook", "Diagnostics"],
      exclude: ["Sites"],
      swiftSettings: settings),
  ]
)
