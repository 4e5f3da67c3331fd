import EmergencyCards
import Hummingbird
public import Logging
public import ServiceLifecycle

extension CardService {
    /// The service that checks the published rotas every morning.
    public static func dailyRotaCheck(_ parts: ServiceParts, limits: ServiceLimits, logger: Logger) -> any Service {
        DailyRotaCheck(
            watch: parts.rotaWatch(limits), post: parts.notices.post, clock: parts.clock, logger: logger)
    }

    /// The office's rota desk, and what is said of the rota at night.
    static func addRota(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer,
        limits: ServiceLimits
    ) {
        let months = MonthRoutes(
            gate: gate, rota: parts.rota, announcer: announcer, spreadsheets: parts.spreadsheets,
            rules: limits.checks)
        let files = MonthFileRoutes(months: months)
        let changes = ChangeRoutes(gate: gate, rota: parts.rota, announcer: announcer)
        let absences = AbsenceRoutes(gate: gate, rota: parts.rota, announcer: announcer)
        let night = NightRoutes(gate: gate, desk: parts.night, announcer: announcer)
        let feeds = FeedRoutes(gate: gate, feeds: parts.feeds, rota: parts.rota, announcer: announcer)
        let outlook = OutlookRoutes(gate: gate, clock: parts.clock, rules: limits.checks, days: limits.warningDays)
        router.get(Route.warnings.path, use: outlook.warnings)
        router.get(Route.overrides.path, use: changes.overrides)
        router.post(Route.overrides.path, use: changes.override)
        router.delete(Route.override.path, use: changes.lift)
        router.post(Route.exchanges.path, use: changes.exchange)
        router.delete(Route.exchange.path, use: changes.lift)
        router.get(Route.history.path, use: changes.history)
        router.get(Route.unavailabilities.path, use: night.unavailabilities)
        router.post(Route.unavailabilities.path, use: night.sayUnavailable)
        router.delete(Route.unavailability.path, use: night.liftUnavailability)
        router.get(Route.hospitalFull.path, use: night.full)
        router.post(Route.hospitalFull.path, use: night.sayFull)
        router.delete(Route.hospitalFullMark.path, use: night.liftFull)
        router.get(Route.months.path, use: MonthListRoutes(months: months).list)
        router.get(Route.month.path, use: files.read)
        router.patch(Route.month.path, use: months.change)
        router.delete(Route.month.path, use: months.discard)
        router.post(Route.monthImport.path, use: months.importFile)
        router.post(Route.monthCopy.path, use: months.copy)
        router.get(Route.monthChecks.path, use: months.checks)
        router.get(Route.monthCounts.path, use: months.counts)
        router.post(Route.monthPublish.path, use: months.publish)
        router.get(Route.absences.path, use: absences.list)
        router.post(Route.absences.path, use: absences.enter)
        router.delete(Route.absence.path, use: absences.lift)
        let shifts = ShiftRoutes(gate: gate, clock: parts.clock)
        let swaps = SwapRoutes(gate: gate, rota: parts.rota, announcer: announcer)
        router.get(Route.shifts.path, use: shifts.read)
        router.get(Route.swaps.path, use: swaps.ofPhysician)
        router.post(Route.swaps.path, use: swaps.ask)
        router.post(Route.swapAccept.path, use: swaps.accept)
        router.post(Route.swapDecline.path, use: swaps.decline)
        router.post(Route.swapWithdraw.path, use: swaps.withdraw)
        router.get(Route.associationSwaps.path, use: swaps.ofAssociation)
        router.get(Route.feeds.path, use: feeds.list)
        router.post(Route.feeds.path, use: feeds.add)
        router.delete(Route.feed.path, use: feeds.revoke)
        router.get(Route.feedFile.path, use: feeds.calendar)
    }

    /// The registers that the office keeps.
    static func addRegisters(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer
    ) {
        let keeping = RegisterKeeping(gate: gate, directory: parts.directory, announcer: announcer)
        let physicians = PhysicianRoutes(keeping: keeping)
        let hospitals = HospitalRoutes(keeping: keeping)
        let associations = AssociationRoutes(keeping: keeping)
        router.get(Route.associations.path, use: associations.list)
        router.get(Route.association.path, use: associations.read)
        router.patch(Route.association.path, use: associations.change)
        router.get(Route.slots.path, use: associations.slots)
        router.post(Route.slots.path, use: associations.enterSlot)
        router.patch(Route.slot.path, use: associations.changeSlot)
        router.post(Route.slotRetire.path, use: associations.retireSlot)
        router.get(Route.holidays.path, use: associations.holidays)
        router.put(Route.holidays.path, use: associations.loadHolidays)
        router.get(Route.associationPhysicians.path, use: physicians.list)
        router.post(Route.associationPhysicians.path, use: physicians.enter)
        router.get(Route.physician.path, use: physicians.read)
        router.patch(Route.physician.path, use: physicians.change)
        router.get(Route.physicianHistory.path, use: physicians.history)
        router.get(Route.departure.path, use: physicians.departure)
        router.post(Route.physicianRetire.path, use: physicians.retire)
        router.get(Route.hospitals.path, use: hospitals.list)
        router.post(Route.hospitals.path, use: hospitals.enter)
        router.get(Route.hospital.path, use: hospitals.read)
        router.patch(Route.hospital.path, use: hospitals.change)
        router.post(Route.hospitalRetire.path, use: hospitals.retire)
    }
}

extension ServiceParts {
    /// Who looks ahead over the rotas.
    func rotaWatch(_ limits: ServiceLimits) -> RotaWatch {
        RotaWatch(source: registers, rules: limits.checks, days: limits.warningDays)
    }
}
