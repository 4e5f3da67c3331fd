import DutyRota

/// Joins the numbers of `telephones.csv` to those who own them.
struct TelephoneOwners {
    private let bare: (physicians: [Physician], hospitals: [Hospital])
    private let slots: Set<String>
    private let byOwner: [String: [OwnedTelephone]]

    init(physicians: [Physician], hospitals: [Hospital], slots: Set<String>, further: [OwnedTelephone]) {
        bare = (physicians, hospitals)
        self.slots = slots
        byOwner = Dictionary(grouping: further, by: \.owner)
    }

    var physicians: [Physician] {
        bare.physicians.map { $0.adding(telephones(of: $0.id.text)) }
    }

    var hospitals: [Hospital] {
        bare.hospitals.map { $0.adding(telephones(of: $0.id.text)) }
    }

    var slotTelephones: [String: [Telephone]] {
        Dictionary(uniqueKeysWithValues: slots.map { ($0, telephones(of: $0)) }).filter { !$0.value.isEmpty }
    }

    /// Owners whom nothing is known of, and owners who could be two.
    func faults(file: String) -> [TableFault] {
        byOwner.values.flatMap(\.self).sorted { $0.row < $1.row }.compactMap { telephone in
            let owner = telephone.owner
            let count = [
                bare.physicians.contains { $0.id.text == owner }, bare.hospitals.contains { $0.id.text == owner },
                slots.contains(owner),
            ].count { $0 }
            guard count != 1 else { return nil }
            return TableFault(
                file: file, row: telephone.row, column: "owner",
                message: count == 0 ? SeedWords.unknownOwner(owner) : SeedWords.ambiguousOwner(owner))
        }
    }

    private func telephones(of owner: String) -> [Telephone] { byOwner[owner]?.map(\.telephone) ?? [] }
}

extension Physician {
    fileprivate func adding(_ more: [Telephone]) -> Physician {
        Physician(
            id: id, association: association, name: name, kana: kana, organisation: organisation, email: email,
            areas: areas, activeFrom: activeFrom, activeTo: activeTo, telephones: telephones + more)
    }
}

extension Hospital {
    fileprivate func adding(_ more: [Telephone]) -> Hospital {
        Hospital(
            id: id, name: name, telephones: telephones + more, entrance: entrance, email: email, address: address)
    }
}
