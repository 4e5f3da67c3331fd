/// Kanji of Japanese names that are written in several shapes (異体字). No instances.
///
/// Only shapes of one character: 阪 and 坂, 畑 and 畠 are different names. What NFKC folds by itself (神, 塚) is not listed.
enum KanjiVariants {
    /// The usual shape of each less usual one.
    static let usual: [Unicode.Scalar: Unicode.Scalar] = groups.reduce(into: [:]) { table, group in
        let shapes = Array(group.unicodeScalars)
        for shape in shapes.dropFirst() { table[shape] = shapes[0] }
    }

    /// The usual shape first.
    private static let groups = """
        高髙 崎﨑嵜碕㟢 浜濱濵 辺邊邉 斉斎齋齊 沢澤 島嶋嶌 広廣 国國圀 桜櫻 竜龍 滝瀧 関關 富冨 柳栁桺 橋槗𣘺
        吉𠮷 恵惠 栄榮 真眞 実實 寿壽 円圓 桧檜 条條 来來 万萬 与與 亀龜 会會 伝傳 児兒 豊豐 蔵藏 黒黑 徳德
        郎郞 静靜 青靑 清淸 瀬瀨 頼賴 巌巖 峰峯 巣巢 壮壯 荘莊 岳嶽 館舘 籠篭 鉄鐵 恒恆 弥彌 戸戶 槙槇 尭堯
        遥遙 瑶瑤 礼禮 穂穗 稲稻 穣穰 緑綠 総總 縄繩 聡聰 芦蘆 薫薰 蒋蔣 薮藪籔 野埜 鴎鷗 鶏鷄 麹麴 亘亙 凛凜
        剣劍劔剱 勲勳 宝寶 尚尙 帯帶 応應 悦悅 曽曾 楽樂 横橫 歩步 毎每 涼凉 渕淵渊 温溫 満滿 涌湧 灯燈 為爲
        経經 絵繪 縁緣 顔顏 顕顯 鶴靏靍靎 黄黃 晃晄 暁曉 栃杤 桑桒 浅淺 浄淨 渋澁 渓溪 煕熙 畳疊 祢禰 糸絲
        芸藝 萌萠 蛍螢 衛衞 覚覺 賛贊 郷鄕 釈釋 録錄 隣鄰 園薗 庄庒 巻卷 処處 乗乘 双雙 単單 参參 台臺 号號
        塩鹽 壱壹 声聲 奥奧 宮宫 将將 専專 尽盡 当當 径徑 従從 恋戀 拝拜 昼晝 検檢 権權 欧歐 気氣 湾灣 焔焰
        猟獵 県縣 禄祿 竃竈 粛肅 継繼 続續 艶艷 茎莖 莱萊 蝿蠅 誉譽 読讀 諌諫 転轉 軽輕 逓遞 遅遲 鉱鑛 銭錢
        闘鬪 雑雜 霊靈 駅驛 髄髓 鴬鶯 麦麥 麺麵
        """
        .split(whereSeparator: \.isWhitespace)
}
