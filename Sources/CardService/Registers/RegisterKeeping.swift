import DutyRota
import EmergencyCards
import Hummingbird

/// What every change of a register needs: who may, the two records around it, the version that it is one of.
struct RegisterKeeping: Sendable {
    let gate: Gate
    let directory: any Directory
    let announcer: Announcer

    /// Changes the registers between two records. `subject` says what is changed, such as `physician:P001`.
    func change(
        _ subject: String, _ caller: Caller,
        decide: @escaping @Sendable (RegisterDesk) throws -> RegisterDecision
    ) async throws -> RegisterDecision {
        let directory = directory
        return try await announcer.announced(.registerChange, caller) {
            $0.member("subject", subject)
        } change: {
            try await directory.change(by: caller.holder.id, at: announcer.clock.now()) { registers, now in
                try decide(RegisterDesk(registers: registers, now: now, reserved: try directory.identifiers()))
            }
        } shown: {
            $1.member("entries", $0.entries.count)
        }
    }

    /// The physician in the path, with the association that keeps them. Throws `unknownPhysician`; somebody else's physician is refused.
    func physician(_ caller: Caller, _ context: ServiceContext) throws(Refusal) -> Physician {
        guard caller.holder.role == .association else { throw Refusal(.wrongRole) }
        guard let physician = caller.registers.physicians[PhysicianID(context.part("physician"))] else {
            throw Refusal(.unknownPhysician)
        }
        try caller.access.mayKeep(physician.association)
        return physician
    }

    /// The hospital in the path, to whoever keeps them. Throws `wrongRole`, `unknownHospital`.
    func keptHospital(_ caller: Caller, _ context: ServiceContext) throws(Refusal) -> Hospital {
        try caller.access.mayKeepHospitals()
        return try hospital(caller, context)
    }

    /// The hospital in the path. Throws `unknownHospital`.
    func hospital(_ caller: Caller, _ context: ServiceContext) throws(Refusal) -> Hospital {
        guard let hospital = caller.registers.hospitals[HospitalID(context.part("hospital"))] else {
            throw Refusal(.unknownHospital)
        }
        return hospital
    }
}

/// A register's document as it goes out: its bytes are always the same for the same content.
struct RegisterDocument {
    private let bytes: [UInt8]

    init(_ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter(capacity: 1024)
        json.object(members)
        bytes = json.bytes
    }

    var tag: EntityTag { EntityTag(content: bytes) }

    func response(status: HTTPResponse.Status = .ok) -> Response {
        var json = JSONWriter()
        json.value(json: bytes)
        return Response(json, status: status).tagged(tag)
    }
}

extension Request {
    /// The body as JSON, before anything is asked of its members. Throws `unsupportedMediaType`, `malformedJSON`.
    func document() async throws -> JSONValue {
        guard let value = JSONValue(try await json(upTo: 256 * 1024)) else { throw Refusal(.malformedJSON) }
        return value
    }

    /// A merge patch (RFC 7396). Throws `unsupportedMediaType`, `malformedJSON`.
    func mergePatch() async throws -> JSONValue {
        guard ["application/merge-patch+json", "application/json"].contains(mediaType) else {
            throw Refusal(.unsupportedMediaType)
        }
        guard let value = JSONValue(try await bytes(upTo: 256 * 1024)) else { throw Refusal(.malformedJSON) }
        return value
    }
}
