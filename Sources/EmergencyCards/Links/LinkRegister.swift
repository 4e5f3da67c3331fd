public import DutyRota

/// Where links into calls are kept, with who opened them and who tried: at the desk where the call is.
public protocol LinkRegister: Sendable {
    /// Whether a link with this address was ever made.
    func isTaken(_ address: String) throws -> Bool

    /// The links of a call with their use, in the order in which they were made.
    func links(of call: CallID) throws -> [KeptLink]

    /// A code that somebody gives at an address, in one transaction.
    ///
    /// `decide` is given the link, nil where there is none, and how many wrong codes came to the address before; it says whether the code opens. Then the
    /// opening is noted and `visit` is let in, else one more wrong code is counted, at an address that leads nowhere too. Throws `unavailable`.
    func tryCode(
        at address: String, at instant: Instant, visit: VisitHash,
        decide: @Sendable (LinkScene?, _ wrong: Int) -> Bool
    ) async throws -> CodeTrial

    /// The link that a visit was let in by; nil: none was.
    func visited(_ visit: VisitHash) throws -> LinkScene?
}

/// A link and what came of it.
public struct KeptLink: Hashable, Sendable {
    public let link: NightLink
    /// How often its code was given, first and last; nil: never.
    public let openings: Int
    public let firstOpened: Instant?
    public let lastOpened: Instant?
    /// Wrong codes that came to its address since it was made.
    public let wrongCodes: Int

    public init(link: NightLink, openings: Int, firstOpened: Instant?, lastOpened: Instant?, wrongCodes: Int) {
        self.link = link
        self.openings = openings
        self.firstOpened = firstOpened
        self.lastOpened = lastOpened
        self.wrongCodes = wrongCodes
    }

    /// Whether nobody gets in any more who is not in: it was guessed at too often.
    public var isLocked: Bool { wrongCodes >= LinkRules.wrongCodes }
}

/// The SHA-256 of what a browser keeps of a visit. What it keeps is nowhere else.
public struct VisitHash: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// What came of a code.
public struct CodeTrial: Hashable, Sendable {
    /// nil: no link has the address.
    public let scene: LinkScene?
    public let isOpened: Bool
    /// Wrong codes that came to the address, this one among them where it was one.
    public let wrongCodes: Int

    public init(scene: LinkScene?, isOpened: Bool, wrongCodes: Int) {
        self.scene = scene
        self.isOpened = isOpened
        self.wrongCodes = wrongCodes
    }
}
