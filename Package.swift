// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"),
    .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let scrypt = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "card-dispatch",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "card-dispatch", targets: ["CardDispatch"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "DutyRota", swiftSettings: settings),
        .target(name: "EmergencyCards", dependencies: ["DutyRota"], swiftSettings: settings),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .target(name: "COpenAPI", exclude: ["openapi.json"]),
        .target(name: "CScreens", exclude: ["files"]),
        .target(name: "Workbooks", dependencies: ["DutyRota", "CZip", "CXLSXWriter"], swiftSettings: settings),
        .target(
            name: "CardStore",
            dependencies: ["EmergencyCards", "DutyRota", crypto] + grdb,
            swiftSettings: settings
        ),
        .target(
            name: "CardService",
            dependencies: [
                "EmergencyCards", "DutyRota", "COpenAPI", "CScreens", "CQREncode", httpClient, hummingbird, mustache,
                crypto, scrypt,
                logging,
                metrics, lifecycle,
            ],
            resources: [
                .embedInCode("Pages/rota.mustache"), .embedInCode("Pages/card.mustache"),
                .embedInCode("Pages/sheet.mustache"), .embedInCode("Pages/scanned.mustache"),
                .embedInCode("Pages/night.mustache"),
                .embedInCode("Pages/evidence.mustache"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "CardDispatch",
            dependencies: [
                "CardService", "CardStore", "Workbooks", "EmergencyCards", "DutyRota",
                arguments, configuration, hummingbird, lifecycle, logging,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "DutyRotaTests", dependencies: ["DutyRota"], swiftSettings: settings),
        .testTarget(
            name: "EmergencyCardsTests", dependencies: ["EmergencyCards", "DutyRota"], swiftSettings: settings),
        .testTarget(
            name: "WorkbooksTests", dependencies: ["Workbooks", "DutyRota", "CZip"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "CardStoreTests",
            dependencies: ["CardStore", "EmergencyCards", "DutyRota", crypto] + grdb,
            swiftSettings: settings
        ),
        .testTarget(
            name: "CardServiceTests",
            dependencies: [
                "CardDispatch", "CardService", "CardStore", "EmergencyCards", "DutyRota", hummingbird, lifecycle,
                logging,
            ] + grdb,
            swiftSettings: settings
        ),
        .testTarget(
            name: "CardDispatchTests",
            dependencies: [
                "CardDispatch", "CardService", "CardStore", "EmergencyCards", "DutyRota", arguments,
            ],
            swiftSettings: settings
        ),
        // The benchmark's peer: Hummingbird with a constant answer. Not a product.
        .executableTarget(
            name: "Bare",
            dependencies: [hummingbird],
            path: "Tests/Load/Bare",
            swiftSettings: settings
        ),
    ]
)
