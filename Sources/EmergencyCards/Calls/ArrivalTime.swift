public import DutyRota
import Foundation

/// When somebody will be there, as it is said on the telephone. No instances.
public enum ArrivalTime {
    /// Reads minutes from now (20, 20分後) or a time of day (22:40, 2240, 22時40分): the next one that there is. nil where the text is neither.
    public static func read(_ text: String, at now: Instant) -> Instant? {
        let text = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        if let match = text.wholeMatch(of: #/([0-9]{1,3})(分|分後|ふん)?/#), let minutes = Int64(match.1) {
            return now.adding(milliseconds: minutes * 60_000)
        }
        guard let match = text.wholeMatch(of: #/([0-9]{1,2})[:時]?([0-9]{2})分?/#),
            let hour = Int64(match.1), let minute = Int64(match.2), hour < 24, minute < 60
        else { return nil }
        let today = now.day.start.adding(milliseconds: (hour * 60 + minute) * 60_000)
        // A minute that has just begun is now, not tomorrow.
        return today.adding(milliseconds: 60_000) > now ? max(today, now) : today.adding(milliseconds: 86_400_000)
    }
}
