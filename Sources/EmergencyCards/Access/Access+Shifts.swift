public import DutyRota

extension Access {
    /// A physician's shifts, absences and swaps are shown to themselves, and to their association's office.
    public func mayReadShifts(of id: PhysicianID, registers: Registers) throws(Refusal) -> Physician {
        _ = try mayList(id, registers: registers)
        guard let physician = registers.physicians[id] else { throw Refusal(.unknownPhysician) }
        return physician
    }

    /// Asking for a swap, and answering one, is for physicians themselves: the office has its own way to change a rota.
    public func maySwap(as id: PhysicianID, registers: Registers) throws(Refusal) -> Physician {
        guard holder.role == .physician else { throw Refusal(.wrongRole) }
        return try mayReadShifts(of: id, registers: registers)
    }
}
