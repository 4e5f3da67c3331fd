import DutyRota
public import EmergencyCards
import Foundation

extension Clock {
    /// The machine's clock.
    public static let machine = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
