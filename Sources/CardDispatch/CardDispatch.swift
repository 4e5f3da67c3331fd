import ArgumentParser
import Configuration
import Crypto
import CardStore
import Hummingbird

@main
struct CardDispatch: AsyncParsableCommand {
    func run() async throws {}
}
