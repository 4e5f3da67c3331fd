import DutyRota
import EmergencyCards

/// Looks ahead over the published rotas of all associations.
struct RotaWatch: Sendable {
    /// Problems of one kind in one association.
    struct Finding: Sendable {
        let association: Association
        let kind: RotaProblem.Kind
        let count: Int
        /// The duty date of the first; nil: they have none.
        let first: Day?
    }

    let source: any RegisterSource
    let rules: CheckRules
    /// How many days to look ahead.
    let days: Int

    /// What must be seen to, by association and kind. Throws where the registers cannot be read.
    func findings(at now: Instant) throws -> [Finding] {
        let registers = try source.registers()
        return registers.associations.flatMap { association -> [Finding] in
            let problems = registers.books[association.id]?.outlook(from: now, days: days, rules: rules) ?? []
            return RotaProblem.Kind.allCases.compactMap { kind in
                let found = problems.filter { $0.kind == kind }
                guard !found.isEmpty else { return nil }
                return Finding(
                    association: association, kind: kind, count: found.count,
                    first: found.compactMap { $0.place?.dutyDate ?? $0.interval?.lowerBound.day }.min())
            }
        }
    }

    /// All associations; none where the registers cannot be read.
    var associations: [AssociationID] { ((try? source.registers())?.associations ?? []).map(\.id) }
}

extension RotaProblem.Kind {
    /// As operations write it: `holiday-table-ends`.
    var slug: String { rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) } }
}
