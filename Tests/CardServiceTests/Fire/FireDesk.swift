import EmergencyCards

extension DeskBrowser {
    /// Opens a call as a card's page does, and gives its identifier.
    func open(_ card: String, rehearsal: Bool = false) async throws -> String {
        let sent = try await post("/fire/calls", ["card": card].merging(rehearsal ? ["rehearsal": "1"] : [:]) { $1 })
        return sent.headers["location"].map { String($0.dropFirst("/fire/calls/".count)) } ?? ""
    }
}
