package id.sigap.reply.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twitter.twittertext.TwitterTextParser;
import id.sigap.contracts.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChannelTextTest {
    @Test
    void xWeighsCharactersAndCountsALinkAs23() {
        assertEquals(23, ChannelText.length(Channel.X, "https://kemenhub.go.id/sebuah/alamat/yang/panjang/sekali"));
        assertEquals(2, ChannelText.length(Channel.X, "🙏"));
        assertEquals(4, ChannelText.length(Channel.X, "halo"));
    }

    @Test
    void xCountsWhatItsOwnCounterCounts() {
        Random random = new Random(11);
        String[] parts = {
            "Baik.",
            " ",
            "pukul 08.30",
            "Rp1.500.000,00.",
            "kai.id",
            "\n",
            "🙏",
            "é.",
            "...",
            "(a).b",
            "http://x",
            ".id",
            "\u00A0",
            "\t",
            "©",
            "e\u0301",
            "#\uFE0F\u20E3",
            "@kai121",
            "漢",
            "https://kemenhub.go.id/a?b=c",
            "\u2003",
            "x@y.id"
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, parts.length).forEach(part -> text.append(parts[part]));
            String whole = text.toString();
            assertEquals(
                    TwitterTextParser.parseTweet(whole).weightedLength, ChannelText.length(Channel.X, whole), whole);
        }
    }

    @Test
    void instagramCountsBytes() {
        assertEquals(4, ChannelText.length(Channel.INSTAGRAM, "🙏"));
        assertEquals(2, ChannelText.length(Channel.INSTAGRAM, "é"));
    }

    @Test
    void smsAreCountedInSegmentsOfTheirAlphabet() {
        assertEquals(1, ChannelText.segments("a".repeat(160)));
        assertEquals(2, ChannelText.segments("a".repeat(161)));
        assertEquals(2, ChannelText.segments("a".repeat(306)));
        assertEquals(1, ChannelText.segments("’" + "a".repeat(69)));
        assertEquals(2, ChannelText.segments("’" + "a".repeat(70)));
        assertEquals(2, ChannelText.length(Channel.SMS, "€"), "an escape and the sign");
        assertEquals(160, ChannelText.length(Channel.SMS, "’" + "a".repeat(69)));
    }

    @Test
    void aLongTextIsSplitBetweenSentences() {
        String text = "Kalimat pertama selesai. Kalimat kedua agak panjang. Kalimat ketiga menutup.";
        List<String> pieces = ChannelText.split(Channel.WHATSAPP, text, 65);
        assertEquals(
                List.of("Kalimat pertama selesai. Kalimat kedua agak panjang. (1/2)", "Kalimat ketiga menutup. (2/2)"),
                pieces);
    }

    @Test
    void aSentenceThatIsTooLongIsSplitBetweenWordsAndNothingIsLost() {
        String text = "kata ".repeat(60).strip() + " 🙏".repeat(20);
        List<String> pieces = ChannelText.split(Channel.X, text, 60);
        pieces.forEach(piece -> assertTrue(ChannelText.length(Channel.X, piece) <= 60, piece));
        String again = String.join(
                " ",
                pieces.stream()
                        .map(piece -> piece.replaceAll(" \\(\\d+/\\d+\\)$", ""))
                        .toList());
        assertEquals(text, again);
    }

    @Test
    void whatFitsIsTheLongestBeginningThatFits() {
        Random random = new Random(7);
        String[] parts = {"a", " ", "’", "€", "🙏", "é", "\n", "kata "};
        for (Channel channel : Channel.values()) {
            for (int i = 0; i < 50; i++) {
                StringBuilder text = new StringBuilder();
                random.ints(random.nextInt(80), 0, parts.length).forEach(part -> text.append(parts[part]));
                String whole = text.toString();
                int limit = random.nextInt(100);

                int behind = ChannelText.fitting(channel, whole, limit);

                assertTrue(ChannelText.fits(channel, whole.substring(0, behind), limit));
                assertTrue(
                        behind == whole.length()
                                || !ChannelText.fits(
                                        channel, whole.substring(0, whole.offsetByCodePoints(behind, 1)), limit),
                        () -> channel + " " + limit + " '" + whole + "'");
            }
        }
    }

    /** No measurement: a search that tried every length would take minutes. */
    @Test
    void aLongTextIsCutInTheEnd() {
        for (Channel channel : List.of(Channel.X, Channel.SMS, Channel.INSTAGRAM, Channel.WHATSAPP)) {
            for (String part : List.of("kata ", "x", "🙏", "http://a.id ")) {
                String text = part.repeat(60_000 / part.length());
                assertTimeoutPreemptively(
                        Duration.ofMinutes(1),
                        () -> ChannelText.wholeWords(channel, text, 10_000),
                        () -> channel + ": 60 kB of '" + part + "'");
            }
        }
    }
}
