import DutyRota
import Testing

@Suite("Telephone numbers of the Japanese numbering plan")
struct TelephoneNumberTests {
    private func read(_ text: String) throws -> TelephoneNumber { try TelephoneNumber.read(text).get() }

    private func fault(_ text: String) -> TelephoneNumberFault? {
        guard case .failure(let fault) = TelephoneNumber.read(text) else { return nil }
        return fault
    }

    /// Area code and exchange as libphonenumber 9.0.43 parts them: every code of 2, 3 and 5 digits that it knows, many of
    /// 4, and many places where one code's numbers are divided from another's.
    private static let parted = """
        011-366 01267-6 01372-8 01374-3 01377-3 0139-41 01392-2 01397-6 01398-5 01456-7 01457-6 0146-58 01466-3
        015-406 015-418 015-483 015-487 015-571 0152-96 0153-41 0154-60 01547-7 0155-23 01558-5 0156-99 01564-8
        01586-4 01587-3 0162-42 0163-82 01632-3 01634-3 01635-3 0164-29 01648-5 01654-7 01655-9 01656-2 01658-7
        017-718 0172-28 0173-55 0174-71 0175-44 0179-73 018-848 0183-64 0184-35 019-635 0191-43 0193-91 0195-25
        0198-76 022-264 022-308 022-362 022-389 0220-76 0225-87 023-975 0238-73 024-931 0241-20 0242-46 0248-69
        025-344 025-412 025-519 025-559 025-593 025-616 025-705 0250-94 0257-27 026-403 026-415 026-470 026-482
        026-498 0260-57 0261-22 0264-26 0265-67 027-530 027-810 027-898 0276-24 0278-66 028-338 028-909 028-957
        0282-20 0287-44 029-269 029-387 0299-63 03-4319 04-2031 04-2070 04-2936 04-2995 04-7003 04-7006 04-7098
        04-7103 042-748 042-863 042-918 0428-71 043-471 0438-92 044-331 045-452 046-234 0465-21 0466-58 047-708
        047-911 047-996 0470-59 0478-67 048-544 0480-47 049-970 0494-47 04992-7 04994-2 04996-8 04998-9 052-861
        053-905 053-910 053-926 053-932 053-936 053-940 053-970 0531-82 0532-95 0533-37 0537-69 0538-93 0539-60
        0539-63 0539-77 0539-94 054-373 0544-67 0545-56 0547-50 0547-73 0548-28 055-926 0550-29 0557-99 0563-55
        0564-54 0565-80 0566-85 0569-94 0574-46 0576-70 05769-2 058-328 059-358 059-890 059-909 059-912 0594-68
        0597-90 0597-91 0597-98 05979-5 0599-53 06-7272 072-355 0721-41 073-494 0736-46 0739-63 0740-59 0742-67
        07468-7 0749-47 075-249 076-438 0761-46 0766-22 077-529 0770-25 0772-76 0776-63 0778-27 078-787 079-415
        079-446 079-564 079-566 079-619 079-667 079-676 0791-32 0794-68 082-282 082-408 082-416 082-429 082-438
        082-494 082-909 082-922 082-965 082-994 0829-20 0829-78 083-608 083-714 083-770 083-790 083-960 083-961
        083-966 0835-51 0837-51 08387-6 08388-9 08396-2 084-936 0846-38 08477-7 0848-71 08512-7 08514-7 0855-26
        0857-87 086-504 086-532 086-552 086-691 086-698 086-726 086-737 086-810 086-909 086-912 086-956 0863-61
        0863-66 0866-42 0867-33 087-231 0875-38 088-844 0883-62 0885-52 089-958 0893-82 0897-89 0898-91 092-337
        093-815 0930-22 0943-31 0947-23 095-847 0950-64 0954-63 0956-71 096-393 0964-79 0966-45 0967-93 0968-90
        097-541 0972-53 0977-71 0978-92 098-825 0980-89 09802-3 0982-58 0985-34 0987-74 099-331 099-343 099-856
        09912-8 09913-4 0995-95 09969-9 0997-99
        """

    @Test(
        "The area code parts the number",
        arguments: parted.split(whereSeparator: \.isWhitespace).map { "\($0)-0000" }
    )
    func areaCodes(number: String) throws {
        let digits = number.filter { $0 != "-" }
        #expect(try read(digits).hyphenated == number)
        #expect(try read(digits).digits == digits)
    }

