import DutyRota
import EmergencyCards
import Testing

@Suite("Marks at night: a hospital that is full, and taking marks back")
struct FullHospitalTests {
    private func faults(_ request: FullHospitalRequest) -> [String] {
        do throws(RotaRefusal) {
            _ = try request.mark(hospital: "H1", id: "f1", at: Scene.night, by: "H1")
            return []
        } catch {
            guard case .invalid(let faults) = error else { return ["another refusal"] }
            return faults.map(\.field)
        }
    }

    @Test(
        "Until some time after now, at most 72 hours ahead",
        arguments: [(-1, false), (0, false), (1, true), (259_200_000, true), (259_200_001, false)]
            as [(Int64, Bool)]
    )
    func until(milliseconds: Int64, isTaken: Bool) {
        let expected = isTaken ? [] : ["until"]
        let until = Scene.night.adding(milliseconds: milliseconds)
        #expect(faults(FullHospitalRequest(until: until, reason: "満床")) == expected)
        #expect(faults(FullHospitalRequest(until: until, reason: "")) == ["reason"] + expected)
    }

    @Test("A full hospital's step is skipped until then, or until it is taken back")
    func skipped() throws {
        let request = FullHospitalRequest(until: Scene.night.adding(milliseconds: 3_600_000), reason: "満床")
        let mark = try request.mark(hospital: "H1", id: "f1", at: Scene.night, by: "H1")
        let registers = Scene().registers.marking(NightMarks(fullHospitals: [mark]))
        #expect(!registers.isFull("H1", at: Scene.night.adding(milliseconds: -1)))
        #expect(registers.isFull("H1", at: Scene.night))
        #expect(!registers.isFull("H2", at: Scene.night))
        #expect(!registers.isFull("H1", at: request.until))
    }

    @Test("A mark that counts is taken back by its identifier; one that is over, lifted or unknown isn't")
    func lifting() throws {
        let later = Scene.night.adding(milliseconds: 60_000)
        var full = try FullHospitalRequest(until: later, reason: "満床")
            .mark(hospital: "H1", id: "f1", at: Scene.night, by: "H1")
        let away = try #require(Scene().registers.books["shizuoka"]).unavailability(
            UnavailabilityRequest(physician: "A", area: "tobu", reason: "発熱"), id: "u1", at: Scene.night, by: "fire")
        var marks = NightMarks(unavailabilities: [away], fullHospitals: [full])
        for id in ["f1", "u1"] {
            let decision = try marks.lifting(id, at: Scene.night, by: "fire", reason: "回復")
            #expect(decision.lifts == [id: Lift(at: Scene.night, by: "fire", reason: "回復")])
            #expect(decision.marks == NightMarks())
        }
        #expect(throws: RotaRefusal.unknown("f1")) { try marks.lifting("f1", at: later, by: "fire", reason: "回復") }
        #expect(throws: RotaRefusal.unknown("f2")) {
            try marks.lifting("f2", at: Scene.night, by: "fire", reason: "回復")
        }
        #expect(throws: RotaRefusal.self) { try marks.lifting("u1", at: Scene.night, by: "fire", reason: "") }
        full.lift = Lift(at: Scene.night, by: "fire", reason: "回復")
        marks.fullHospitals = [full]
        #expect(throws: RotaRefusal.unknown("f1")) {
            try marks.lifting("f1", at: Scene.night, by: "fire", reason: "回復")
        }
    }
}
