import EmergencyCards
import Hummingbird

/// Where the pages of one link are.
struct LinkPlace {
    /// Six digits.
    let address: String
    /// From the root, as a browser has it.
    let path: String
    /// Whether browsers reach it by https alone.
    let isSecure: Bool

    /// Throws `notFound` for what cannot be a link's address.
    init(_ context: ServiceContext, _ installation: PublicAddress?) throws {
        guard let address = LinkDigits.read(context.part("address")) else { throw Refusal(.notFound) }
        self.address = address
        path = (installation?.path ?? "") + "/n/" + address
        isSecure = installation?.text.hasPrefix("https:") ?? false
    }

    /// Sends a browser to the page itself.
    var redirect: Response { Response(status: .seeOther, headers: [.location: path]) }
}
