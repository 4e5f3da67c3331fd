import EmergencyCards
import Hummingbird

extension CardService {
    /// The office's rota: the month as a grid, and what lies over it.
    static func addRotaScreens(to screens: inout ScreenRouter, _ parts: ServiceParts) {
        let home = RotaHomeScreens()
        screens.get("/office/rota", for: .association, use: home.show)
        addRotaLists(to: &screens)
        let month = MonthScreens()
        screens.get("/office/rota/{month}", for: .association, use: month.show)
        screens.post("/office/rota/{month}", for: .association, bodyLimit: 1024 * 1024, use: month.save)
        screens.post("/office/rota/{month}/discard", for: .association, use: month.discard)
        screens.get("/office/rota/{month}/counts", for: .association, use: home.counts)
        screens.get("/office/rota/{month}/file/{form}", for: .association, use: home.file)
        let taking = TakeOverScreens()
        let limit = 2 * TakeOverScreens.fileLimit
        screens.get("/office/rota/{month}/import", for: .association, use: taking.chooseFile)
        screens.post(
            "/office/rota/{month}/import", for: .association, bodyLimit: limit, files: true, use: taking.tryFile)
        screens.post("/office/rota/{month}/import/take", for: .association, bodyLimit: limit, use: taking.takeFile)
        screens.get("/office/rota/{month}/copy", for: .association, use: taking.chooseMonth)
        screens.post("/office/rota/{month}/copy", for: .association, use: taking.copy)
        let publish = PublishScreens()
        screens.get("/office/rota/{month}/publish", for: .association, use: publish.show)
        screens.post("/office/rota/{month}/publish", for: .association, bodyLimit: 512 * 1024, use: publish.publish)
        let cell = CellScreens()
        screens.get("/office/rota/{month}/cell", for: .association, use: cell.show)
        screens.post("/office/rota/{month}/cell/override", for: .association, use: cell.override)
        screens.post("/office/rota/{month}/cell/exchange", for: .association, use: cell.exchange)
        screens.post("/office/rota/{month}/cell/lift", for: .association, use: cell.lift)
    }

    /// What does not belong to one month.
    private static func addRotaLists(to screens: inout ScreenRouter) {
        let absences = AbsenceScreens()
        screens.get("/office/rota/absences", for: .association, use: absences.show)
        screens.post("/office/rota/absences", for: .association, use: absences.enter)
        screens.post("/office/rota/absences/{id}/lift", for: .association, use: absences.lift)
        let tonight = TonightScreens()
        screens.get("/office/rota/tonight", for: .association, use: tonight.show)
        screens.post("/office/rota/tonight", for: .association, use: tonight.say)
        screens.post("/office/rota/tonight/{id}/lift", for: .association, use: tonight.lift)
        let feeds = FeedScreens()
        screens.get("/office/rota/feeds", for: .association, use: feeds.show)
        screens.post("/office/rota/feeds", for: .association, use: feeds.make)
        screens.post("/office/rota/feeds/{id}/revoke", for: .association, use: feeds.revoke)
    }
}
