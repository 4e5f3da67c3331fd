import HTTPTypes
public import Hummingbird
import Logging
import NIOCore

/// What goes with one request.
public struct ServiceContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Where the request comes from.
    public let remoteAddress: SocketAddress?
    /// Who is signed in at a desk and asks through its screens; nil: a machine, which must bring its key.
    var person: Person?

    public init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
