package id.sigap.reply.knowledge.shelf;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.knowledge.Article;
import id.sigap.reply.knowledge.ArticleContent;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.knowledge.EnglishText;
import id.sigap.reply.knowledge.Match;
import id.sigap.runtime.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of and told about the knowledge base. What is not declared here is refused. */
public final class KnowledgeViews {
    private KnowledgeViews() {}

    /**
     * A page of articles.
     *
     * @param items by agency and id
     * @param total how many there are on all pages
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<View> items, long total, @Nullable String next) {}

    /** An article as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String agency,
            String id,
            int version,
            ArticleState state,
            @Nullable String unit,
            String title,
            List<String> topics,
            List<String> questions,
            String answer,
            String validFrom,
            @Nullable String validUntil,
            String source,
            String changedBy,
            Instant changedAt,
            @Nullable English english) {
        static View of(ArticleRows.Kept kept) {
            Article article = kept.article();
            ArticleContent content = article.content();
            return new View(
                    article.agency(),
                    article.id(),
                    article.version(),
                    content.state(),
                    content.unit(),
                    content.title(),
                    content.topics(),
                    content.questions(),
                    content.answer(),
                    content.validFrom().toString(),
                    content.validUntil() == null ? null : content.validUntil().toString(),
                    content.source(),
                    kept.changedBy(),
                    kept.changedAt(),
                    English.of(content.english()));
        }
    }

    /**
     * An article as one writes it.
     *
     * @param version that one saw; may come as If-Match instead; only for a change
     * @param english what it says in English; when absent, a change leaves what is there, and an empty one removes it
     */
    public record Written(
            @Nullable String agency,
            @Nullable String id,
            @Nullable Integer version,
            @Nullable ArticleState state,
            @Nullable String unit,
            @Nullable String title,
            @Nullable List<String> topics,
            @Nullable List<String> questions,
            @Nullable String answer,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String source,
            @Nullable English english) {
        /** Whether what the article says in English stays as it is. */
        boolean keepsEnglish() {
            return english == null;
        }

        ArticleContent content() {
            return new ArticleContent(
                    unit,
                    needed("title", title).strip(),
                    items("topics", topics),
                    items("questions", questions),
                    needed("answer", answer).strip(),
                    day("validFrom", needed("validFrom", validFrom)),
                    validUntil == null ? null : day("validUntil", validUntil),
                    needed("source", source).strip(),
                    state == null ? ArticleState.PUBLISHED : state,
                    english == null ? null : english.text());
        }

        static List<String> items(String field, @Nullable List<String> items) {
            if (items == null) {
                return List.of();
            }
            for (int i = 0; i < items.size(); i++) {
                needed(field + "[" + i + "]", items.get(i));
            }
            return items.stream().map(String::strip).toList();
        }

        private static LocalDate day(String field, String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw ProblemException.badRequest(field, "This must be a day like 2026-01-31.");
            }
        }
    }

    /**
     * What an article says in English: all of it, or nothing.
     *
     * @param title in a few words
     * @param questions as one asks for it
     * @param answer the answer
     */
    public record English(
            @Nullable String title,
            @Nullable List<String> questions,
            @Nullable String answer) {
        static @Nullable English of(@Nullable EnglishText text) {
            return text == null ? null : new English(text.title(), text.questions(), text.answer());
        }

        @Nullable
        EnglishText text() {
            boolean none = title == null && questions == null && answer == null;
            return none
                    ? null
                    : new EnglishText(
                            needed("english.title", title).strip(),
                            Written.items("english.questions", questions),
                            needed("english.answer", answer).strip());
        }
    }

    /**
     * What one wants to know beforehand: which article for a text, or which cases for an article.
     *
     * @param agency whose knowledge base
     * @param text as a citizen would write it
     * @param topic that triage would see; absent when none
     * @param unit that would answer; absent when nobody is known
     * @param article which cases would this one answer, by id, as it is kept
     * @param draft the same for one that is not kept yet, or is kept with other words
     */
    public record Ask(
            @Nullable String agency,
            @Nullable String text,
            @Nullable String topic,
            @Nullable String unit,
            @Nullable String article,
            @Nullable Written draft) {}

    /**
     * The answer.
     *
     * @param articles for a text: the nearest, best first, those included that fit too little
     * @param cases for an article: open and recent cases that it would answer
     * @param looked how many cases were looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Preview(
            @Nullable List<Near> articles,
            @Nullable List<Answered> cases,
            @Nullable Integer looked) {}

    /**
     * An article that is near a text.
     *
     * @param answers whether it fits well enough to answer
     */
    public record Near(String id, int version, String title, double score, boolean answers, String answer) {
        static Near of(Match match, double enough) {
            return new Near(
                    match.article().id(),
                    match.article().version(),
                    match.article().content().title(),
                    match.score(),
                    match.score() >= enough,
                    match.article().content().answer());
        }
    }

    /**
     * A case that the article would answer.
     *
     * @param excerpt of what was asked, personal data covered
     * @param score how well the article fits
     * @param state of the case
     * @param instead the article that answers it as things are; absent when none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(
            UUID caseId,
            String number,
            String state,
            String excerpt,
            double score,
            @Nullable String instead) {}

    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.badRequest(field, "This is needed.");
        }
        return value;
    }
}
