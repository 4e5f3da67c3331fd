/// Makes an override of a request, or says of every field that is at fault what is wrong with it.
struct OverrideMaker {
    /// The fields of a request that may be at fault.
    enum Field: String {
        case slot, area, replaces, start, end, physician
    }

    private let desk: RotaDesk
    private let request: OverrideRequest
    /// What the API calls a field.
    private let name: (Field) -> String
    /// What is wrong so far.
    private(set) var faults: [DeskFault] = []

    /// A maker for one request.
    init(_ desk: RotaDesk, _ request: OverrideRequest, name: @escaping (Field) -> String = \.rawValue) {
        self.desk = desk
        self.request = request
        self.name = name
    }

    /// The override; nil, with faults, where the request can't be done. Throws where the month is not published.
    mutating func make(id: String, exchange: String? = nil) throws(RotaRefusal) -> Override? {
        let month = request.place.dutyDate.month
        guard let sheet = desk.book.months[month] else { throw .unpublished(month) }
        checkPhysician()
        guard let place = place(on: sheet), let interval = interval(in: place) else { return nil }
        guard let seat = seat(for: id, of: CallOfPlace(desk.book, place, request.order, in: interval)) else {
            return nil
        }
        func override(to physician: PhysicianID?) -> Override {
            Override(
                id: id,
                place: place.key,
                order: request.order,
                seat: seat,
                replaces: request.replaces,
                start: interval.lowerBound == place.interval.lowerBound ? nil : interval.lowerBound,
                end: interval.upperBound == place.interval.upperBound ? nil : interval.upperBound,
                physician: physician,
                reason: request.reason,
                exchange: exchange,
                madeAt: desk.now,
                madeBy: desk.actor
            )
        }
        checkOthers(CallOfPlace(desk.book.laying([override(to: nil)]), place, request.order, in: interval))
        return faults.isEmpty ? override(to: request.physician) : nil
    }

    private mutating func fault(_ field: Field, _ message: String) {
        faults.append(DeskFault(field: name(field), message: message))
    }

    private mutating func checkPhysician() {
        guard let id = request.physician else {
            if request.replaces == nil { fault(.replaces, ChangeWords.nobodyToTakeOff) }
            return
        }
        guard let physician = desk.book.physicians[id] else { return fault(.physician, ChangeWords.notRegistered(id)) }
        if !physician.isActive(on: request.place.dutyDate) {
            fault(.physician, SheetWords.inactive(physician, on: request.place.dutyDate))
        }
        if id == request.replaces { fault(.physician, ChangeWords.replacesThemselves) }
    }

    private mutating func place(on sheet: PublishedMonth) -> Place? {
        if let place = desk.book.place(request.place) { return place }
        let day = sheet.places.map(\.key).filter { $0.dutyDate == request.place.dutyDate }
        let areas = day.filter { $0.slot == request.place.slot }.map(\.area)
        if areas.isEmpty {
            fault(.slot, ChangeWords.noSuchSlot(request.place, slots: day.map(\.slot).unique))
        } else {
            fault(.area, ChangeWords.noSuchArea(request.place, of: areas, in: desk.book.association.areas))
        }
        return nil
    }

    private mutating func interval(in place: Place) -> Range<Instant>? {
        let slot = place.interval
        let (start, end) = request.span(within: slot, at: desk.clock)
        let isInside = (slot.contains(start), slot.lowerBound < end && end <= slot.upperBound)
        if request.fromSlotStart, request.start != nil { fault(.start, ChangeWords.startTwice) }
        if !isInside.0 { fault(.start, ChangeWords.outside(slot)) }
        if !isInside.1 { fault(.end, ChangeWords.outside(slot)) }
        if isInside == (true, true), end <= start { fault(.end, ChangeWords.endsTooEarly) }
        return isInside == (true, true) && start < end ? start..<end : nil
    }

    /// The seat of whoever is replaced; without anybody an empty one, or one more.
    private mutating func seat(for id: String, of call: CallOfPlace) -> Override.Seat? {
        guard let replaced = request.replaces else {
            guard call.isFull else { return call.emptySeat ?? .added(id) }
            fault(.replaces, ChangeWords.mustName(call.holders.map(person), in: call.interval))
            return nil
        }
        let seats = call.seats(of: replaced)
        if seats.count != 1 { fault(.replaces, notOneSeat(replaced, seats, call)) }
        return seats.count == 1 ? seats.first : nil
    }

    private func notOneSeat(_ replaced: PhysicianID, _ seats: [Override.Seat], _ call: CallOfPlace) -> String {
        seats.isEmpty
            ? ChangeWords.notHolding(person(replaced), holders: call.holders.map(person), in: call.interval)
            : ChangeWords.severalSeats(person(replaced))
    }

    /// Nobody holds a call on two seats: whoever comes must not be on another one, and whoever goes, whom lifted overrides may have left
    /// on two, must not stay on the other.
    private mutating func checkOthers(_ others: CallOfPlace) {
        if let replaced = request.replaces, others.holders.contains(replaced) {
            fault(.replaces, ChangeWords.severalSeats(person(replaced)))
        }
        if let physician = request.physician, physician != request.replaces, others.holders.contains(physician) {
            fault(.physician, ChangeWords.holdsAlready(person(physician), request.order))
        }
    }

    private func person(_ id: PhysicianID) -> String { ChangeWords.person(id, desk.book.physicians[id]) }
}
