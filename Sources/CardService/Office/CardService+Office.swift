import EmergencyCards
import Hummingbird

extension CardService {
    /// The office's other screens: today, registers, lists, evidence, who looked.
    static func addOfficeScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
