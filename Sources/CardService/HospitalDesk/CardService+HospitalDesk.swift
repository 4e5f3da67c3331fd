import EmergencyCards
import Hummingbird

extension CardService {
    /// The hospital's screens.
    static func addHospitalScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
