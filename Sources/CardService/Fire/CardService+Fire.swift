import EmergencyCards
import Hummingbird

extension CardService {
    /// The dispatcher's screens.
    static func addFireScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let lookUp = LookUpScreens()
        screens.get("/fire", for: .fire, use: lookUp.home)
        screens.get("/fire/search", for: .fire, use: lookUp.home)
        screens.post("/fire/search", for: .fire, use: lookUp.find)
        screens.get("/fire/cards/{number}", for: .fire, use: lookUp.card)

        let calls = CallScreens()
        screens.get("/fire/calls", for: .fire, use: CallListScreen().list)
        screens.post("/fire/calls", for: .fire, use: calls.open)
        screens.get("/fire/calls/{id}", for: .fire, use: calls.show)
        screens.get("/fire/calls/{id}/events", for: .fire, use: calls.events)
        screens.get("/fire/calls/{id}/packet", for: .fire, use: calls.packet)
        screens.post("/fire/calls/{id}/attempts", for: .fire, use: calls.attempt)
        screens.post("/fire/calls/{id}/ring", for: .fire, use: calls.ring)
        screens.post("/fire/calls/{id}/handover", for: .fire, use: calls.handOver)
        screens.post("/fire/calls/{id}/close", for: .fire, use: calls.close)
        screens.post("/fire/calls/{id}/reopen", for: .fire, use: calls.reopen)
        screens.post("/fire/calls/{id}/links", for: .fire, use: calls.link)

        let night = NightScreens()
        screens.get("/fire/duty", for: .fire, use: night.duty)
        screens.post("/fire/unavailable", for: .fire, use: night.sayUnavailable)
        screens.post("/fire/unavailable/{id}", for: .fire, use: night.liftUnavailable)
        screens.post("/fire/full", for: .fire, use: night.sayFull)
        screens.post("/fire/full/lift", for: .fire, use: night.liftFull)
    }
}
