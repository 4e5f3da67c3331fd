public import CoreMetrics
import Synchronization

/// Keeps metrics in memory and writes them as Prometheus text.
public final class PrometheusMetrics: MetricsFactory, Sendable {
    private let series = Mutex<[SeriesKey: any Series]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions) { CounterSeries() }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        find(label, dimensions) { GaugeSeries() }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions) { TimerSeries() }
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// All series in the text format of Prometheus, sorted by name.
    public var text: String {
        let all = series.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
        var lines: [String] = []
        var last = ""
        for (key, series) in all {
            if key.name != last { lines.append("# TYPE \(key.name) \(series.type)") }
            last = key.name
            lines += series.lines(key)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func find<Made: Series>(_ label: String, _ dimensions: [(String, String)], _ make: () -> Made) -> Made {
        let key = SeriesKey(name: label, labels: dimensions.map { "\($0)=\"\($1)\"" }.joined(separator: ","))
        return series.withLock { series in
            if let known = series[key] as? Made { return known }
            let made = make()
            series[key] = made
            return made
        }
    }
}

/// A series' name and its labels, written as Prometheus writes them.
struct SeriesKey: Hashable {
    let name: String
    let labels: String

    /// The name with the labels, and further ones, in braces.
    func written(suffix: String = "", also label: String? = nil) -> String {
        let all = ([labels.isEmpty ? nil : labels, label]).compactMap(\.self).joined(separator: ",")
        return name + suffix + (all.isEmpty ? "" : "{\(all)}")
    }
}

/// One line, or a histogram's several, of the text.
protocol Series: AnyObject, Sendable {
    var type: String { get }
    func lines(_ key: SeriesKey) -> [String]
}

private final class CounterSeries: CounterHandler, Series {
    private let value = Atomic<Int64>(0)
    let type = "counter"

    func increment(by amount: Int64) { value.add(amount, ordering: .relaxed) }
    func reset() { value.store(0, ordering: .relaxed) }
    func lines(_ key: SeriesKey) -> [String] { ["\(key.written()) \(value.load(ordering: .relaxed))"] }
}

private final class GaugeSeries: RecorderHandler, Series {
    private let value = Atomic<UInt64>(0)
    let type = "gauge"

    func record(_ number: Int64) { record(Double(number)) }
    func record(_ number: Double) { value.store(number.bitPattern, ordering: .relaxed) }
    func lines(_ key: SeriesKey) -> [String] {
        ["\(key.written()) \(Double(bitPattern: value.load(ordering: .relaxed)))"]
    }
}

private final class TimerSeries: TimerHandler, Series {
    private struct State {
        var buckets = [Int64](repeating: 0, count: TimerSeries.bounds.count + 1)
        var nanoseconds: Int64 = 0
    }

    /// Upper bounds in nanoseconds.
    private static let bounds: [Int64] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000].map { $0 * 1_000_000 }
    private let state = Mutex(State())
    let type = "histogram"

    func recordNanoseconds(_ duration: Int64) {
        let bucket = Self.bounds.firstIndex { duration <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.buckets[bucket] += 1
            state.nanoseconds += duration
        }
    }

    func lines(_ key: SeriesKey) -> [String] {
        let state = state.withLock { $0 }
        var sum: Int64 = 0
        let bounds = Self.bounds.map { String(Double($0) / 1e9) } + ["+Inf"]
        let buckets = zip(bounds, state.buckets).map { bound, count in
            sum += count
            return "\(key.written(suffix: "_bucket", also: "le=\"\(bound)\"")) \(sum)"
        }
        return buckets + [
            "\(key.written(suffix: "_sum")) \(Double(state.nanoseconds) / 1e9)",
            "\(key.written(suffix: "_count")) \(sum)",
        ]
    }
}
