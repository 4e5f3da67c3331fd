import HTTPTypes

extension HTTPFields {
    /// Sets what every answer says to a browser, also one that refuses: keep nothing, believe the type, stand in no frame, tell nobody where you
    /// were. What an answer has said of it already stays.
    mutating func `guard`(isSecure: Bool) {
        for (name, value) in Self.always where self[name] == nil { self[name] = value }
        if isSecure { self[.strictTransportSecurity] = "max-age=31536000" }
    }

    private static let always: [(HTTPField.Name, String)] = [
        (.cacheControl, "no-store"),
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
        (.frameOptions, "DENY"),
        (.openerPolicy, "same-origin"),
        (.resourcePolicy, "same-origin"),
    ]
}

extension HTTPField.Name {
    static let referrerPolicy = named("Referrer-Policy")
    fileprivate static let frameOptions = named("X-Frame-Options")
    fileprivate static let openerPolicy = named("Cross-Origin-Opener-Policy")
    fileprivate static let resourcePolicy = named("Cross-Origin-Resource-Policy")

    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .contentType }
}
