package id.sigap.triage.text;

/**
 * Letters of other alphabets, small capitals and boxed letters that stand for a Latin letter in disguised adverts. What
 * Unicode itself decomposes (mathematical, circled and full-width letters) is not listed.
 */
final class LookAlikes {
    private static final String FROM =
            "аеорсухіѕјһԁԛԝвкмнтАЕОРСУХІЅЈВКМНТαονικρτυχγβΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡıɑɩʋøØłŁđĐ";
    private static final String TO =
            "aeopcyxisjhdqwbkmhtaeopcyxisjbkmhtaovikptuxybabezhikmnoptyx" + "abcdefghijklmnoprstuvwyzgiaivoolldd";
    private static final int FIRST = 0xD8;
    private static final char[] TABLE = table();

    private LookAlikes() {}

    /** The Latin letter that a code point stands for, or 0. */
    static char latin(int codePoint) {
        if (codePoint < FIRST) {
            return 0;
        }
        if (codePoint < TABLE.length) {
            return TABLE[codePoint];
        }
        return boxed(codePoint);
    }

    private static char boxed(int codePoint) {
        // Negative circled, negative squared and regional letters: three rows of A to Z in the emoji block.
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return (char) ('a' + codePoint - 0x1F150);
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return (char) ('a' + codePoint - 0x1F170);
        }
        if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) {
            return (char) ('a' + codePoint - 0x1F1E6);
        }
        return 0;
    }

    private static char[] table() {
        if (FROM.length() != TO.length()) {
            throw new IllegalStateException("look-alikes: " + FROM.length() + " against " + TO.length());
        }
        char[] table = new char[0xA800];
        for (int i = 0; i < FROM.length(); i++) {
            table[FROM.charAt(i)] = TO.charAt(i);
        }
        return table;
    }
}
