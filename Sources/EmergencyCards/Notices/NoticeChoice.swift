/// Where a recipient wants to be told, and of what not.
public struct NoticeChoice: Hashable, Sendable {
    /// How many addresses one may have.
    public static let limit = 5

    /// Every one of them is told; none: the e-mail address on the register, if there is one.
    public let addresses: [NoticeAddress]
    /// Only kinds that ``Notice/Kind/canBeMuted``.
    public let muted: Set<Notice.Kind>

    public init(addresses: [NoticeAddress] = [], muted: Set<Notice.Kind> = []) {
        self.addresses = addresses
        self.muted = muted
    }

    /// Reads `addresses` and `muted`, with a fault for each that does not do.
    public static func read(_ reader: inout ObjectReader) -> NoticeChoice? {
        let addresses = reader.list("addresses", atMost: limit, NoticeAddress.read).compactMap(\.self)
        let names = Notice.Kind.allCases.filter(\.canBeMuted).map(\.rawValue)
        let muted = reader.texts("muted", NoticeChoiceWords.cannotBeMuted(names)) { text in
            Notice.Kind(rawValue: text).flatMap { $0.canBeMuted ? $0 : nil }
        }
        if Set(addresses).count < addresses.count { reader.note("addresses", NoticeChoiceWords.twice) }
        return NoticeChoice(addresses: addresses, muted: Set(muted))
    }

    /// Writes what ``read(_:)`` reads.
    public func write(to json: inout JSONWriter) {
        json.member("addresses", each: addresses) { json, address in
            json.member("channel", address.channel.rawValue)
            json.member("target", address.target)
        }
        json.member("muted", muted.map(\.rawValue).sorted())
    }
}

extension NoticeAddress {
    /// Reads `channel` and `target`. The log is nobody's choice: what goes there reaches nobody.
    fileprivate static func read(_ reader: inout ObjectReader) -> NoticeAddress? {
        let channels = Channel.allCases.filter { $0 != .log }
        let channel = reader.required("channel") {
            $0.parsed($1, FieldWords.notAmong(channels.map(\.rawValue))) { text in
                channels.first { $0.rawValue == text }
            }
        }
        let target = reader.required("target") {
            channel == .email || channel == nil ? $0.email($1) : $0.telephoneNumber($1)
        }
        guard let channel, let target else { return nil }
        return NoticeAddress(channel: channel, target: target)
    }
}

/// Where choices are kept.
public protocol NoticeChoices: Sendable {
    /// Takes the place of what the recipient chose before. Counts for what is made from now on.
    func choose(_ choice: NoticeChoice, for recipient: NoticeRecipient) async throws
}
