import DutyRota
import EmergencyCards

/// The part of a call's page that lives: what is to be done now, with its keys, and what was done.
struct CallPart {
    private let call: JSONValue
    private let links: [JSONValue]
    private let chosen: String?
    private let now: Instant
    private let words: ScreenWords

    /// `chosen`: the step that somebody picked out themselves; nil: the one that is next.
    init(_ call: JSONValue, links: [JSONValue] = [], chosen: String? = nil, at now: Instant, words: ScreenWords) {
        (self.call, self.links, self.chosen, self.now, self.words) = (call, links, chosen, now, words)
    }

    private var steps: [JSONValue] { call["plan"].elements }
    private var lit: [JSONValue] { call["lit"].elements }
    private var isClosed: Bool { call["state"].text == "closed" }

    /// Whose outcome the keys enter.
    private var present: JSONValue? {
        guard !isClosed else { return nil }
        let picked = steps.first { $0["id"].text == chosen && chosen != nil && $0["status"].text != "skipped" }
        return picked ?? steps.first { $0["id"].text == call["next"].text && $0["kind"].text != "ordinaryDispatch" }
    }

    var shown: Shown {
        let log = CallLog(call, words: words)
        let wantsTransport = log.wantsTransport
        return [
            "id": call["id"].text, "now": now.rfc3339, "sentence": call["sentence"].text,
            "state": words["fire.state.\(call["state"].text ?? "")"],
            "age": NightText.age(since: call["openedAt"], at: now, words), "opened": NightText.clock(call["openedAt"]),
            "isClosed": isClosed, "isOpen": call["state"].text == "open", "isUnderWay": !isClosed,
            "canReopen": call["state"].text != "open", "canAskForTransport": !isClosed && !wantsTransport,
            "present": present.flatMap(panel), "rows": rows(log), "acceptances": acceptances, "transport": transport,
            "spoken": spoken, "changes": changes, "people": people(log), "entries": log.lines, "last": log.lines.first,
            "outcomes": endings, "hasPacket": !isClosed, "once": now.newID(), "next": present?["id"].text,
            "mark": mark, "hasAcceptances": !acceptances.isEmpty, "hasChanges": !changes.isEmpty,
        ]
    }

    /// What a page has of the call, so that a script sees whether there is anything new in what it is told.
    private var mark: String {
        let steps = steps.map { ($0["id"].text ?? "") + ($0["status"].text ?? "") }
        let late = call["acceptances"].elements.count { $0["overdue"] == .flag(true) }
        let lit = lit.compactMap { $0["stepId"].text }
        return "\(call["entries"].elements.count) \(late) \(lit.joined(separator: ",")) \(steps.joined(separator: ","))"
    }

    private func panel(_ step: JSONValue) -> Shown? {
        guard let id = step["id"].text, let shown = PlanView(steps, words: words).step(id) else { return nil }
        let light = lit.first { $0["stepId"].text == id }
        let ringing = light?["ringingSince"].text
        let limit = (light?["ringSeconds"] ?? step["ringSeconds"]).whole
        return shown.with([
            "keys": OutcomeKeys(words).shown(for: step), "since": ringing ?? light?["since"].text,
            "isRinging": ringing != nil, "limit": limit.map(String.init), "isOver": light?["over"] == .flag(true),
            "canRing": ringing == nil && light != nil, "call": call["id"].text, "once": now.newID(),
        ])
    }

    private func rows(_ log: CallLog) -> [Shown] {
        let lit = Set(lit.compactMap { $0["stepId"].text })
        return PlanView(steps, words: words).rows(marking: nil).map { row in
            guard let id = row.members["id"] as? String else { return row }
            return row.with([
                "isLit": lit.contains(id), "isPresent": present?["id"].text == id, "tries": log.tries(of: id),
                "call": call["id"].text, "canBeChosen": !isClosed && row.members["canBeTried"] as? Bool == true,
            ])
        }
    }

    private var acceptances: [Shown] {
        call["acceptances"].elements.enumerated().map { index, acceptance in
            let isHospital = acceptance["kind"].text == "hospital"
            let arrived = NightText.clock(acceptance["arrivedAt"])
            return [
                "index": "\(index)", "step": acceptance["stepId"].text, "name": acceptance["name"].text,
                "kind": words["fire.kind.\(acceptance["kind"].text ?? "")"], "eta": NightText.clock(acceptance["eta"]),
                "isAssumed": acceptance["assumed"] == .flag(true), "isOverdue": acceptance["overdue"] == .flag(true),
                "arrived": arrived, "isHospital": isHospital, "isComing": arrived == nil && !isHospital && !isClosed,
                "call": call["id"].text, "hasRead": acceptance["acknowledged"] == .flag(true), "once": now.newID(),
            ]
        }
    }

    private var transport: Shown? {
        let transport = call["transport"]
        guard let name = transport["name"].text else { return nil }
        let state =
            transport["accepted"] == .flag(true)
            ? "accepted"
            : transport["acknowledged"] == .flag(true) ? "read" : transport["told"] == .flag(true) ? "told" : "untold"
        return [
            "name": name, "entrance": transport["entrance"].text, "state": words["fire.call.transport.\(state)"],
            "isSure": state == "accepted",
        ]
    }

    /// What the dispatcher reads out so that somebody can open their page.
    private var spoken: Shown? {
        let alive = links.filter { $0["alive"] == .flag(true) }.map { link -> Shown in
            [
                "kind": link["kind"].text, "for": words["fire.link.\(link["kind"].text ?? "")"],
                "name": link["kind"].text == "crew" ? nil : link["name"].text, "step": link["stepId"].text,
                "needsStep": link["kind"].text != "crew", "address": link["address"].text,
                "code": link["code"].text, "isLocked": link["locked"] == .flag(true),
                "opened": NightText.clock(link["firstOpenedAt"]), "call": call["id"].text,
            ]
        }
        return alive.isEmpty ? nil : ["links": alive, "place": place]
    }

    /// Where the numbers are typed in: the address without the number itself.
    private var place: String? {
        links.first?["url"].text.map { url in
            String(url.reversed().drop { $0 != "/" }.reversed())
        }
    }

    private var changes: [Shown] {
        call["changes"].elements.reversed().map {
            ["at": NightText.clock($0["at"]), "sentence": $0["sentence"].text]
        }
    }

    private func people(_ log: CallLog) -> String? {
        let names = call["people"].elements.map { log.name($0["person"].text, $0["key"].text) }
        return names.isEmpty ? nil : names.joined(separator: words["fire.comma"])
    }

    private var endings: [Shown] {
        let isRehearsal = call["rehearsal"] == .flag(true)
        return CallOutcome.allCases.filter { $0 != .rehearsalOver || isRehearsal }.map {
            ["value": $0.rawValue, "text": words["fire.ending.\($0.rawValue)"]]
        }
    }
}
