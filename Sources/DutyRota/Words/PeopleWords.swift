/// What is said of registers of people.
enum PeopleWords {
    /// The label of a physician's first number.
    static let telephone = "電話"
    /// The label of a physician's second number.
    static let telephone2 = "電話2"

    /// Of an identifier that another row has.
    static func repeatedID(_ id: PhysicianID, row: Int) -> String {
        "id「\(id)」は\(row)行目にもあります"
    }

    /// Of a last day before the first.
    static func leavesBeforeJoining(_ from: Day, _ to: Day) -> String {
        "最後の日 \(to) が最初の日 \(from) より前です"
    }
}
