import EmergencyCards
import Hummingbird

extension CardService {
    /// The dispatcher's screens.
    static func addFireScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
