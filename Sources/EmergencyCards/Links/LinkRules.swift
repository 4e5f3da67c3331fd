public import DutyRota

/// How codes are met, right and wrong ones.
public enum LinkRules {
    /// After so many wrong codes a link is locked. It needs a new one then.
    public static let wrongCodes = 5

    /// Seconds before the answer to the `wrong`th wrong code: 1, 2, 4, then 8. The same at an address that leads nowhere.
    public static func seconds(afterWrong wrong: Int) -> Int { 1 << min(max(wrong, 1) - 1, 3) }

    /// Whether a code opens what is at an address, where so many wrong ones came before.
    public static func opens(
        _ code: String, _ scene: LinkScene?, wrong: Int, at now: Instant, _ rules: CallRules
    ) -> Bool {
        guard let scene, wrong < wrongCodes, scene.link.code == code else { return false }
        return scene.isAlive(at: now, rules)
    }
}
