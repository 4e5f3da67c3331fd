public import DutyRota

/// One line of a call: who did what, and when.
public struct CallEntry: Hashable, Sendable {
    /// Who did it.
    public struct Author: Hashable, Sendable {
        /// The identifier of a key, `link` for somebody who came by a link of the call, `daemon` for what follows from time and rota.
        public let key: String
        /// The person at the desk, where the `Operator` header said so.
        public let person: String?

        public init(key: String, person: String?) {
            self.key = key
            self.person = person
        }

        /// What nobody did: a duty that changed, a rehearsal that was over.
        public static let daemon = Author(key: "daemon", person: nil)
        /// Whoever opened the packet, or the hospital's page, with its code.
        public static let link = Author(key: "link", person: nil)
    }

    /// What was done.
    public enum Act: Hashable, Sendable {
        /// `via`: how the card was found.
        case opened(CallPlan, via: Via)
        /// Another dispatcher came in.
        case joined
        /// Duty, absence or card changed while the call was open: from now on another plan counts, or the same one until another time.
        case planned(CallPlan)
        /// Somebody is being rung; nothing is known yet.
        case ringing(step: String)
        case attempted(Attempt)
        /// A hospital was told by a link, or a physician was given one. Only `acknowledged` says that it was read.
        case told(step: String)
        /// Somebody there has read it.
        case acknowledged(step: String)
        /// Whoever is under way gives another time of arrival.
        case arrivalChanged(step: String, Instant)
        case handedOver(note: String?)
        case closed(CallOutcome, note: String?)
        case reopened(reason: String)
    }

    /// How the card was found.
    public enum Via: String, CaseIterable, Sendable {
        case number, didYouMean, search
    }

    /// Never earlier than the entry before.
    public let at: Instant
    public let by: Author
    public let act: Act

    public init(at: Instant, by: Author, act: Act) {
        self.at = at
        self.by = by
        self.act = act
    }
}
