import EmergencyCards
import Hummingbird

extension CardService {
    /// The administrator's screens; those of the accounts are entered with the accounts.
    static func addAdminScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let status = AdminStatusScreens()
        screens.get("/admin", for: .admin, use: status.show)
        let keys = AdminKeyScreens()
        screens.get("/admin/keys", for: .admin, use: keys.list)
        screens.get("/admin/keys/new", for: .admin, use: keys.new)
        screens.post("/admin/keys/new", for: .admin, use: keys.make)
        screens.get("/admin/keys/{id}/revoke", for: .admin, use: keys.askRevoke)
        screens.post("/admin/keys/{id}/revoke", for: .admin, use: keys.revoke)
        let associations = AdminAssociationScreens()
        screens.get("/admin/associations", for: .admin, use: associations.list)
        screens.get("/admin/associations/{association}/rota/{month}", for: .admin, use: associations.rota)
        screens.get("/admin/audit", for: .admin, use: AuditScreens.admin.search)
        let notices = AdminNoticeScreens()
        screens.get("/admin/notices", for: .admin, use: notices.list)
        screens.post("/admin/notices/{id}/resend", for: .admin, use: notices.resend)
    }
}
