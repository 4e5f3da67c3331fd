import EmergencyCards
import Hummingbird

extension CardService {
    /// Signing in and what people change about their own account: screens by which nobody else gets in.
    static func addAccountScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
    }
}
