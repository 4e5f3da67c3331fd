import DutyRota
import Testing

/// Overrides and lifts by lot over rotas by lot, against seats that are filled and emptied half hour by half hour.
@Suite("Overrides: the resolver agrees with replaying them")
struct ChangePropertyTests {
    @Test("Sixty changes of three places, each of them at every half hour", arguments: UInt64(1)...6)
    func drawn(seed: UInt64) throws {
        let rota = try RandomRota(seed: seed, grain: 30).book()
        var lot = SeededGenerator(seed: seed)
        let places = rota.months.values.sorted { $0.month < $1.month }.flatMap(\.places).filter { $0.key.area != nil }
        var replays = places.shuffled(using: &lot).prefix(3).map(Replay.init)
        guard !replays.isEmpty else { return }
        var office = Office(rota, now: Instant(milliseconds: 1_780_000_000_000))
        var done = (made: 0, lifted: 0)
        for step in 1...60 {
            let index = Int.random(in: replays.indices, using: &lot)
            let standing = office.overrides.filter { $0.lift == nil }
            if lot.chance(30), let override = standing.randomElement(using: &lot) {
                try office.lift(override.id)
                for index in replays.indices { replays[index].lift(override.id) }
                done.lifted += 1
            } else {
                let request = replays[index].request(by: &lot)
                let reason = replays[index].obstacle(to: request)
                do throws(RotaRefusal) {
                    let made = try office.override(request)
                    #expect(reason == nil, "seed \(seed), step \(step): \(request)")
                    for override in made.overrides { replays[index].lay(override) }
                    done.made += 1
                } catch {
                    #expect(reason != nil, "seed \(seed), step \(step): \(request), \(error)")
                }
            }
            for replay in replays {
                let difference = try replay.difference(from: office.book, everywhere: step % 15 == 0)
                guard difference == nil else {
                    Issue.record("seed \(seed), step \(step): \(difference ?? "")")
                    return
                }
            }
        }
        #expect(done.made > 10 && done.lifted > 5)
    }
}
