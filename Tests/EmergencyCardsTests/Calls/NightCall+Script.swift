import DutyRota
import EmergencyCards
import Testing

extension NightCall {
    /// Does one thing after the other: `+10m` or `+1ms` moves the clock; `ring A`, `told H1`, `read H1`, `eta A 30`, `handOver`, `close OUTCOME`,
    /// `reopen`; `full H1 60`, `away A`, `out A`, `withdrawn` change what the registers say; anything else is an attempt.
    mutating func run(_ script: String) throws {
        for line in script.split(separator: ",") {
            let words = line.split(separator: " ").map(String.init)
            if !words.isEmpty { try act(words) }
        }
    }

    private mutating func act(_ words: [String]) throws {
        let subject = words.count > 1 ? words[1] : ""
        let minutes = words.count > 2 ? Int64(words[2]) : nil
        switch words[0] {
        case let wait where wait.hasPrefix("+") || wait.hasPrefix("-"): move(wait)
        case "ring": add(try desk.ringing(Self.step(subject), in: call))
        case "told": add(try desk.telling(Self.step(subject), in: call))
        case "read": add(try desk.acknowledging(Self.step(subject), in: call))
        case "eta":
            let time = now.adding(milliseconds: try #require(minutes) * 60_000)
            add(try desk.changingArrival(of: Self.step(subject), to: time, in: call))
        case "handOver": add(try desk.handingOver(nil, call))
        case "close": add(try desk.closing(try #require(CallOutcome(rawValue: subject)), note: nil, call))
        case "reopen": add(try desk.reopening("誤り", call))
        case "full", "away", "out", "withdrawn": try mark(words[0], subject, minutes ?? 60)
        default: try attempt(words[0], try #require(Attempt.Outcome(rawValue: subject)), minutes: minutes)
        }
    }

    private mutating func move(_ word: String) {
        let unit: Int64 = word.hasSuffix("ms") ? 1 : word.hasSuffix("s") ? 1_000 : 60_000
        now = now.adding(milliseconds: (Int64(word.prefix { !$0.isLetter }) ?? 0) * unit)
    }

    /// Changes what the registers say, as the daemon's watch would notice at once.
    private mutating func mark(_ what: String, _ subject: String, _ minutes: Int64) throws {
        let until = now.adding(milliseconds: minutes * 60_000)
        switch what {
        case "full":
            marks.fullHospitals.append(
                FullHospital(
                    id: "F\(marks.fullHospitals.count)", hospital: HospitalID(subject), from: now, until: until,
                    reason: "満床", madeBy: "H"))
        case "away":
            let book = try #require(scene.registers.marking(marks).books["shizuoka"])
            let request = UnavailabilityRequest(physician: PhysicianID(subject), area: "tobu", reason: "急病")
            marks.unavailabilities.append(
                try book.unavailability(request, id: "U\(marks.unavailabilities.count)", at: now, by: "fire"))
        case "out":
            marks.engagements.append(
                Engagement(
                    physician: PhysicianID(subject), call: "C9", card: CardNumber(issued: 23_456_779), since: now,
                    until: until))
        default: scene.life = CardLife(state: .ended, endedReason: .withdrawn, endedOn: now.day)
        }
        refresh()
    }
}
