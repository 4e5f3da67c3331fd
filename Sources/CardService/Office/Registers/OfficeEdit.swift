import EmergencyCards
import HTTPTypes
import Hummingbird

/// A form over a document of the API: opened with its version, sent as a patch of it, and shown again where it was not taken.
struct OfficeEdit {
    let sheet: OfficeSheet
    let route: Route
    let parts: [String: String]

    /// What a form shows, and over which version it lies.
    struct State {
        var values: OfficeSheet.Values
        /// nil: what is entered is new.
        var base: JSONValue?
        var tag: String?
        var refused: Refused?
        /// What somebody else changed while the form was open.
        var changes: [Shown] = []

        /// Of what is typed anew.
        init(values: OfficeSheet.Values = [:]) {
            self.values = values
        }

        init(_ sheet: OfficeSheet, _ answer: APIAnswer) {
            (values, base, tag) = (sheet.values(answer.json), answer.json, answer.tag)
        }

        var status: HTTPResponse.Status { changes.isEmpty ? refused?.status ?? .ok : .preconditionFailed }
    }

    func open(_ visit: DeskVisit) async throws -> State {
        State(sheet, try await visit.ask(.get, route, parts))
    }

    /// Sends what was typed; nil: it was saved, or nothing had been changed. Whatever the API refuses but for what was typed is thrown.
    func save(_ visit: DeskVisit) async throws -> State? {
        guard let base = JSONValue(Array((visit.form.raw("was") ?? "").utf8)), let tag = visit.form["tag"] else {
            throw Refusal(.malformedRequest)
        }
        let (before, typed) = (sheet.values(base), sheet.values(of: visit.form))
        guard let patch = sheet.patch(from: before, to: typed) else { return nil }
        do {
            _ = try await visit.ask(.patch, route, parts, patch, ifMatch: tag)
            return nil
        } catch let refused as Refused where refused.status == .preconditionFailed {
            return try await joined(visit, before, typed)
        } catch let refused as Refused where refused.isAboutForm {
            var state = State(values: typed)
            (state.base, state.tag, state.refused) = (base, tag, refused)
            return state
        }
    }

    /// The form over the version that somebody else has saved: what was typed is kept, and what was changed is said.
    private func joined(
        _ visit: DeskVisit, _ before: OfficeSheet.Values, _ typed: OfficeSheet.Values
    ) async throws -> State {
        var state = try await open(visit)
        let merge = OfficeMerge(base: before, typed: typed, current: state.values)
        state.changes = sheet.differences(before, state.values).map { change in
            [
                "label": sheet.label(change.name, visit.words), "before": change.before, "after": change.after,
                "typed": merge.isContested(change.name) ? typed[change.name] ?? visit.words["common.none"] : nil,
            ]
        }
        state.values = merge.joined
        return state
    }
}

extension DeskVisit {
    /// Enters something new; nil: it was taken. Whatever the API refuses but for what was typed is thrown.
    func enter(_ sheet: OfficeSheet, _ route: Route, _ parts: [String: String] = [:]) async throws -> OfficeEdit.State?
    {
        var state = OfficeEdit.State(values: sheet.values(of: form))
        do {
            _ = try await ask(.post, route, parts, sheet.document(state.values))
            return nil
        } catch let refused as Refused where refused.isAboutForm {
            state.refused = refused
            return state
        }
    }
}

extension Refused {
    /// Whether a form is shown again with it, with what was typed.
    var isAboutForm: Bool { status == .unprocessableContent || status == .conflict || status == .badRequest }
}
