import DutyRota
import EmergencyCards

/// What the screen of today shows, out of what the API says.
struct OfficeTodayView {
    let text: OfficeText
    let today: Day
    let warnings: JSONValue
    let counts: JSONValue
    let morning: JSONValue
    let unavailable: JSONValue
    let absences: JSONValue
    let dead: JSONValue
    let names: [String: String]

    private var words: ScreenWords { text.words }

    var shown: Shown {
        let (warned, due, calls) = (warnings["warnings"].elements, dueRows, morning["calls"].elements)
        let away = unavailableRows + absentRows
        let notices = dead["notices"].elements
        return [
            "date": text.day(.string(today.description)),
            "nightSpan": words[
                "office.today.nightSpan",
                [
                    "from": text.moment(morning["from"]) ?? "", "to": text.moment(morning["to"]) ?? "",
                ]],
            "calls": calls.map(call), "hasCalls": !calls.isEmpty,
            "full": morning["fullHospitals"].elements.map(full),
            "due": due, "hasDue": !due.isEmpty,
            "warnings": warned.map(warning), "hasWarnings": !warned.isEmpty,
            "away": away, "hasAway": !away.isEmpty,
            "dead": notices.map(notice), "hasDead": !notices.isEmpty,
        ]
    }

    private var dueRows: [Shown] {
        counts["reasons"].elements.filter { ($0["cards"].whole ?? 0) > 0 }.map { entry in
            let slug = entry["reason"].text ?? ""
            return [
                "path": "/office/cards/due?reason=\(slug.percentEncoded)", "text": text.reason(slug),
                "count": entry["cards"].whole, "isUrgent": DueReason(rawValue: slug)?.breaksPlan ?? false,
            ]
        }
    }

    private func warning(_ warning: JSONValue) -> Shown {
        let day = (warning["dutyDate"].text ?? warning["start"].text).map { String($0.prefix(10)) }
        let month = day.map { String($0.prefix(7)) } ?? today.month.description
        let ahead = day.flatMap { Day($0) }.map { $0.number - today.number }
        return [
            "message": warning["message"].text, "path": "/office/rota/\(month)",
            "ahead": ahead.map { $0 <= 0 ? words["office.today.now"] : words["office.today.ahead", ["days": "\($0)"]] },
        ]
    }

    private func call(_ call: JSONValue) -> Shown {
        [
            "number": call["card"].text, "path": text.path(ofCard: call["card"]), "colour": text.colour(call["colour"]),
            "openedAt": text.moment(call["openedAt"]), "attending": call["attending"]["name"].text,
            "outcome": call["outcome"].text.flatMap { CallOutcome(rawValue: $0) }.map(EvidenceWords.outcome)
                ?? words["office.today.stillOpen"],
            "came": text.list(call["came"].elements.compactMap { $0["name"].text }),
            "minutes": call["minutesToAccept"].whole.map { words["office.today.minutes", ["minutes": "\($0)"]] },
            "tasks": call["tasks"].elements.map { ["message": $0["message"].text] as Shown },
        ]
    }

    private func full(_ mark: JSONValue) -> Shown {
        ["name": mark["name"].text, "until": text.moment(mark["until"]), "reason": mark["reason"].text]
    }

    private var unavailableRows: [Shown] {
        unavailable["unavailable"].elements.map { mark in
            [
                "name": name(mark["physician"]), "reason": mark["reason"].text,
                "until": words["office.today.until", ["until": text.moment(mark["until"]) ?? ""]],
            ]
        }
    }

    private var absentRows: [Shown] {
        absences["absences"].elements.sorted { ($0["from"].text ?? "") < ($1["from"].text ?? "") }.map { absence in
            [
                "name": name(absence["physician"]), "reason": absence["reason"].text,
                "until": words[
                    "office.today.absent",
                    [
                        "from": text.day(absence["from"]) ?? "", "to": text.day(absence["to"]) ?? "",
                    ]],
            ]
        }
    }

    private func notice(_ notice: JSONValue) -> Shown {
        let recipient = notice["recipient"].text ?? ""
        let physician = recipient.hasPrefix("physician:") ? String(recipient.dropFirst("physician:".count)) : nil
        return [
            "madeAt": text.moment(notice["madeAt"]),
            "kind": words.find("office.noticeKind.\(notice["kind"].text ?? "")") ?? notice["kind"].text,
            "recipient": physician.map { names[$0] ?? $0 } ?? words["office.today.ourselves"],
            "path": physician.map { "/office/registers/physicians/\($0.percentEncoded)/notices" }
                ?? "/office/registers/notices",
            "fault": notice["fault"].text,
        ]
    }

    private func name(_ id: JSONValue) -> String? { id.text.map { names[$0] ?? $0 } }
}
