import EmergencyCards

/// What is printed, and as what, such as `card-a4.pdf`.
struct PrintForm: Hashable {
    enum Paper: String, CaseIterable {
        /// 85.6 mm × 54 mm, front and back.
        case card
        /// Both sides on A4, with the lines to cut along.
        case cut = "card-a4"
        /// The family's sheet, A4.
        case sheet
    }

    enum File: String, CaseIterable {
        case html, pdf
    }

    let paper: Paper
    let file: File

    /// The form that a path names. Throws `malformedParameter`.
    init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let paper = Paper(rawValue: parts[0]), let file = File(rawValue: parts[1]) else {
            throw Query.fault("form", PrintWords.notAForm)
        }
        self.paper = paper
        self.file = file
    }

    var text: String { "\(paper.rawValue).\(file.rawValue)" }
}
