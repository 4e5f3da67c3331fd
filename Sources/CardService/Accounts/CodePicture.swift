import EmergencyCards

/// How an app on a telephone is taught the one-time codes: a picture to scan, an address to touch, letters to type.
enum CodePicture {
    static func view(_ secret: [UInt8], of account: Account, _ words: ScreenWords) -> Shown {
        let code = OneTimeCode(secret: secret, digests: .crypto)
        let address = code.address(of: account.login, issuer: words["account.codes.issuer"])
        let picture = QRCode(address)
        let letters = Base32.text(secret)
        return [
            "side": picture?.side, "path": picture?.path, "address": address,
            "secret": stride(from: 0, to: letters.count, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(
                separator: " "),
        ]
    }

    /// The field for the first code.
    static func field(_ form: FormView) -> Shown {
        form.line("code", isRequired: true, autocomplete: "one-time-code").with(["inputmode": "numeric"])
    }
}

extension FormView {
    /// With the faults that a rule has found, where no API was asked.
    init(
        _ words: ScreenWords, _ catalogue: String, faults: [FieldFault],
        value: @escaping (String) -> String? = { _ in nil }
    ) {
        self.words = words
        self.catalogue = catalogue
        self.value = value
        self.faults = faults.reduce(into: [:]) { $0[$1.field] = $0[$1.field] ?? $1.message }
    }
}
