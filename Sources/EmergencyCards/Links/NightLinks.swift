import DutyRota

/// Which links are given out for what is done on a call.
public enum NightLinks {
    /// The links for entries that are being added to a call: `call` is as it was before, without entries where they open it; `plan` is the card's
    /// plan now.
    public static func given(
        for entries: [CallEntry], of call: Call, plan: [PlanStep], rules: CallRules, randomness: Randomness
    ) -> [NightLink] { [] }
}
