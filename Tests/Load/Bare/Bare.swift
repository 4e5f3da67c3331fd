import Hummingbird

@main
struct Bare {
    static func main() async throws {}
}
