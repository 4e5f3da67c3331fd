/// A slip of the finger or the ear. No instances.
public enum Slip {
    /// Whether one text becomes the other by one change: a sign put in, left out or exchanged, or two neighbours swapped. Equal texts are none.
    public static func isOne(_ left: String, _ right: String) -> Bool {
        isOne(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    static func isOne(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard long.count - short.count <= 1 else { return false }
        var first = 0
        while first < short.count, short[first] == long[first] { first += 1 }
        if short.count < long.count { return short[first...].elementsEqual(long[(first + 1)...]) }
        guard first < short.count else { return false }
        if short[(first + 1)...].elementsEqual(long[(first + 1)...]) { return true }
        return first + 1 < short.count && short[first] == long[first + 1] && short[first + 1] == long[first]
            && short[(first + 2)...].elementsEqual(long[(first + 2)...])
    }
}
