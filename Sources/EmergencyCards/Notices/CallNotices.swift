public import DutyRota

/// Who is told of what is done on a call.
public enum CallNotices {
    /// The notices of what was added to a call. `before`: nil where it was opened; `plan`: as it counts now; `links`: those that are given out with
    /// the change.
    public static func notices(
        from before: Call?, to call: Call, plan: [PlanStep], links: [NightLink], at now: Instant, rules: CallRules
    ) -> [Notice] { [] }
}
