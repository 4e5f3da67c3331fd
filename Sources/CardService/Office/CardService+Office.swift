import EmergencyCards
import Hummingbird

extension CardService {
    /// The office's other screens: today, registers, lists, evidence, who looked.
    static func addOfficeScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let today = OfficeTodayScreens(clock: parts.clock)
        let cards = OfficeCardScreens(registers: parts.registers)
        let evidence = OfficeEvidenceScreens(clock: parts.clock)
        screens.get("/office", for: .association, use: today.show)
        screens.get("/office/cards", for: .association, use: cards.list)
        screens.get("/office/cards/due", for: .association, use: cards.due)
        screens.get("/office/audit", for: .association, use: AuditScreens.office.search)
        screens.get("/office/evidence", for: .association, use: evidence.latest)
        screens.get("/office/evidence/{month}", for: .association, use: evidence.show)
        screens.get("/office/evidence/{month}/csv", for: .association, use: evidence.table)
        screens.get("/office/evidence/{month}/print", for: .association, use: evidence.paper)
        addRegisterScreens(to: &screens)
    }

    /// The registers that the office keeps, and where it is told.
    private static func addRegisterScreens(to screens: inout ScreenRouter) {
        let path = "/office/registers"
        let physicians = OfficePhysicianScreens()
        let departures = OfficeDepartureScreens()
        let slots = OfficeSlotScreens()
        screens.get(path, for: .association, use: OfficeAssociationScreens().overview)
        screens.get(path + "/association", for: .association, use: OfficeAssociationScreens().form)
        screens.post(path + "/association", for: .association, use: OfficeAssociationScreens().change)
        screens.get(path + "/physicians", for: .association, use: physicians.list)
        screens.get(path + "/physicians/new", for: .association, use: physicians.newForm)
        screens.post(path + "/physicians/new", for: .association, use: physicians.enter)
        screens.get(path + "/physicians/{physician}", for: .association, use: physicians.form)
        screens.post(path + "/physicians/{physician}", for: .association, use: physicians.change)
        screens.get(path + "/physicians/{physician}/departure", for: .association, use: departures.show)
        screens.post(path + "/physicians/{physician}/retire", for: .association, use: departures.retire)
        screens.post(path + "/physicians/{physician}/hand-over", for: .association, use: departures.handOver)
        for (kind, part) in [(OfficeNoticeScreens.Kind.association, ""), (.physician, "/physicians/{physician}")] {
            let notices = OfficeNoticeScreens(kind: kind)
            screens.get(path + part + "/notices", for: .association, use: notices.form)
            screens.post(path + part + "/notices", for: .association, use: notices.choose)
        }
        let hospitals = OfficeHospitalScreens()
        screens.get(path + "/hospitals", for: .association, use: hospitals.list)
        screens.get(path + "/hospitals/new", for: .association, use: hospitals.newForm)
        screens.post(path + "/hospitals/new", for: .association, use: hospitals.enter)
        screens.get(path + "/hospitals/{hospital}", for: .association, use: hospitals.form)
        screens.post(path + "/hospitals/{hospital}", for: .association, use: hospitals.change)
        screens.post(path + "/hospitals/{hospital}/retire", for: .association, use: hospitals.retire)
        screens.get(path + "/slots", for: .association, use: slots.list)
        screens.get(path + "/slots/new", for: .association, use: slots.newForm)
        screens.post(path + "/slots/new", for: .association, use: slots.enter)
        screens.get(path + "/slots/{slot}", for: .association, use: slots.form)
        screens.post(path + "/slots/{slot}", for: .association, use: slots.change)
        screens.post(path + "/slots/{slot}/retire", for: .association, use: slots.retire)
        let holidays = OfficeHolidayScreens()
        screens.get(path + "/holidays", for: .association, use: holidays.show)
        screens.post(path + "/holidays", for: .association, bodyLimit: 3 * 1024 * 1024, use: holidays.load)
    }
}
