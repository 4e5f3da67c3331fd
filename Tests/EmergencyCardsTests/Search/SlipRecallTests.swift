import DutyRota
import EmergencyCards
import Testing

@Suite("One typing slip among 100,000 invented patients")
struct SlipRecallTests {
    @Test("Whoever is searched by birth date and a name with one slip is found, with hardly anybody else")
    func recall() throws {
        var random = SeededRandom(seed: 4)
        let people = (0..<100_000).map { _ in Person(using: &random) }
        let byDay = Dictionary(grouping: people.indices) { people[$0].born }
        var (found, first, hits) = (0, 0, 0)
        for _ in 0..<2000 {
            let index = Int.random(in: people.indices, using: &random)
            let said = try #require(SpokenName(people[index].kanaWithSlip(using: &random)))
            let matches = (byDay[people[index].born] ?? []).compactMap { other in
                said.match(people[other].name).map { (person: other, doubt: [$0].doubt) }
            }
            let doubt = matches.first { $0.person == index }?.doubt
            found += doubt == nil ? 0 : 1
            first += doubt.map { doubt in matches.allSatisfy { $0.doubt >= doubt } } ?? false ? 1 : 0
            hits += matches.count
        }
        print(
            "one slip, 100,000 patients: \(Double(found) / 20) % found, \(Double(first) / 20) % before all others, "
                + "\(Double(hits) / 2000) hits on average")
        #expect(found == 2000)
        #expect(Double(first) / 2000 > 0.99)
        #expect(Double(hits) / 2000 < 1.1)
    }
}

/// Somebody invented, with names as they are frequent among those born before 1960.
private struct Person {
    let kana: String
    let born: Int
    let name: RegisteredName

    init(using random: inout SeededRandom) {
        let (family, given) = (Self.families.randomElement(using: &random), Self.given.randomElement(using: &random))
        kana = "\(family ?? "")　\(given ?? "")"
        born = Int.random(in: -16_436 ..< -3_653, using: &random)
        name = RegisteredName(kana: kana)
    }

    /// The name with one kana wrong, missing or too many, or two neighbours swapped, on no side of the space in particular.
    func kanaWithSlip(using random: inout SeededRandom) -> String {
        var signs = Array(kana.unicodeScalars)
        while String(String.UnicodeScalarView(signs)) == kana {
            signs = Array(kana.unicodeScalars)
            let places = signs.indices.filter { signs[$0] != "　" }
            guard let place = places.randomElement(using: &random) else { return kana }
            let other = Self.kana.randomElement(using: &random) ?? "ア"
            switch Int.random(in: 0..<4, using: &random) {
            case 0: signs[place] = other
            case 1: signs.insert(other, at: place)
            case 2: signs.remove(at: place)
            default: if place + 1 < signs.count, signs[place + 1] != "　" { signs.swapAt(place, place + 1) }
            }
        }
        return String(String.UnicodeScalarView(signs))
    }

    private static let kana = Array(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボッャュョー".unicodeScalars)

    private static let families = """
        サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ ハヤシ サイトウ シミズ ヤマザキ
        モリ イケダ ハシモト アベ イシカワ ヤマシタ ナカジマ イシイ オガワ マエダ オカダ ハセガワ フジタ ゴトウ コンドウ ムラカミ エンドウ アオキ サカモト フクダ オオタ ニシムラ
        フジイ カネコ オカモト フジワラ ナカノ ミウラ ハラダ ナカガワ マツダ タケウチ オノ タムラ ナカヤマ ワダ イシダ モリタ ウエダ ハラ シバタ サカイ クドウ ヨコヤマ ミヤザキ
        ミヤモト ウチダ タカギ アンドウ シマダ タニグチ オオノ タカダ マルヤマ イマイ コウノ フジモト ムラタ タケダ ウエノ スギヤマ マスダ スガワラ ヒラノ オオツカ コジマ
        チバ クボ マツイ イワサキ サクライ キノシタ ノグチ マツオ キクチ ノムラ アライ ワタベ モチヅキ スギモト カワムラ
        """.split(whereSeparator: \.isWhitespace)
    private static let given = """
        キヨ ハル ハナ フミ キミ トシ ヨシ サダ シズ チヨ フミコ ヨシコ カズコ キヨコ サチコ トシコ ハルコ ヒサコ ミツコ スミコ セツコ ノブコ ハナコ ヒデコ フサコ マサコ
        ミヨコ ヤスコ ユキコ レイコ ケイコ エイコ ヨウコ ジュンコ キョウコ シズエ ハルエ ヨシエ フミエ キクエ トミコ チエコ イサム キヨシ シゲル タケシ ヒロシ マサル ミノル
        タロウ イチロウ ジロウ サブロウ シロウ ゴロウ マサオ ヨシオ カズオ トシオ ヒデオ フミオ ノブオ テルオ ハルオ シンイチ ケンイチ コウイチ リョウイチ シュンイチ ユウイチ
        ケイイチ セイイチ マサアキ ヨシアキ タカアキ ヒロアキ マサヒロ ヤスヒロ ノブユキ ヒデユキ タケオ イワオ スエ ウメ キク ツル カメ トラ
        """.split(whereSeparator: \.isWhitespace)
}
