import DutyRota
import EmergencyCards
import Hummingbird

/// A physician leaves: all their patients go to somebody else, in one step.
struct HandOverRoutes: Sendable {
    let keeping: RegisterKeeping
    let cards: any CardRegister

    func handOver(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let leaving = try keeping.physician(caller, context)
        _ = try Query(request, allowed: [])
        let wish = try await request.object { HandOver.read(&$0, from: leaving.id) }
        let now = keeping.announcer.clock.now()
        let changed = try await keeping.announcer.announced(.cardHandOver, caller) {
            $0.member("physician", wish.from.text)
            $0.member("to", wish.to.text)
            $0.member("deputyTo", wish.deputy.text)
        } change: {
            try wish.check(of: leaving.association, registers: caller.registers, on: now.day)
            return try await cards.change(
                cardsOf: wish.from, in: leaving.association, by: caller.holder.id, at: now
            ) { wish.decide($0) }
        } shown: {
            $1.member("cards", $0.map(\.number.text))
        }
        let elsewhere = try keeping.directory.patients(of: wish.from).filter { $0.association != leaving.association }
        var json = JSONWriter(capacity: 2048)
        json.object { json in
            json.member("from", wish.from.text)
            json.member("to", wish.to.text)
            json.member("deputyTo", wish.deputy.text)
            json.member("cards", each: changed) { $1.writeHandedOver(to: &$0) }
            json.member("elsewhere", elsewhere.map(\.number.text))
        }
        return Response(json)
    }
}

extension Card {
    /// Writes who is whose physician now.
    fileprivate func writeHandedOver(to json: inout JSONWriter) {
        json.member("number", number.text)
        json.member("version", version)
        json.member("state", life.state.rawValue)
        json.member("attendingPhysician", document.attendingPhysician?.text)
        json.member("deputyPhysician", document.deputyPhysician?.text)
        json.member("confirmedBy", life.confirmed?.by.text)
    }
}
