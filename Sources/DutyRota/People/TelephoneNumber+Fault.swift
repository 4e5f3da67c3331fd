/// Why a text is no telephone number that can be called.
public struct TelephoneNumberFault: Error, Hashable, Sendable {
    /// What is wrong.
    public let kind: Kind
    /// As it was written.
    public let text: String

    /// What can be wrong with a number.
    public enum Kind: Error, Hashable, Sendable {
        /// Nothing is written.
        case noDigits
        /// 110, 118, 119 or another number of three digits: where it is dialled decides who answers.
        case emergency
        /// It does not begin with 0; with the number that it is once the 0 stands before it, which spreadsheets strip.
        case withoutAreaCode(perhaps: TelephoneNumber?)
        /// Too many or too few digits for a number that begins so.
        case wrongLength(Int, expected: Int)
        /// No area code and no kind of number begins so.
        case unassigned
        /// Machines, announcements and paid programmes: 020, 0180, 0990.
        case notReachable
        /// The code of another country, or 010 for dialling one.
        case notJapanese
        /// Something stands in it that cannot be dialled, such as an extension.
        case otherCharacters(Character)
    }

    /// Japanese: what is wrong, and where possible what would be right.
    public var message: String { TelephoneWords.message(kind, text: text) }
}
