import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// A month of the rota: what is in force, and what is being worked on.
struct MonthScreens: Sendable {
    /// The sheet in force where there is one and nobody works on the month; else the grid to be filled.
    func show(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        let draft = try await visit.draft(of: month)
        let published = try await visit.published(month)
        let wantsGrid = visit.query("view") == "draft" || published == nil
        if let published, !wantsGrid, draft.version == 0 || visit.query("view") != nil {
            return try await SheetScreens().show(published, draft: draft, visit)
        }
        return try await grid(draft, published: published, visit)
    }

    /// Saves what was changed in the grid.
    func save(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        let written = WrittenCells(visit.form)
        let here = "/office/rota/\(month)?view=draft&area=\((visit.form["area"] ?? "").percentEncoded)"
        guard !written.changes.isEmpty else { return visit.go(to: here, done: "rotaUnchanged") }
        do {
            _ = try await visit.askRota(
                .patch, .month, ["month": month.description], body: written.edits,
                ifMatch: "\"draft-\(written.version)\"")
        } catch let refused as Refused where refused.status == .preconditionFailed {
            return try await stale(written, refused, visit)
        } catch let refused as Refused where refused.status == .unprocessableContent {
            let draft = try await visit.draft(of: month)
            return try await grid(
                draft, published: try await visit.published(month), visit, written: written,
                faults: written.faults(refused), message: visit.rotaWords["notSaved"], status: refused.status)
        }
        return visit.go(to: here, done: "rotaSaved")
    }

    /// Throws the draft away: the month is as it was published, or empty.
    func discard(_ visit: DeskVisit) async throws -> Response {
        let month = try visit.month()
        _ = try await visit.askRota(
            .delete, .month, ["month": month.description],
            ifMatch: "\"draft-\(visit.form["version"] ?? "0")\"")
        return visit.go(to: "/office/rota/\(month)", done: "rotaDiscarded")
    }

    /// Somebody else has saved meanwhile: says what is another now, and keeps what was typed.
    private func stale(_ written: WrittenCells, _ refused: Refused, _ visit: DeskVisit) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let draft = try await visit.draft(of: month)
        let area = visit.form["area"] ?? ""
        let meanwhile = written.meanwhile(draft, in: area)
        var faults: [String: String] = [:]
        for each in meanwhile where written.texts[each.cell.text].map({ $0 != each.now }) == true {
            faults[each.cell.text] = words["alsoChanged", ["now": each.now.isEmpty ? words["empty"] : each.now]]
        }
        let who = draft.changedAt.map {
            words["changedBy", ["who": draft.changedBy ?? "", "when": words.moment($0)]]
        }
        let told = meanwhile.map { each -> Shown in
            [
                "cell":
                    "\(words.day(each.cell.date)) \(each.cell.slot) \(words["column.\(each.cell.column.rawValue)"])",
                "before": each.before.isEmpty ? words["empty"] : each.before,
                "now": each.now.isEmpty ? words["empty"] : each.now,
            ]
        }
        return try await grid(
            draft, published: try await visit.published(month), visit, written: written, faults: faults,
            message: words["stale"], meanwhile: ["who": who, "cells": told, "hasCells": !told.isEmpty],
            status: refused.status)
    }

    private func grid(
        _ draft: MonthGrid, published: MonthGrid?, _ visit: DeskVisit, written: WrittenCells? = nil,
        faults: [String: String] = [:], message: String? = nil, meanwhile: Shown? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (month, words) = (try visit.month(), visit.rotaWords)
        let areas = try await visit.areas()
        let checks = try await visit.askRota(.get, .monthChecks, ["month": month.description])
        let absences = try await visit.askRota(.get, .absences).json["absences"].elements
        let area = MonthFrame.area(asked: visit.form["area"] ?? visit.query("area"), areas, draft)
        let view = GridView(
            grid: draft, areas: areas, area: area,
            marks: GridMarks(checks.json, people: draft.people, words: words), words: words,
            typed: written?.texts ?? [:], faults: faults, today: visit.desk.clock.now().day.description)
        // What is wrong was not saved: it still belongs to the sheet that the page showed.
        let isFaulty = status == .unprocessableContent
        let frame = MonthFrame(month: month, area: area, areas: areas, words: words)
        var page = frame.shown(draft: draft, published: published, isDraft: true)
        page = page.with([
            "area": area, "version": isFaulty ? written?.version : draft.version,
            "was": isFaulty ? visit.form.raw("was") : view.present,
            "elsewhere": view.elsewhere, "nights": view.marks.nights,
            "now": visit.desk.clock.now().rfc3339, "lines": view.lines, "headings": view.headings,
            "people": view.people,
            "absences": AbsenceView(absences, people: draft.people, words: words).of(month),
            "away": AbsenceView.data(absences), "problems": view.marks.counts,
            "hasProblems": !view.marks.problems.isEmpty, "meanwhile": meanwhile, "isBegun": draft.version > 0,
            "hasPublished": published != nil,
        ])
        return try visit.screen("rota/month", page, message: message, status: status)
    }
}
