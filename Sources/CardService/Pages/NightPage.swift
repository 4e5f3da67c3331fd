import EmergencyCards

/// What a link leads to: the question for its code, what is to be read, or the question whether a physician turns back.
struct NightPage {
    /// A time of arrival that is given with one touch.
    struct Minutes {
        let value: Int
        let text: String
    }

    let policy: String
    let title: String
    let heading: String
    let rehearsal: String?
    /// What went wrong with what was just sent.
    let message: String?
    /// Seconds after which the page asks again by itself; nil: never.
    let refresh: Int?
    let words = LinkFormWords()
    /// The page's own address, from the root.
    let path: String
    /// Stands in every form of one visit. Empty before it.
    let token: String
    let codeForm: Bool
    let turningBack: Bool
    /// They have turned back, and their link is dead.
    let turnedBack: Bool
    let view: LinkView?
    let hasSaid: Bool
    let hasItems: Bool
    let minutes = [10, 20, 30, 45, 60].map { Minutes(value: $0, text: LinkFormWords.arrival(in: $0)) }

    /// The question for the code; the same whatever the address.
    init(asking path: String, policy: String, message: String?) {
        let words = LinkFormWords()
        (self.path, self.policy, self.message) = (path, policy, message)
        (title, heading) = (words.codeTitle, words.codeHeading)
        (rehearsal, refresh, view, token) = (nil, nil, nil, "")
        (codeForm, turningBack, turnedBack, hasSaid, hasItems) = (true, false, false, false, false)
    }

    /// What somebody sees who has turned back from what `view` shows.
    init(turnedBackFrom view: LinkView, at path: String, policy: String) {
        let words = LinkFormWords()
        (self.path, self.policy, message) = (path, policy, nil)
        (title, heading) = (words.turnedBack, words.turnedBack)
        (rehearsal, refresh, self.view, token) = (view.rehearsal, nil, nil, "")
        (codeForm, turningBack, turnedBack, hasSaid, hasItems) = (false, false, true, false, false)
    }

    /// What is to be read, with what can be said; or with `isTurningBack` the question whether they turn back.
    init(_ view: LinkView, at path: String, token: String, policy: String, message: String?, isTurningBack: Bool) {
        (self.path, self.policy, self.message, self.token) = (path, policy, message, token)
        (title, rehearsal) = (view.title, view.rehearsal)
        heading = isTurningBack ? words.turnBackHeading : view.heading
        refresh = view.reception == nil ? nil : 20
        codeForm = false
        turningBack = isTurningBack
        turnedBack = false
        self.view = isTurningBack ? nil : view
        hasSaid = !view.said.isEmpty
        hasItems = !view.items.isEmpty
    }
}
