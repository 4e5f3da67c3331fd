import CardStore
import EmergencyCards
import Foundation

/// Keeps a record of what a command is about to do, under the name of whoever runs it.
func record(
    _ action: AuditRecord.Action, in files: StoreFiles, _ details: (inout JSONWriter) -> Void
) throws {
    let actor = AuditRecord.Actor(
        key: "command", role: "admin", person: ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName(),
        address: nil)
    try CommandTrail.append(AuditRecord(at: Clock.machine.now(), action: action, actor: actor, details), to: files)
}
