import DutyRota
import EmergencyCards
import Logging
import Synchronization

/// Lets people in: finds out who they are, begins their session, and keeps the record of both and of whoever was refused.
struct SignInDesk: Sendable {
    let people: AccountParts
    let audit: any AuditTrail
    let clock: Clock
    let logger: Logger
    let tries = Tries()

    /// Wrong tries so far; forgotten where the daemon starts anew.
    final class Tries: Sendable {
        let throttle = Mutex(SignInThrottle())
    }

    /// Why nobody was let in, and after how many seconds to come again where that is said.
    struct Failure: Error {
        let fault: SignInFault
        var wait: Int?
    }

    /// What somebody typed.
    struct Typed {
        let login: String
        let password: String
        let factor: SecondFactor
    }

    /// A session that has begun, with what the browser is to keep.
    struct Entry: Sendable {
        let account: Account
        let session: SessionSecret
        let device: SessionSecret
    }

    /// Finds out whether somebody is whom they say. What proved it is not used up yet. Throws ``Failure``, and keeps the record of it.
    func prove(_ typed: Typed, by visitor: Visitor) async throws -> SignIn.Proof {
        let now = clock.now()
        let file = try Login(typed.login).flatMap { try people.accounts.file(login: $0) }
        let known = try file.map {
            try people.sessions.knows($0.account.id, device: visitor.device?.hash, address: visitor.knowableAddress)
        }
        let keys = SignInThrottle.keys(
            login: Login(typed.login)?.text ?? "", address: visitor.knowableAddress,
            device: known?.device == true ? visitor.device?.hash : nil, isKnownAddress: known?.address ?? false)
        do {
            if let wait = tries.throttle.withLock({ $0.take(keys, at: now) }) {
                logger.warning("too many wrong sign-ins", metadata: ["account": "\(file?.account.id.text ?? "-")"])
                throw Failure(fault: .tooMany, wait: Int((wait + 999) / 1000))
            }
            let fits = try await people.passwords.fits(
                typed.password, file?.password, isKnown: known?.device ?? false)
            let proof = try SignIn(file, fits: fits).judge(typed.factor, at: now, .crypto)
            tries.throttle.withLock { $0.giveBack(keys, at: now) }
            return proof
        } catch let fault as SignInFault {
            await refused(fault, file?.account, typed.factor.way, visitor)
            throw Failure(fault: fault)
        } catch let failure as Failure {
            await refused(failure.fault, file?.account, typed.factor.way, visitor)
            throw failure
        } catch let refusal as Refusal where refusal.code == .tooManyRequests {
            await refused(.tooMany, file?.account, typed.factor.way, visitor)
            throw Failure(fault: .tooMany, wait: 5)
        }
    }

    /// Lets somebody in. Throws ``Failure``.
    func enter(_ typed: Typed, by visitor: Visitor) async throws -> Entry {
        let proof = try await prove(typed, by: visitor)
        if let recovery = proof.recovery {
            try await useUp(recovery, of: proof.account, visitor)
        }
        var reason: String?
        if case .emergency(let text) = typed.factor { reason = String(text.prefix(200)) }
        return try await begin(proof.account, typed.factor.way, step: proof.step, reason: reason, by: visitor)
    }

    /// Begins a session under a new secret, and ends the one that the browser had.
    func begin(
        _ account: Account, _ way: Session.Way, step: Int64?, reason: String? = nil, by visitor: Visitor
    ) async throws -> Entry {
        let now = clock.now()
        let (secret, device) = (SessionSecret(), visitor.device ?? SessionSecret())
        let session = Session(
            id: UUIDv7.make(at: now, randomness: .system), hash: secret.hash, account: account.id, role: account.role,
            way: way, reason: reason, startedAt: now, address: visitor.address, browser: visitor.browser)
        guard try await people.sessions.begin(session, step: step, device: device.hash) else {
            await refused(.usedCode, account, way, visitor)
            throw Failure(fault: .usedCode)
        }
        if let before = visitor.session, let old = try people.sessions.session(before.hash) {
            try await people.sessions.end(.one(old.id), of: old.account, at: now)
        }
        await audit.append(
            AuditRecord(at: now, action: way == .emergency ? .logInEmergency : .logIn, actor: visitor.actor(account)) {
                $0.member("session", session.id)
                $0.member("way", way.rawValue)
                $0.member("reason", reason)
            })
        if way == .emergency {
            logger.critical("somebody signed in without a code in an emergency", metadata: ["account": "\(account.id)"])
        }
        return Entry(account: account, session: secret, device: device)
    }

    /// A recovery code opens once.
    private func useUp(_ recovery: SecretHash, of account: Account, _ visitor: Visitor) async throws {
        do {
            try await people.accounts.change(account.id, by: account.id.text, at: clock.now()) { file in
                guard file.recoveryCodes.remove(recovery) != nil else { throw SignInFault.wrongRecoveryCode }
            }
        } catch let fault as SignInFault {
            await refused(fault, account, .recovery, visitor)
            throw Failure(fault: fault)
        }
    }

    /// The record names the account, never what was typed: it may have been the password, in the wrong field.
    private func refused(_ fault: SignInFault, _ account: Account?, _ way: Session.Way, _ visitor: Visitor) async {
        await audit.append(
            AuditRecord(at: clock.now(), action: .logInRefused, actor: visitor.actor(account)) {
                $0.member("reason", fault.rawValue)
                $0.member("way", way.rawValue)
            })
    }
}
