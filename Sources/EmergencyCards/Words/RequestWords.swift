/// What is wrong with a request's parameters, in Japanese.
public enum RequestWords {
    public static let empty = "値がありません。"
    public static let required = "必須です。"
    public static let unknownVia = "via に指定できるのは didYouMean と search です。"
    public static let notABoolean = "true か false で指定してください。"
    public static let badIdempotencyKey = "Idempotency-Key は英数字と記号で255文字以内です。"
    public static let cannotBeAcknowledged = "acknowledge に指定できるのは area-mismatch と possible-duplicate です。"
    public static let notAMonth = "月は 2026-11 の形で指定してください。"
    public static let notADay = "日付は 2026-11-24 の形で指定してください。"
    public static let notAVersion = "版は 1 からの整数です。"
    public static let notACoding = "coding に指定できるのは utf-8、utf-8-bom、cp932 です。"
    public static let notAStage = "stage に指定できるのは draft、published、template です。"
    public static let notAFormat = "形式は .json、.csv、.xlsx、.html のどれかです。"
    public static let onlyToPrint = "area を指定できるのは .html だけです。"
    public static let notADayCount = "days は 1 から 400 までの整数です。"
    public static let physicianOrArea = "physician と area のどちらか一つを指定してください。"
    public static let unknownParameter = "この項目はありません。"
}
