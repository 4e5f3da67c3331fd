public import DutyRota

/// What a program knows of the installation that it runs.
public struct InstallationFacts: Sendable {
    /// A file that the installation lives in.
    public struct File: Sendable {
        public let name: String
        public let bytes: Int64

        public init(name: String, bytes: Int64) {
            self.name = name
            self.bytes = bytes
        }
    }

    public let version: String
    public let startedAt: Instant
    /// The files as they are now.
    public let files: @Sendable () -> [File]
    /// Bytes that are free where they lie; nil: nobody knows.
    public let freeBytes: @Sendable () -> Int64?

    public init(
        version: String, startedAt: Instant, files: @escaping @Sendable () -> [File],
        freeBytes: @escaping @Sendable () -> Int64?
    ) {
        self.version = version
        self.startedAt = startedAt
        self.files = files
        self.freeBytes = freeBytes
    }
}
