/// What is wrong with a request's parameters, in Japanese.
public enum RequestWords {
    public static let empty = "値がありません。"
    public static let required = "必須です。"
    public static let unknownVia = "via に指定できるのは didYouMean だけです。"
    public static let notABoolean = "true か false で指定してください。"
    public static let badIdempotencyKey = "Idempotency-Key は英数字と記号で255文字以内です。"
    public static let cannotBeAcknowledged = "acknowledge に指定できるのは area-mismatch と possible-duplicate です。"
    public static let unknownParameter = "この項目はありません。"
}
