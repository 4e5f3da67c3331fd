import EmergencyCards
import Hummingbird

extension CardService {
    /// The administrator's screens.
    static func addAdminScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
