import DutyRota

/// What is said in the morning of the night's calls, in Japanese: card numbers, no name of a patient.
public enum MorningWords {
    static let subject = "昨夜の対応のまとめ"

    static func task(_ task: MorningTask) -> String {
        switch task.kind {
        case .closeCall: "事案がまだ終了していません。"
        case .closeCard: "死亡診断済みです。カードの終了を登録してください。"
        case .reviewWish: "搬送の希望がありました。今後の希望を確認し、カードを更新してください。"
        case .nobodyCame: "どなたにもつながりませんでした。"
        case .mendNumber: "番号が違っていました: \(task.step?.name ?? "")。名簿の電話番号を確認してください。"
        }
    }

    /// To the association: how many calls there were and what is left, such as 昨夜の事案は3件でした。残っていること: 番号の訂正1件。
    static func summary(_ calls: [MorningCall]) -> String {
        let counts = MorningTask.Kind.allCases.compactMap { kind -> String? in
            let count = calls.count { $0.tasks.contains { $0.kind == kind } }
            return count == 0 ? nil : "\(name(kind))\(count)件"
        }
        let left = counts.isEmpty ? "残っていることはありません。" : "残っていること: \(counts.joined(separator: "、"))。"
        return "昨夜の事案は\(calls.count)件でした。\(left)朝の一覧で確認してください。"
    }

    /// To an attending physician: which of their patients' cards there were calls about.
    static func ofPhysician(_ calls: [MorningCall]) -> String {
        let lines = calls.map { call in
            let tasks = call.tasks.filter { $0.kind != .mendNumber }.map { name($0.kind) }
            return "カード \(call.call.subject.card.text)（\(EvidenceWords.moment(call.call.openedAt))）"
                + (tasks.isEmpty ? "" : ": \(tasks.joined(separator: "、"))")
        }
        return "昨夜、担当の患者さんについて事案が\(calls.count)件ありました。\(lines.joined(separator: "。"))。朝の一覧で確認してください。"
    }

    private static func name(_ kind: MorningTask.Kind) -> String {
        switch kind {
        case .closeCall: "終了していない事案"
        case .closeCard: "カードの終了"
        case .reviewWish: "希望の確認"
        case .nobodyCame: "誰にもつながらなかった事案"
        case .mendNumber: "電話番号の訂正"
        }
    }
}
