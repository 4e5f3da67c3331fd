public import EmergencyCards

/// From what figures and morning lists are made.
public struct EvidenceParts: Sendable {
    let tallies: any EvidenceRegister
    let calls: any CallRegister
    let cards: any CardRegister
    let rules: CallRules

    public init(tallies: any EvidenceRegister, calls: any CallRegister, cards: any CardRegister, rules: CallRules) {
        self.tallies = tallies
        self.calls = calls
        self.cards = cards
        self.rules = rules
    }
}
