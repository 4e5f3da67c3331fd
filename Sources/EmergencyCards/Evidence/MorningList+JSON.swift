import DutyRota

extension MorningList {
    /// Writes the list's members.
    public func write(to json: inout JSONWriter, registers: Registers) {
        json.member("from", from.rfc3339)
        json.member("to", to.rfc3339)
        json.member("calls", each: calls) { $1.write(to: &$0, registers: registers) }
        json.member("unavailable", each: marks.unavailabilities) { json, mark in
            mark.write(to: &json)
            json.member("name", registers.physicians[mark.physician]?.name)
        }
        json.member("fullHospitals", each: marks.fullHospitals) { json, mark in
            mark.write(to: &json)
            json.member("name", registers.hospitals[mark.hospital]?.name)
        }
    }
}

extension MorningCall {
    fileprivate func write(to json: inout JSONWriter, registers: Registers) {
        json.member("id", call.id.text)
        json.member("card", call.subject.card.text)
        json.member("colour", call.subject.colour.rawValue)
        json.member("attending", object: call.subject.attending) { json, id in
            json.member("physicianId", id.text)
            json.member("name", registers.physicians[id]?.name)
        }
        json.member("openedAt", call.openedAt.rfc3339)
        json.member("closedAt", call.closedAt?.rfc3339)
        json.member("state", call.state.rawValue)
        json.member("outcome", call.ending?.outcome.rawValue)
        json.member("note", call.ending?.note)
        json.member("attempts", each: call.attempts) { json, attempt in
            attempt.step.writeNamed(to: &json)
            json.member("outcome", attempt.outcome.rawValue)
            json.member("startedAt", attempt.startedAt.rfc3339)
            json.member("note", attempt.note)
        }
        json.member("came", each: came) { json, acceptance in
            acceptance.step.writeNamed(to: &json)
            json.member("acceptedAt", acceptance.at.rfc3339)
            json.member("dueAt", acceptance.arrivesAt.rfc3339)
            json.member("arrivedAt", acceptance.arrivedAt?.rfc3339)
        }
        json.member("minutesToAccept", minutesToAccept)
        json.member("minutesToArrive", minutesToArrive)
        json.member("tasks", each: tasks) { json, task in
            json.member("kind", task.kind.rawValue)
            json.member("message", MorningWords.task(task))
            json.member("step", object: task.step) { $1.writeNamed(to: &$0) }
        }
    }
}

extension PlannedStep {
    /// Writes whom the step leads to.
    fileprivate func writeNamed(to json: inout JSONWriter) {
        json.member("stepId", id)
        json.member("kind", kind.rawValue)
        json.member("name", name)
        json.member("physicianId", physician?.text)
        json.member("hospitalId", hospital?.text)
    }
}
