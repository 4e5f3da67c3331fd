public import EmergencyCards
import GRDB

extension CardStore: CardSearch {
    public func search(_ words: SearchWords) throws -> SearchResult {
        try readers.read { database in
            try database.inCachedTransaction(.reading) {
                var seeker = CardSeeker(database)
                switch words {
                case .telephone(let digits): try seeker.seek(telephone: digits)
                case .nameAndBirth(let name, let date): try seeker.seek(name, born: date)
                case .nameAndArea(let name, let areas): try seeker.seek(name, in: areas)
                case .address(let address): try seeker.seek(address)
                }
                return try seeker.result()
            }
        }
    }
}
