import CScreens

/// The files that the screens are made of, as they were when the program was built.
enum ScreenFiles {
    /// Every file with its name: `clinic/home.mustache`.
    static let all: [String: [UInt8]] = [
        card_dispatch_common_files(), card_dispatch_account_files(), card_dispatch_fire_files(),
        card_dispatch_clinic_files(), card_dispatch_rota_files(), card_dispatch_office_files(),
        card_dispatch_hospital_files(), card_dispatch_admin_files(),
    ].reduce(into: [:]) { all, list in
        guard var next = list else { return }
        while let name = next.pointee.name {
            all[String(cString: name)] = Array(UnsafeBufferPointer(start: next.pointee.bytes, count: next.pointee.size))
            next = next.successor()
        }
    }
}
