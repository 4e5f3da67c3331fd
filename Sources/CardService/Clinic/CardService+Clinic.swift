import EmergencyCards
import Hummingbird

extension CardService {
    /// The screens of a card: the GP's, and the office's as proxy.
    static func addClinicScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let cards = CardScreens(prefix: "/clinic", role: .physician)
        cards.enter(in: &screens)
        CardScreens(prefix: "/office", role: .association).enter(in: &screens)
        screens.get("/clinic", for: .physician, use: ClinicScreens(cards: cards).read)
        screens.get("/clinic/night", for: .physician, use: MorningScreens().read)
        ShiftScreens().enter(in: &screens)
    }
}
