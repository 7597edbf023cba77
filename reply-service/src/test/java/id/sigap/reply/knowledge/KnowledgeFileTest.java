package id.sigap.reply.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeFileTest {
    private static final String GOOD = """
            - id: satu
              title: Satu
              questions: ["Apa itu satu?"]
              answer: |
                Satu adalah satu.
              validFrom: 2026-01-01
              source: Buku
            """;

    @Test
    void aFileOfArticlesIsRead() {
        KnowledgeFile.Entry entry = KnowledgeFile.yaml(GOOD).get(0);
        assertEquals("satu", entry.id());
        ArticleContent content = entry.content();
        assertNotNull(content);
        assertEquals("Satu adalah satu.", content.answer());
        assertEquals(ArticleState.PUBLISHED, content.state());
    }

    @Test
    void anEnglishTextIsReadWholeOrNotAtAll() {
        String english = GOOD + """
                  english:
                    title: One
                    questions: ["What is one?"]
                    answer: One is one.
                """;
        ArticleContent content = KnowledgeFile.yaml(english).get(0).content();
        assertNotNull(content);
        assertEquals(new EnglishText("One", List.of("What is one?"), "One is one."), content.english());

        List<FieldMistake> mistakes = KnowledgeFile.yaml(english.replace("answer: One is", "anwser: One is"))
                .get(0)
                .mistakes();
        assertEquals(
                List.of("english.anwser", "english.answer"),
                mistakes.stream().map(FieldMistake::field).toList());
    }

    @Test
    void aBadEntryNamesItsFieldsAndKeepsNoOtherOut() {
        List<KnowledgeFile.Entry> entries = KnowledgeFile.yaml(GOOD + """
                - id: dua
                  tittle: Dua
                  questions: Apa?
                  answer: [x]
                  validFrom: kemarin
                - teks saja
                - id: satu
                  title: Lagi
                  questions: ["Apa?"]
                  answer: Lagi.
                  validFrom: 2026-01-01
                  source: Buku
                """);
        assertEquals(4, entries.size());
        assertTrue(entries.get(0).mistakes().isEmpty());
        assertEquals(
                List.of("tittle", "title", "questions", "answer", "validFrom", "source"),
                entries.get(1).mistakes().stream().map(FieldMistake::field).toList());
        assertEquals(1, entries.get(2).mistakes().size());
        assertEquals("id", entries.get(3).mistakes().get(0).field());
    }

    @Test
    void whatIsNoListIsRefused() {
        for (String wrong : List.of("a: b", "- [", "teks")) {
            assertThrows(IllegalArgumentException.class, () -> KnowledgeFile.yaml(wrong), wrong);
        }
        assertEquals(List.of(), KnowledgeFile.yaml(""));
    }

    @Test
    void linesAreReadOneByOne() {
        List<KnowledgeFile.Entry> entries = KnowledgeFile.lines("""
                {"id":"a","title":"A","questions":["?"],"answer":"B","validFrom":"2026-01-01","source":"C"}

                {"id":
                """);
        assertEquals(2, entries.size());
        assertTrue(entries.get(0).mistakes().isEmpty());
        assertEquals("", entries.get(1).mistakes().get(0).field());
    }

    @Test
    void theDemosArticlesAreRightAndTheirIdsDiffer() throws Exception {
        for (Agency agency : DirectoryLoader.load(Path.of("..", "deploy", "local", "directory"))
                .agencies()) {
            List<Article> articles = DemoArticles.of(agency.id());
            assertTrue(articles.size() >= 2, agency.id());
            assertEquals(
                    articles.size(),
                    articles.stream().map(Article::id).distinct().count());
            for (Article article : articles) {
                assertEquals(List.of(), ArticleCheck.check(article.id(), article.content(), agency), article.id());
            }
        }
    }
}
