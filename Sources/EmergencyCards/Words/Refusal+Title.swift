extension Refusal {
    /// What is wrong, in Japanese, for people.
    public var title: String {
        switch code {
        case .noKey: "鍵（Authorization: Bearer）がありません。"
        case .invalidKey: "この鍵は使えません。"
        case .wrongRole: "この鍵の役割では使えません。"
        case .notYours: "この鍵の担当ではありません。"
        case .unknownCard: "この番号のカードはありません。"
        case .malformedNumber: "カード番号として読めません。"
        case .unknownArea: "この地区はありません。"
        case .unknownAssociation: "この医師会はありません。"
        case .timeWithoutOffset: "時刻には時差（+09:00 など）を付けてください。"
        case .malformedTime: "時刻は 2026-11-24T22:03:07+09:00 の形で指定してください。"
        case .missingParameter: "必要な項目がありません。"
        case .malformedParameter: "項目の値が正しくありません。"
        case .notFound: "見つかりません。"
        case .methodNotAllowed: "このメソッドでは使えません。"
        case .malformedRequest: "要求の形が正しくありません。"
        case .unsupportedMediaType: "本文は application/json で送ってください。"
        case .malformedJSON: "JSON として読めません。"
        case .bodyTooLarge: "本文が大きすぎます。"
        case .invalidFields: "項目に誤りがあります。"
        case .incomplete: "発行に必要な項目がそろっていません。"
        case .activeCardExists: "この患者には有効なカードがあります。"
        case .possibleDuplicate: "同じかなと生年月日の患者が登録されています。"
        case .areaMismatch: "住所と地区が一致しません。"
        case .notInForce: "このカードは有効ではありません。"
        case .idempotencyKeyReused: "この Idempotency-Key は別の要求に使われました。"
        case .tooManyRequests: "要求が多すぎます。しばらく待ってください。"
        case .notEmpty: "すでに登録されたデータがあります。"
        case .numbersExhausted: "割り当てられるカード番号が残っていません。"
        case .unavailable: "今は応答できません。"
        case .internalError: "内部で問題が起きました。"
        }
    }
}
