import DutyRota
import EmergencyCards
import Hummingbird

/// What came of working on a draft.
protocol DraftMade: RotaDecided {
    /// Cell by cell.
    var changes: [CellChange] { get }
    /// Rows of a file that were not taken.
    var faults: [TableFault] { get }
    /// What was not copied, and why.
    var omissions: [SheetCopy.Omission] { get }
}

extension DraftMade {
    var faults: [TableFault] { [] }
    var omissions: [SheetCopy.Omission] { [] }

    /// The draft's version now; 0: there is none any more.
    var version: Int {
        if case .written(let draft) = decision.draft { draft.version } else { 0 }
    }
}

extension SheetEdit: DraftMade {}
extension SheetImport: DraftMade {}
extension SheetCopy: DraftMade {}

/// A draft that was thrown away.
struct Discarded: DraftMade {
    let decision: RotaDecision
    var changes: [CellChange] { [] }

    init(_ desk: RotaDesk, _ month: Month) throws {
        decision = try desk.discarding(month, ifVersion: nil)
    }
}

extension Response {
    /// The answer to work on a draft, tagged with the version that came of it; `present`: nothing was written, and the draft is still at
    /// this version.
    init(_ made: some DraftMade, present: Int? = nil) {
        let version = present ?? made.version
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("version", version)
            json.member("changes", each: made.changes) { $1.write(to: &$0) }
            json.member("problems", each: made.faults) { $1.write(to: &$0) }
            json.member("omissions", each: made.omissions) { $1.write(to: &$0) }
        }
        self = Response(json).tagged(EntityTag(draft: version))
    }
}
