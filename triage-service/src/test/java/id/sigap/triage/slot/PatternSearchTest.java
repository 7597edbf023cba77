package id.sigap.triage.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Slot;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.training.Corpus;
import id.sigap.triage.training.LabelledMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSearchTest {
    private static final int ONE_IN = 8;

    @Test
    void findsWhatThePatternsOfTheDemoAgencyFind() throws IOException {
        // Given the patterns of an agency, and messages of all styles
        List<String> patterns = DemoDirectory.kemenhub().topics().stream()
                .flatMap(topic -> topic.asks().stream())
                .map(Slot::pattern)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<LabelledMessage> messages = Corpus.read(Path.of("src/main/corpus")).messages();
        assertTrue(patterns.size() > 10);

        int found = 0;
        for (String pattern : patterns) {
            PatternSearch search = new PatternSearch(Pattern.compile(pattern));
            for (int i = 0; i < messages.size(); i += ONE_IN) {
                found += sameAsFind(search, pattern, messages.get(i).text());
            }
        }

        // Then, and many were found at all
        int details = found;
        assertTrue(details > 200, () -> "only " + details);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)\\bst\\.?\\s+\\p{L}+",
                "\\b[A-Z]{2}\\d",
                "\\B\\d+",
                "(?<=no )\\d+",
                "^\\d",
                "(?m)^\\d",
                "x?",
                "(?!a)b",
                "\\d$",
                "(?i)(a|é)n",
                "\\b-\\d",
                "é",
                "\\S+$",
                "$"
            })
    void findsWhatAnyPatternFinds(String pattern) {
        PatternSearch search = new PatternSearch(Pattern.compile(pattern));
        for (String text : List.of(
                "",
                "a",
                "st. Bogor",
                "di St Tugu, no 12",
                "12\n34",
                "x-1 AB9 é1 aÉn",
                "😀7 \ud83d8 a\u0301b",
                "b ab aab",
                "7 tahun, 8")) {
            sameAsFind(search, pattern, text);
        }
    }

    /** One when something was found, which must be what the platform finds. */
    private static int sameAsFind(PatternSearch search, String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int[] wanted = matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
        assertArrayEquals(wanted, search.first(text), () -> pattern + " in " + text);
        return wanted == null ? 0 : 1;
    }
}
