// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "handbook", path: "..")],
  targets: [
    .executableTarget(
      name: "LiquidBench", dependencies: [.product(name: "Liquid", package: "handbook")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
