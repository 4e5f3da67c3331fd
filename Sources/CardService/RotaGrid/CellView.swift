import DutyRota
import EmergencyCards

/// One call of a month in force, as its page shows it.
struct CellView {
    let place: CellPlace
    let row: MonthGrid.Row
    let sheet: MonthGrid
    /// The month after, where it is in force: nights are exchanged over its beginning too.
    let next: MonthGrid?
    let areas: RotaAreas
    let words: RotaWords
    let now: String

    /// Who holds the call now.
    private var holdings: [JSONValue] {
        sheet.holdings.filter { row.isPlace(of: $0) && $0["callOrder"].whole == place.order }
    }

    private var holders: [String] {
        holdings.compactMap { $0["physician"].text }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var isOver: Bool { row.end <= now }

    var facts: Shown {
        let planned = row.holders[place.order == 2 ? .second : .first] ?? []
        return [
            "title": "\(words.day(place.date)) \(place.slot) \(areas.name(place.area)) \(words.call(place.order))",
            "fullDay": words.fullDay(place.date), "hours": words.hours(row.start, row.end, of: place.date),
            "planned": planned.isEmpty ? words["nobody"] : sheet.people.joined(planned, by: sheet.people.name),
            "remark": row.remark.isEmpty ? nil : row.remark, "query": place.query,
            "path": "/office/rota/\(place.month)",
            "back": "/office/rota/\(place.month)?view=published&area=\((place.area ?? "").percentEncoded)",
            "isOver": isOver, "running": row.start <= now && now < row.end ? words["running"] : nil,
            "now": holdings.map { holding -> Shown in
                let (start, end) = (holding["start"].text ?? "", holding["end"].text ?? "")
                return [
                    "name": sheet.people.name(holding["physician"].text ?? ""),
                    "hours": start == row.start && end == row.end ? nil : words.hours(start, end, of: place.date),
                    "changed": holding["override"] == .null ? nil : words["changed"],
                    "obstacle": holding["obstacle"].text.map { words["obstacle.\($0)"] },
                ]
            }, "isEmpty": holdings.isEmpty,
        ]
    }

    /// What lies over the call and stands.
    func standing(_ overrides: [JSONValue]) -> [Shown] {
        overrides.filter { $0["lift"] == .null && row.isPlace(of: $0) && $0["callOrder"].whole == place.order }.map {
            one in
            let (start, end) = (one["start"].text ?? row.start, one["end"].text ?? row.end)
            return [
                "id": one["id"].text, "hours": words.hours(start, end, of: place.date),
                "from": one["replaces"].text.map(sheet.people.name) ?? words["emptySeat"],
                "to": one["physician"].text.map(sheet.people.name) ?? words["nobody"],
                "reason": one["reason"].text, "madeAt": words.moment(one["madeAt"].text ?? ""),
                "isExchange": one["exchange"] != .null, "query": place.query, "path": "/office/rota/\(place.month)",
                "field": ("lift-" + (one["id"].text ?? "")), "usual": words["usual.lift"],
            ]
        }
    }

    /// What happened to the night, this slot's part of it.
    func events(_ events: [JSONValue]) -> [Shown] {
        events.filter { event in
            let order = event["callOrder"].whole
            return (event["slot"].text == nil || event["slot"].text == place.slot)
                && (order == nil || order == place.order)
        }.map { ["at": words.moment($0["at"].text ?? ""), "text": $0["message"].text] }
    }

    /// The form with which two exchange; nil where nobody holds the call.
    func exchange(_ form: FormView) -> Shown? {
        guard !holders.isEmpty, !isOver else { return nil }
        let mine = holders.map { (value: $0, text: sheet.people.name($0)) }
        return [
            "query": place.query, "path": "/office/rota/\(place.month)",
            "mine": mine.count > 1 ? form.choice("mine", of: mine, isRequired: true) : nil,
            "onlyMine": mine.count == 1 ? mine[0].value : nil, "name": mine[0].text,
            "other": form.choice("other", of: others, isRequired: true),
            "reason": reason(form, "exchange"),
        ]
    }

    /// The form with which somebody else takes the call.
    func override(_ form: FormView) -> Shown {
        let room = (value: "", text: words["emptySeat"])
        let seats = holders.map { (value: $0, text: sheet.people.name($0)) }
        let people = sheet.people.choices + [(value: CellScreens.nobody, text: words["takenOff"])]
        return [
            "query": place.query, "path": "/office/rota/\(place.month)",
            "replaces": seats.isEmpty
                ? nil
                : seats.map { seat -> Shown in
                    [
                        "value": seat.value, "text": seat.text,
                        "isChosen": seat.value == (form.value("replaces") ?? seats[0].value),
                    ]
                }, "room": room.text, "hasSeats": !seats.isEmpty,
            "physician": form.choice("physician", of: people, isRequired: true),
            "start": form.line("start", type: "datetime-local"), "end": form.line("end", type: "datetime-local"),
            "isOpen": form.value("start") != nil || form.value("end") != nil,
            "fromSlotStart": row.start <= now && now < row.end,
            "reason": reason(form, "override"),
        ]
    }

    private func reason(_ form: FormView, _ name: String) -> Shown {
        let field = form.line("reason", isRequired: true)
        return field.with([
            "id": "f-reason-\(name)", "value": form.value("reason") ?? words["usual.\(name)"], "hint": nil,
            "notes": field["fault"] == nil ? nil : "f-reason-\(name)-fault",
        ])
    }

    /// Every other call to come that somebody holds, this month's and the next's.
    private var others: [(value: String, text: String)] {
        [sheet, next].compactMap(\.self).flatMap { grid in
            grid.holdings.filter { holding in
                (holding["end"].text ?? "") > now
                    && !(row.isPlace(of: holding) && holding["callOrder"].whole == place.order)
                    && !holders.contains(holding["physician"].text ?? "")
            }.compactMap { holding in
                guard let other = CellPlace(holding), let physician = holding["physician"].text else { return nil }
                let text = [
                    words.day(other.date), other.slot, areas.name(other.area), words.call(other.order),
                    grid.people.name(physician),
                ].joined(separator: " ")
                return (HeldCall(place: other, physician: physician).text, text)
            }
        }
    }
}
