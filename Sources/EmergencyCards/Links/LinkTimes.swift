public import DutyRota

/// Times as a page's forms give them.
public enum LinkTimes {
    /// So many minutes from now, to the next full minute: what is sent twice within it is the same.
    public static func arrival(inMinutes text: String, from now: Instant) -> Instant? {
        guard let minutes = Int64(text), (1...720).contains(minutes) else { return nil }
        let minute = (now.milliseconds + 59_999) / 60_000 + minutes
        return Instant(milliseconds: minute * 60_000)
    }

    /// The next time at which a clock in Japan shows this, such as 22:40; one that has just passed is now. nil for anything else.
    public static func next(_ clock: String, from now: Instant) -> Instant? {
        let parts = clock.split(separator: ":").map { Int($0) }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        let today = now.day.at(minutes: hour * 60 + minute)
        if today >= now { return today }
        return now.milliseconds - today.milliseconds < 600_000 ? now : today.adding(milliseconds: 86_400_000)
    }
}
