import DutyRota
import EmergencyCards
import Synchronization

/// The one way in which a call is opened or changed: whoever does it, card, plan and what goes along with it are made here.
struct CallKeeping: Sendable {
    let calls: any CallRegister
    let links: any LinkRegister
    let finder: any CardFinder
    let source: any RegisterSource
    let rules: CallRules
    let clock: Clock
    /// Where people outside reach the installation.
    let address: PublicAddress?

    /// A call that was opened, or joined where one about the card was open already.
    struct Opening {
        let call: Call
        let isNew: Bool
    }

    /// Opens a call about the card that answers for a number, or joins the one that is open.
    ///
    /// Throws `unknownCard`; `notInForce` for a card whose look-up says that there is nobody to call; `notATrainingCard` for a rehearsal of any
    /// other; `idempotencyKeyReused`, `unavailable`.
    func open(
        _ number: CardNumber, _ request: CallRequest, by author: CallEntry.Author, repetition: Repetition?
    ) async throws -> Opening {
        guard let card = try found(number) else { throw Refusal(.unknownCard) }
        let subject = Call.Subject(card, isRehearsal: request.isRehearsal)
        if request.isRehearsal, !card.document.training { throw Refusal(.notATrainingCard) }
        while true {
            try await refreshOpen(about: subject)
            do {
                return try await open(subject, card, request.via, by: author, repetition: repetition)
            } catch is RehearsalOver {
                // Its hour passed between the two looks at it.
                continue
            }
        }
    }

    private func open(
        _ subject: Call.Subject, _ card: Card, _ via: CallEntry.Via, by author: CallEntry.Author,
        repetition: Repetition?
    ) async throws -> Opening {
        let work = try work(on: card, by: author)
        let isNew = Mutex(false)
        let call = try await calls.open(subject, repetition: repetition, at: work.now) { id, present in
            if let present {
                let presentWork = try self.work(on: card, by: author)
                return try presentWork.decision(presentWork.desk.entering(present), present)
            }
            // An open call stays open whatever becomes of its card; a new one has nobody to call.
            guard card.life.state.isInForce else { throw Refusal(.notInForce) }
            isNew.withLock { $0 = true }
            return try work.decision(work.desk.opening(via), Call(id: id, subject: subject, entries: []))
        }
        return Opening(call: call, isNew: isNew.withLock { $0 })
    }

    /// Changes a call. `act` gives the entries that are to be added; with them go links and notices.
    ///
    /// Throws `unknownCall`, what `act` throws, and, where a step is in the plan no more, the ``Problem`` that carries the call with its new plan.
    func change(
        _ id: CallID, by author: CallEntry.Author, repetition: Repetition? = nil,
        _ act: @Sendable (CallDesk, Call) throws -> [CallEntry]
    ) async throws -> Call {
        try await change(id, by: author, repetition: repetition) { desk, call, _ in
            var added = NightLinks()
            added.entries = try act(desk, call)
            return added
        }
    }

    /// The same, where `act` gives out links of its own, too.
    func change(
        _ id: CallID, by author: CallEntry.Author, repetition: Repetition? = nil,
        _ act: @Sendable (CallDesk, Call, LinkMaker) throws -> NightLinks
    ) async throws -> Call {
        guard let call = try calls.call(id) else { throw Refusal(.unknownCall) }
        do {
            return try await calls.change(id, repetition: repetition, at: clock.now()) { call in
                // Clock and registers are read in the transaction: older ones would take back a plan that somebody else has found since.
                let work = try work(on: try card(of: call), by: author)
                let added = try act(work.desk, call, work.maker)
                return try work.consequences.decision(adding: added.entries, links: added.links, to: call)
            }
        } catch is PlanChanged {
            throw Problem(planChanged: try view(await current(call)))
        }
    }

    /// The call with what time and the registers have made of it since its last entry, which is kept before anybody is shown it.
    func current(_ call: Call) async throws -> Call {
        let work = try work(on: try card(of: call), by: .daemon)
        guard !work.desk.refreshing(call).isEmpty else { return call }
        return try await change(call.id, by: .daemon) { $0.refreshing($1) }
    }

    /// A call as it is shown now.
    func view(_ call: Call) throws -> CallView {
        CallView(call, card: try card(of: call), registers: try source.registers(), at: clock.now(), rules: rules)
    }

    /// A rehearsal that was forgotten is over before another one begins.
    private func refreshOpen(about subject: Call.Subject) async throws {
        var question = CallQuestion()
        question.card = subject.card
        question.rehearsals = subject.isRehearsal
        question.onlyOpen = true
        for call in try calls.calls(question) { _ = try await current(call) }
    }

    private func found(_ number: CardNumber) throws -> Card? {
        let found = try finder.find(number)
        // Of a card that has been erased there is the number alone.
        return found?.read.isErased == true && found?.answering.number == number ? nil : found?.answering
    }

    /// The card that answers for a call's card now: of a patient whose card was reissued meanwhile, the new one.
    private func card(of call: Call) throws -> Card {
        guard let card = try finder.find(call.subject.card)?.answering else { throw Refusal(.unavailable) }
        return card
    }

    private func work(on card: Card, by author: CallEntry.Author) throws -> Work {
        let registers = try source.registers()
        let now = clock.now()
        let planner = CallPlanner(card: card, registers: registers, rules: rules)
        let links = links
        let maker = LinkMaker(randomness: .system) { try links.isTaken($0) }
        return Work(
            desk: CallDesk(author: author, now: now, planner: planner, rules: rules),
            consequences: CallConsequences(
                planner: planner, registers: registers, now: now, rules: rules, randomness: .system, maker: maker,
                address: address),
            maker: maker)
    }

    /// Somebody at work on one call.
    private struct Work: Sendable {
        let desk: CallDesk
        let consequences: CallConsequences
        let maker: LinkMaker

        var now: Instant { desk.now }

        func decision(_ entries: [CallEntry], _ call: Call) throws -> CallDecision {
            try consequences.decision(adding: entries, to: call)
        }
    }
}

extension Call.Subject {
    fileprivate init(_ card: Card, isRehearsal: Bool) {
        let document = card.document
        self.init(
            card: card.number, association: document.association, colour: document.colour,
            attending: document.attendingPhysician, deputy: document.deputyPhysician, isRehearsal: isRehearsal)
    }
}

extension Problem {
    /// That a step is in the plan no more, with the call and the plan that counts.
    fileprivate init(planChanged view: CallView) {
        self.init(Refusal(.planChanged)) { json in json.member("call", object: view.write) }
    }
}
