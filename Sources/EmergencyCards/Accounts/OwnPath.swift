/// A path of ours, to which somebody may be sent on.
public enum OwnPath {
    /// What was asked for where it is such a path; nil for anything that a browser could take for somebody else's address: `//host`, `/\host`,
    /// `https:…`, one with a tab or a line break, which browsers leave out; and for what none of ours has: `..`, percent signs.
    public static func read(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.first == 0x2F, bytes.count <= 500, bytes.allSatisfy(isPlain), !text.contains("//"),
            !text.contains("..")
        else { return nil }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~/?&=:,+".utf8.contains(byte)
        }
    }
}
