/// How names and addresses are folded for comparison. No instances.
public enum Folding {
    /// Counts the ways of folding: a store that keeps folded forms made in another way makes them anew.
    public static let version = 2
}