    @Test(
        "Numbers without a place are parted by their kind",
        arguments: [
            "050-0000-0001", "060-0000-0001", "070-0000-0001", "080-1000-0001", "090-0000-0001", "0120-000-001",
            "0570-000-001", "0800-000-0001",
        ]
    )
    func kinds(number: String) throws {
        #expect(try read(number.filter { $0 != "-" }).hyphenated == number)
    }

    @Test(
        "An exchange need not have been given out",
        arguments: ["054-000-0001", "0537-00-0001", "03-0000-0001", "09496-2-0000", "0838-92-0000"]
    )
    func exchanges(number: String) throws {
        #expect(try read(number.filter { $0 != "-" }).hyphenated == number)
    }

    @Test(
        "A number is the same however it is written",
        arguments: [
            "0540000001", "054-000-0001", "0540-00-0001", "０５４－０００－０００１", "054‐000‑0001", "054–000—0001",
            "054―000−0001", "054ー000ｰ0001", "054─000─0001", "054(000)0001", "（０５４）０００−０００１",
            " 054 000\u{3000}0001\n", "+81 54 000 0001", "+81-(0)54-000-0001", "(+81)540000001",
            "＋８１－５４－０００－０００１", "\u{202A}054-000-0001\u{202C}",
        ]
    )
    func spellings(text: String) throws {
        #expect(try read(text) == read("054-000-0001"))
    }

    @Test(
        "A number that cannot be called is refused with its reason",
        arguments: [
            ("", .noDigits), ("　", .noDigits), ("-", .noDigits), ("+", .noDigits), ("119", .emergency),
            ("１１０", .emergency), ("118", .emergency), ("000-0001", .unassigned),
            ("246-6111", .withoutAreaCode(perhaps: nil)),
            ("22-1110", .withoutAreaCode(perhaps: nil)), ("81540000001", .withoutAreaCode(perhaps: nil)),
            ("054-000-000", .wrongLength(9, expected: 10)), ("054-0000-0001", .wrongLength(11, expected: 10)),
            ("090-0000-000", .wrongLength(10, expected: 11)), ("0120-0000-001", .wrongLength(11, expected: 10)),
            ("0800-000-000", .wrongLength(10, expected: 11)), ("+81-54-000-000", .wrongLength(9, expected: 10)),
            ("0128-00-0001", .unassigned), ("0941-00-0001", .unassigned), ("00-0000-0001", .unassigned),
            ("0", .unassigned), ("+81", .unassigned), ("020-0000-0001", .notReachable), ("0180-00-0001", .notReachable),
            ("0990-00-0001", .notReachable), ("+1 212 000 0001", .notJapanese), ("010-1-212-000-0001", .notJapanese),
            ("054-000-0001 内線12", .otherCharacters("内")), ("054-000-0001#12", .otherCharacters("#")),
            ("O54-000-0001", .otherCharacters("O")), ("054+0000001", .otherCharacters("+")),
            ("++81540000001", .otherCharacters("+")), ("054/000/0001", .otherCharacters("/")),
            ("054-000-000\u{0661}", .otherCharacters("\u{0661}")), ("054-000-0001〜3", .otherCharacters("〜")),
        ] as [(String, TelephoneNumberFault.Kind)]
    )
    func faults(text: String, kind: TelephoneNumberFault.Kind) {
        #expect(fault(text)?.kind == kind)
    }

    @Test("A number that has lost its 0 is asked back with it")
    func lostZero() throws {
        let refused = try #require(fault("9000000001"))
        #expect(try refused.kind == .withoutAreaCode(perhaps: read("090-0000-0001")))
        #expect(refused.message == "「9000000001」は0で始まっていません。「090-0000-0001」ではありませんか")
    }

    @Test(
        "A refusal says what would be right",
        arguments: [
            (" 054-000-000 ", "「054-000-000」は9桁です。このように始まる番号は10桁です"),
            ("000-0001", "「000-0001」に当たる市外局番はありません。市外局番から、0で始まる10桁か11桁で書いてください（例: 054-246-6111）"),
            ("054-000-0001 内線1", "「054-000-0001 内線1」の「内」は電話番号に使えません。内線番号は書かず、数字とハイフンだけで書いてください"),
        ]
    )
    func messages(text: String, message: String) {
        #expect(fault(text)?.message == message)
    }
}
