package id.sigap.reply.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, and of what.
 *
 * @param unit whose article it is; absent when it is the whole agency's
 * @param title what it is about, in a few words
 * @param topics the agency's topics that it belongs to; empty when any
 * @param questions how citizens ask for it, in their words
 * @param answer the answer as citizens get it
 * @param validFrom first day on which it holds
 * @param validUntil last day on which it holds; absent while nobody knows one
 * @param source where the answer was taken from: a rule, a page, a person in charge
 * @param state whether it may answer
 * @param english what it says in English; absent when it answers in Indonesian only
 */
public record ArticleContent(
        @Nullable String unit,
        String title,
        List<String> topics,
        List<String> questions,
        String answer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String source,
        ArticleState state,
        @Nullable EnglishText english) {
    /** Copies. */
    public ArticleContent {
        topics = List.copyOf(topics);
        questions = List.copyOf(questions);
    }

    /** The same with an English text, or with none. */
    public ArticleContent in(@Nullable EnglishText other) {
        return new ArticleContent(unit, title, topics, questions, answer, validFrom, validUntil, source, state, other);
    }

    /** Whether it may answer on a day. */
    public boolean answersOn(LocalDate day) {
        return state == ArticleState.PUBLISHED
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }
}
