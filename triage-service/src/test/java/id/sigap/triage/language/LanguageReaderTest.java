package id.sigap.triage.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.WrittenLanguage;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.text.Normaliser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageReaderTest {
    private final LanguageReader languages = BundledTriage.LANGUAGES;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id|Kereta saya terlambat dua jam, mohon penjelasannya",
                "id|gk ada yg jaga min, udah sejam",
                "id|refund booking saya belum cair, customer service slow respon",
                "en|My train was cancelled and nobody told us",
                "jv|sepure telat maneh, wis rong jam ngenteni",
                "jv|Kula badhe tanglet, menapa saged dipunwakilaken?",
                "su|karetana telat deui wae, abdi tos nungguan dua jam",
                "su|Punten, iraha bukana loket teh?",
                "mixed|the driver was rude banget, gue sampe nangis",
                "und|indak ado urang nan manjago do, den lah panek manunggu",
            })
    void readsTheWordsAsTheyAreWritten(String language, String text) {
        assertEquals(WrittenLanguage.of(language), languages.of(Normaliser.normalise(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "???", "12345", "🙏🙏", "https://contoh.id/a", "@kai121", "\u0000"})
    void withoutWordsNothingIsSaid(String text) {
        assertEquals(WrittenLanguage.UNDETERMINED, languages.of(Normaliser.normalise(text)));
    }

    /** Ready-made detectors fail on such texts: most are of fewer than eight words, without punctuation, with slang. */
    @Test
    void isRightOnShortMessages() throws IOException {
        // Given messages that are in no corpus
        int right = 0;
        StringBuilder wrong = new StringBuilder();
        Map<WrittenLanguage, int[]> counts = new EnumMap<>(WrittenLanguage.class);
        List<String> lines = lines();

        // When they are read
        for (String line : lines) {
            WrittenLanguage truth = WrittenLanguage.of(line.substring(0, line.indexOf('\t')));
            String text = line.substring(line.indexOf('\t') + 1);
            WrittenLanguage found = languages.of(Normaliser.normalise(text));
            int[] count = counts.computeIfAbsent(truth, language -> new int[2]);
            count[0]++;
            if (found == truth) {
                right++;
                count[1]++;
            } else {
                wrong.append('\n')
                        .append(truth.wire())
                        .append(" taken for ")
                        .append(found.wire())
                        .append(": ")
                        .append(text);
            }
        }

        // Then nine of ten are right, and of each language most
        double share = (double) right / lines.size();
        assertTrue(share >= 0.9, () -> share + " are right" + wrong);
        counts.forEach((language, count) ->
                assertTrue(count[1] >= 0.6 * count[0], () -> language + " " + count[1] + " of " + count[0] + wrong));
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = LanguageReaderTest.class.getResourceAsStream("short-messages.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
