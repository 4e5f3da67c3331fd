import DutyRota
import EmergencyCards
import Hummingbird
import NIOCore

/// What a month shows of an association's cards at night: JSON for programs, CSV for a spreadsheet, a page to print. Nobody's name and no card stand in it.
struct EvidenceRoutes: Sendable {
    let gate: Gate
    let parts: EvidenceParts
    let clock: Clock

    private enum Format: String {
        case json, csv, html
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let id = AssociationID(context.part("association"))
        try caller.access.mayReadEvidence(of: id)
        guard let association = caller.registers.association(id) else { throw Refusal(.unknownAssociation) }
        let (month, format) = try context.monthFile(Format.json, EvidenceWords.notAFormat)
        _ = try Query(request, allowed: [])
        let evidence = try evidence(of: association, in: month)
        switch format {
        case .json:
            var json = JSONWriter(capacity: 8192)
            json.object { evidence.write(to: &$0) }
            return Response(json)
        case .csv:
            let name = "evidence-\(month).csv"
            let bytes = try CSVWriter.bytes(of: evidence.table, file: name, coding: .utf8)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .html: return Response(try EvidencePage(evidence).page())
        }
    }

    private func evidence(of association: Association, in month: Month) throws -> Evidence {
        let now = clock.now()
        return Evidence(
            month: month, association: association, madeAt: now,
            tallies: try parts.tallies.tallies(of: association.id, in: month),
            calls: try parts.calls.figures(of: association.id, in: month, at: now, rules: parts.rules))
    }
}
