import EmergencyCards

/// A card, front and back, each on a page of its own size, or both on an A4 page to be cut out.
struct CardPage {
    let policy: String
    let card: PrintedCard
    /// `card` or `cut`: a class of style.
    let form: String
    let isCut: Bool
    /// nil on a draft.
    let code: QRCode?
}

/// The family's sheet.
struct SheetPage {
    let policy: String
    let sheet: PrintedSheet
    /// nil on a draft.
    let code: QRCode?
}

/// What a card's code leads to.
struct ScannedPage {
    let policy: String
    let card: ScannedCard
}
