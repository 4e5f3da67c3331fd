import EmergencyCards

/// The steps of a plan as they stand below one another.
struct PlanView {
    private let steps: [JSONValue]
    private let words: ScreenWords

    init(_ steps: [JSONValue], words: ScreenWords) {
        (self.steps, self.words) = (steps, words)
    }

    /// Who is to be called first where no call is open yet: the ambulance goes as ever, and needs no call.
    var firstID: String? {
        let open = steps.filter { $0["status"].text != "skipped" }
        let people = open.filter { $0["kind"].text != "ordinaryDispatch" }
        return (people.first { $0["status"].text == "callable" } ?? people.first ?? open.first)?["id"].text
    }

    /// The first step, large.
    var first: Shown? { firstID.flatMap(step) }

    /// A step by its identifier.
    func step(_ id: String) -> Shown? { steps.first { $0["id"].text == id }.map(shown) }

    /// Every step; `marked` is the one to be done now.
    func rows(marking marked: String?) -> [Shown] {
        steps.map { step in
            shown(step).with(["isLit": step["id"].text == marked && marked != nil])
        }
    }

    private func shown(_ step: JSONValue) -> Shown {
        let (kind, status) = (step["kind"].text ?? "", step["status"].text ?? "")
        return [
            "id": step["id"].text, "link": step["id"].text?.percentEncoded, "step": step["step"].whole,
            "kind": self.kind(of: step), "name": step["name"].text,
            "organisation": step["organisation"].text, "telephones": Dial.all(step["telephones"]),
            "isDispatch": kind == "ordinaryDispatch", "isHospital": kind == "hospital",
            "isSkipped": status == "skipped", "isEngaged": status == "engaged", "canBeTried": status != "skipped",
            "reason": step["reason"].text.map { words["fire.reason.\($0)"] },
            "shift": NightText.span(step["shift"]), "entrance": step["entrance"].text,
            "patientNumber": step["patientNumber"].text,
        ]
    }

    private func kind(of step: JSONValue) -> String {
        let kind = words["fire.kind.\(step["kind"].text ?? "")"]
        guard let order = step["callOrder"].whole else { return kind }
        let scope = step["scope"].text == "association" ? words["fire.wholeAssociation"] : ""
        return kind + words["fire.callOrder", ["order": words["fire.order.\(order)"]]] + scope
    }
}
