import EmergencyCards
import Hummingbird

/// Thrown where somebody has to give password and code again before they go on.
struct StaleProof: Error {
    /// The page on which they begin again.
    let back: String
}

extension DeskVisit {
    /// Lets only those go on who proved within the last minutes who they are: for exports, and for whatever opens accounts.
    ///
    /// `back` is the page that comes after the proof; by default the one that is asked for. A form that was sent is lost: ask for the proof where it
    /// is shown as well.
    func mustBeFresh(back: String? = nil) throws {
        guard person.session.isFresh(at: desk.clock.now()) else { throw StaleProof(back: back ?? request.uri.path) }
    }
}
