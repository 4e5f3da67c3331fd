/// What people choose first, and whoever guesses tries first: from lists of leaked passwords, and from what is usual in Japan and in this trade.
enum CommonPasswords {
    /// Words: refused alone and with digits or signs around them, such as Sakura2026!.
    static let words = Set(
        """
        password passwort passw0rd pass pasuwado pasuwaado himitsu secret secrets letmein welcome admin
        administrator root master superuser system guest user test tester testing sample demo default changeme
        newpass temp temporary login signin access open opensesame sesame trustno iloveyou loveyou love lovely
        aishiteru daisuki suki darling sweetheart princess prince queen king baby angel angels lucky happy sunshine
        monkey dragon tiger lion panda usagi neko inu inuneko hamster penguin kitty hellokitty doraemon pikachu
        pokemon pokemongo totoro mickey minnie snoopy gundam naruto onepiece luffy goku dragonball sailormoon
        anpanman shinchan kimetsu tanjiro nezuko evangelion conan kamenrider ultraman baseball football soccer
        basketball tennis golf hockey yakyu sakka tigers giants hanshin dragons carp hawks marines fighters lions
        sakura himawari tsubaki ajisai momiji fujisan fuji yuki haru natsu aki fuyu hana hoshi sora umi yama kaze
        hikari taiyou tsuki nippon nihon japan tokyo osaka kyoto nagoya yokohama kobe sapporo fukuoka hiroshima
        sendai shizuoka shimizu hamamatsu numazu okinawa hokkaido kanagawa saitama chiba aichi hyogo tanaka suzuki
        satou sato yamada yamamoto takahashi watanabe itou ito kobayashi nakamura yoshida kato katou sasaki
        yamaguchi matsumoto inoue kimura hayashi taro tarou hanako ichiro jiro saburo takashi hiroshi kenji akira
        makoto satoshi yuko keiko yoko naoko tomoko mayumi akiko michael jennifer jordan hunter thomas robert daniel
        andrew joshua matthew charlie george jessica ashley amanda nicole samantha michelle superman batman
        spiderman starwars matrix ninja samurai shogun geisha karate judo sushi ramen computer internet windows
        microsoft google yahoo facebook twitter instagram apple iphone android samsung nintendo playstation sony
        toyota honda nissan hello hellohello konnichiwa arigato arigatou ohayo sayonara yoroshiku gambare ganbatte
        ganbare whatever freedom forever nothing something anything flower summer winter spring autumn orange banana
        cookie chocolate cheese coffee pepper ginger silver golden diamond purple yellow green blue black white red
        midori kiiro aka ao kuro shiro mustang ferrari porsche harley ranger buster killer shadow thunder phoenix
        eagle falcon maverick hospital doctor nurse clinic byouin byoin iin ishi isha ishikai kusuri kango kangoshi
        shoubou shobo shoubousho kyukyu kyuukyuu kyukyusha ambulance emergency dispatch fire firefighter fire119
        shirei touban toban card cards greencard yellowcard midoricard medical health medicine patient kanja zaitaku
        mitori kaigo fukushi qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc
        qweasd qweasdzxc zaqwsx zaq xsw poiuy poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh
        aaa aaaa qqq zzz xxx xxxx aiueo aiueokaki iroha irohanihoheto kakikukeko one two three four five six seven
        eight nine ten january february march april may june july august september october november december monday
        tuesday wednesday thursday friday saturday sunday reiwa heisei showa taisho meiji starlight moonlight
        blessed jesus christ heaven hallo bonjour ciao
        """.split { $0.isWhitespace }.map(String.init))

    /// Refused as they stand.
    static let whole = Set(
        """
        1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 zaq12wsx zaq1zaq1 qwer1234 1234qwer asdf1234 1234asdf
        a1b2c3d4 a1s2d3f4 abc12345 aa123456 a123456789 p@ssw0rd p@ssword pa55word passw0rd1 pa$$word qwerty12
        147258369 159357 1478963 789456123 963852741 741852963 159753 147896325 753951 19191919 19190101 11922960
        1192296 0120117117 4649 46494649 893893 8931 0721 5963 59635963 3150 39393939 1341398 19450815 20110311
        11223344 12121212 13131313 10203040 01020304 0987654321 9876543210 31415926 314159265 27182818 14142135
        17320508
        """.split { $0.isWhitespace }.map(String.init))

    /// Neighbours on a keyboard or in the alphabet, forwards; a piece of four or more of them is a run.
    static let rows = [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1a2b3c4d5e6f7g8h9i",
        "a1b2c3d4e5f6g7h8i9",
        "147258369", "789456123", "159357",
    ].map(Array.init)
}
