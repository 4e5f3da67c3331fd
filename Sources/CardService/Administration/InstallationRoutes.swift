import DutyRota
import EmergencyCards
import Hummingbird

/// How the installation is doing, for whoever runs it: program, files, associations. What is wrong with it says `/readyz`.
struct InstallationRoutes: Sendable {
    let gate: Gate
    let facts: InstallationFacts?
    let clock: Clock

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayReadInstallation()
        _ = try Query(request, allowed: [])
        let (registers, now) = (caller.registers, clock.now())
        var json = JSONWriter(capacity: 8192)
        json.object { json in
            json.member("at", now.rfc3339)
            json.member("version", facts?.version)
            json.member("startedAt", facts?.startedAt.rfc3339)
            json.member("files", each: facts?.files() ?? []) {
                $0.member("name", $1.name)
                $0.member("bytes", Int($1.bytes))
            }
            json.member("freeBytes", facts?.freeBytes().map(Int.init))
            json.member("hospitals", registers.hospitals.count)
            json.member("associations", each: registers.associations.compactMap { registers.books[$0.id] }) {
                $1.writeState(to: &$0, at: now)
            }
        }
        return Response(json)
    }
}

extension RotaBook {
    /// Writes whom an association has and how far ahead its rota is published.
    fileprivate func writeState(to json: inout JSONWriter, at now: Instant) {
        json.member("id", association.id.text)
        json.member("name", association.name)
        json.member("areas", each: association.areas) {
            $0.member("id", $1.id.text)
            $0.member("name", $1.name)
        }
        json.member(
            "standingContact",
            object: { json in
                json.member("name", association.standingContact.name)
                json.member("telephone", association.standingContact.telephone)
            })
        json.member("physicians", physicians.values.count { $0.isActive(on: now.day) })
        let ahead = months.values.filter { $0.month >= now.day.month }.sorted { $0.month < $1.month }
        json.member("months", each: ahead) {
            $0.member("month", $1.month.description)
            $0.member("revision", $1.revision)
            $0.member("publishedAt", $1.publishedAt.rfc3339)
        }
    }
}
