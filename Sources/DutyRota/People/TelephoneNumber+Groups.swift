extension TelephoneNumber {
    /// How many digits stand before, between and after the hyphens.
    struct Groups: Hashable {
        /// The area code, or what tells the kind of number.
        let first: Int
        /// The exchange.
        let middle: Int
        /// The subscriber.
        let last: Int

        /// All digits of such a number.
        var total: Int { first + middle + last }
    }
}

extension TelephoneNumber.Groups {
    /// Numbers that belong to no place: IP (050) and mobile telephones (060 to 090), free of charge (0120, 0800), and
    /// the one number of a company for the whole country (0570).
    private static let placeless = [
        "050": Self(first: 3, middle: 4, last: 4), "060": Self(first: 3, middle: 4, last: 4),
        "070": Self(first: 3, middle: 4, last: 4), "080": Self(first: 3, middle: 4, last: 4),
        "090": Self(first: 3, middle: 4, last: 4), "0120": Self(first: 4, middle: 3, last: 3),
        "0570": Self(first: 4, middle: 3, last: 3), "0800": Self(first: 4, middle: 3, last: 4),
    ]

    /// Machines and pagers (020), announcements to many (0180) and paid programmes (0990): nobody can be reached there.
    static let unreachable = ["020", "0180", "0990"]

    /// The groups of a number that begins like these digits; nil where no area code and no kind fits.
    init?(of digits: String) {
        for length in stride(from: 6, through: 2, by: -1) {
            let beginning = String(digits.prefix(length))
            if let groups = Self.placeless[beginning] {
                self = groups
                return
            }
            if let code = AreaCodes.lengths[beginning] {
                self.init(first: code, middle: 6 - code, last: 4)
                return
            }
        }
        return nil
    }
}
