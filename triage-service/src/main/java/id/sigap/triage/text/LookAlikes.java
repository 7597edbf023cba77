package id.sigap.triage.text;

/**
 * Characters of other alphabets, small capitals, hooked letters and boxed letters that are put in the place of a Latin
 * letter, mostly in disguised adverts; after the pairs of Unicode's confusables (UTS 39). What Unicode itself decomposes
 * (mathematical, circled and full-width letters) is not listed.
 */
final class LookAlikes {
    /** Each row begins with the Latin letter that the others of the row stand for. */
    private static final String[] ROWS = {
        "aаɑɐᴀαΑАꓮᎪ∀ᗩ₳ⱥȺ",
        "bвЬьʙβΒВꓐᏴᏏɓᗷ₿฿ƀ",
        "cсᴄϲСꓚᏟɕᑕςȼȻꞓ₵",
        "dԁᴅᎠꓓᏧɖɗđĐᗪð",
        "eеᴇεΕЕꓰᎬǝəә℮ɇɆєЄ",
        "fꜰϜꓝƒғҒ",
        "gɢɡᏀᏻꓖǥǤɠց₲ԍ",
        "hһнʜΗНꓧᎻᏂհɦħĦⱧⱨ",
        "iіɪιΙІᎥꓲıɩɨӀ",
        "jјᴊЈꓙᎫϳɉɈյ",
        "kкᴋκΚКꓗᏦҚқƙⱩⱪ₭",
        "lʟꓡᏞⱠⱡłŁɭӏԼ",
        "mмᴍΜМꓟᎷɱ₥",
        "nɴηΝꓠոպռпɲŋŊ₦",
        "oоᴏοΟОօՕꓳᎾσɵøØ๏",
        "pрᴘρΡРꓑᏢƥ₱",
        "qԛզգꞯ",
        "rгʀᎡꓣᏒɾɽɹяɍɌⱤ",
        "sѕꜱЅꓢᏚᏕʂՏ₴",
        "tтᴛτΤТꓔᎢʈŧŦ₮ƭʇ",
        "uᴜυսՍꓴʋʉɄ",
        "vᴠνѵѴꓦᏙʌ",
        "wԝᴡωѡꓪᎳᏔաɯʍ₩ш",
        "xхΧХχꓫӾӿ",
        "yуʏγΥҮүꓬᎩɎɏƴʎч",
        "zᴢΖꓜᏃʐƶƵⱫⱬ",
    };

    private static final char[] TABLE = table();

    private LookAlikes() {}

    /** The Latin letter that a code point stands for, or 0. */
    static char latin(int codePoint) {
        return codePoint < TABLE.length ? TABLE[codePoint] : boxed(codePoint);
    }

    /** The digit that a dingbat or a circled number that Unicode does not decompose stands for, 1 to 20, or -1. */
    static int number(int codePoint) {
        if (codePoint >= 0x2776 && codePoint <= 0x2793) {
            // Three rows of 1 to 10: black circles, sans-serif circles, black sans-serif circles.
            return (codePoint - 0x2776) % 10 + 1;
        }
        if (codePoint >= 0x24EB && codePoint <= 0x24F4) {
            return codePoint - 0x24EB + 11;
        }
        if (codePoint >= 0x24F5 && codePoint <= 0x24FE) {
            return codePoint - 0x24F5 + 1;
        }
        return codePoint == 0x24FF ? 0 : -1;
    }

    private static char boxed(int codePoint) {
        // Negative circled, negative squared and regional letters: three rows of A to Z in the emoji block.
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return (char) ('a' + codePoint - 0x1F150);
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return (char) ('a' + codePoint - 0x1F170);
        }
        return Flags.isRegional(codePoint) ? Flags.letter(codePoint) : 0;
    }

    private static char[] table() {
        char[] table = new char[0xAC00];
        for (String row : ROWS) {
            for (int i = 1; i < row.length(); i++) {
                table[row.charAt(i)] = row.charAt(0);
            }
        }
        // Cherokee's small letters repeat its capitals in the same order.
        for (int small = 0xAB70; small <= 0xABBF; small++) {
            table[small] = table[small - 0xAB70 + 0x13A0];
        }
        return table;
    }
}
