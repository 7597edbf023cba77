package id.sigap.reply.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void showsWordsNotLetters() {
        assertEquals(
                List.of(
                        new WordDiff.Part("same", "Kereta tiba "),
                        new WordDiff.Part("removed", "segera"),
                        new WordDiff.Part("added", "pukul 09"),
                        new WordDiff.Part("same", ".")),
                WordDiff.between("Kereta tiba segera.", "Kereta tiba pukul 09."));
        assertEquals(List.of(new WordDiff.Part("same", "sama")), WordDiff.between("sama", "sama"));
        assertEquals(List.of(new WordDiff.Part("added", "baru")), WordDiff.between("", "baru"));
        assertEquals(List.of(), WordDiff.between("", ""));
    }

    @Test
    void losesNothingOfEitherText() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String before = text(random);
            String after = text(random);
            List<WordDiff.Part> parts = WordDiff.between(before, after);
            assertEquals(before, without(parts, "added"));
            assertEquals(after, without(parts, "removed"));
        }
    }

    @Test
    void twoLongTextsThatHaveNothingInCommonAreCompared() {
        String before = "a ".repeat(5_000);
        String after = "b.".repeat(5_000);
        long start = System.nanoTime();
        assertEquals(after, without(WordDiff.between(before, after), "removed"));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis < 30_000, () -> "took " + millis + " ms");
    }

    private static String text(Random random) {
        String[] words = {"kereta", " ", ".", "tiba", "\n", "😀", "pukul", "09", "é"};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }

    private static String without(List<WordDiff.Part> parts, String kind) {
        return parts.stream()
                .filter(part -> !part.kind().equals(kind))
                .map(WordDiff.Part::text)
                .collect(Collectors.joining());
    }
}
