import EmergencyCards

/// A new password, as it was typed twice.
enum NewPassword {
    /// The password where it can be taken. Throws `invalidFields` with what is wrong, by field.
    static func read(_ form: FormFields, of account: Account) throws(Refusal) -> String {
        let password = form.raw("password") ?? ""
        var faults: [FieldFault] = []
        if let fault = PasswordRules(login: account.login, name: account.name).fault(password) {
            faults.append(FieldFault(field: "password", message: AccountWords.fault(fault)))
        } else if form.raw("again") != password {
            faults.append(FieldFault(field: "again", message: AccountWords.notTheSame))
        }
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
        return password
    }

    /// Its two fields, which are typed anew whatever was wrong.
    static func fields(_ form: FormView) -> [Shown] {
        ["password", "again"].map {
            form.line($0, type: "password", isRequired: true, autocomplete: "new-password")
        }
    }
}
