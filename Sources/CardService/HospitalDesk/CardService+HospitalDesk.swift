import EmergencyCards
import Hummingbird

extension CardService {
    /// The hospital's screens.
    static func addHospitalScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let desk = HospitalDeskScreens(registers: parts.registers, clock: parts.clock)
        let full = HospitalFullScreens(desk: desk)
        screens.get("/hospital", for: .hospital, use: desk.home)
        screens.get("/hospital/agreements", for: .hospital, use: desk.agreements)
        screens.post("/hospital/cards", for: .hospital, use: desk.present)
        screens.get("/hospital/cards/{number}", for: .hospital, use: desk.card)
        screens.post("/hospital/full", for: .hospital, use: full.say)
        screens.post("/hospital/full/{id}/lift", for: .hospital, use: full.lift)
    }
}
