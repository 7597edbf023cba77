package id.sigap.reply.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.Passage;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.knowledge.DemoArticles;
import id.sigap.reply.knowledge.EnglishText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People who write English find the articles, too; triage's topic, which would help, is left out. */
class EnglishDraftsTest {
    @Test
    void theRightArticleComesFirst() throws IOException {
        List<JudgedMessage> messages = messages();
        assertTrue(messages.size() >= 40, "only " + messages.size());
        DraftEvaluation.Figures figures = new DraftEvaluation().judge(messages);
        assertTrue(figures.isGoodEnough(), figures::report);
        assertEquals(0, figures.violations());
    }

    @Test
    void theArticlesThatMatterMostSpeakEnglish() {
        List<EnglishText> texts = List.of("kemenhub-contoh", "kemenkes-contoh").stream()
                .flatMap(agency -> DemoArticles.of(agency).stream())
                .flatMap(article -> Stream.ofNullable(article.content().english()))
                .toList();
        assertTrue(texts.size() >= 60, "only " + texts.size());
    }

    private static List<JudgedMessage> messages() throws IOException {
        List<JudgedMessage> messages = new ArrayList<>();
        for (String line :
                Files.readAllLines(DraftEvaluation.MESSAGES.resolveSibling("english.tsv"), StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", -1);
                messages.add(new JudgedMessage(
                        parts[0],
                        parts[2],
                        parts[1].equals("-") ? "" : parts[1],
                        List.of(),
                        List.of(),
                        read(parts[2])));
            }
        }
        return messages;
    }

    private static Triage read(String text) {
        Reading reading = new Reading(
                false, WrittenLanguage.ENGLISH, List.of(), List.of(new Passage(0, text.length())), List.of(), null);
        return new Triage(
                Kind.QUESTION,
                0.9,
                new Scores(0.05, 0.9, 0.02, 0.02, 0.01),
                Topic.NONE,
                "pusat-layanan",
                Urgency.NORMAL,
                0.1,
                List.of(),
                List.of(),
                null,
                List.of(),
                Instant.parse("2026-11-24T03:00:00Z"),
                "test",
                reading);
    }
}
