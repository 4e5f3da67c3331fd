import EmergencyCards
import Hummingbird

extension CardService {
    /// The office's rota: the month as a grid, and what lies over it.
    static func addRotaScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
