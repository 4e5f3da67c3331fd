import EmergencyCards
import Hummingbird

extension CardService {
    /// The screens of a card: the GP's, and the office's as proxy.
    static func addClinicScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
