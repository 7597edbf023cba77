package id.sigap.reply.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The articles that the demo's agencies are started with. */
public final class DemoArticles {
    /** Where they lie, from this module. */
    public static final Path FOLDER = Path.of("..", "deploy", "local", "knowledge");

    private DemoArticles() {}

    /** All of one agency. */
    public static List<Article> of(String agency) {
        List<Article> articles = new ArrayList<>();
        for (KnowledgeFile.Entry entry : entries(agency)) {
            articles.add(new Article(
                    agency,
                    Objects.requireNonNull(entry.id(), "an entry has its id"),
                    1,
                    Objects.requireNonNull(entry.content(), () -> entry.id() + ": " + entry.mistakes())));
        }
        return articles;
    }

    /** What these agencies know, in both languages. */
    public static Knowledge knowledge(List<String> agencies) {
        Map<String, ArticleIndex> indonesian = new HashMap<>();
        Map<String, ArticleIndex> english = new HashMap<>();
        for (String agency : agencies) {
            List<Article> articles = of(agency);
            indonesian.put(agency, ArticleIndex.of(articles));
            english.put(agency, ArticleIndex.english(articles));
        }
        ArticleIndex nothing = ArticleIndex.of(List.of());
        return new Knowledge() {
            @Override
            public ArticleIndex of(String agency) {
                return indonesian.getOrDefault(agency, nothing);
            }

            @Override
            public ArticleIndex english(String agency) {
                return english.getOrDefault(agency, nothing);
            }
        };
    }

    /** All entries of one agency's files. */
    public static List<KnowledgeFile.Entry> entries(String agency) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(agency))) {
            List<KnowledgeFile.Entry> entries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                entries.addAll(KnowledgeFile.yaml(Files.readString(file)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
