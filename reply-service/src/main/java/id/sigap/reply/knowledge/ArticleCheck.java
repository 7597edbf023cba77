package id.sigap.reply.knowledge;

import id.sigap.contracts.directory.Agency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must hold of an article before it is kept: whatever is kept can be found, quoted and shown. */
public final class ArticleCheck {
    /** Bounds what one agency's index takes of memory, together with the number of articles. */
    public static final int LONGEST_ANSWER = 4_000;

    private static final int LONGEST_LINE = 300;
    private static final int MOST_QUESTIONS = 40;
    private static final int MOST_TOPICS = 20;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_ID = 80;
    private static final Pattern SLOT = Pattern.compile("[{}]");

    private ArticleCheck() {}

    /** All that is wrong, field by field; empty when it may be kept. */
    public static List<FieldMistake> check(String id, ArticleContent content, Agency agency) {
        List<FieldMistake> mistakes = new ArrayList<>();
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            mistakes.add(new FieldMistake(
                    "id", "must be lower-case words joined by hyphens, at most " + LONGEST_ID + " characters"));
        }
        line(mistakes, "title", content.title());
        line(mistakes, "source", content.source());
        if (content.unit() != null && agency.unit(content.unit()).isEmpty()) {
            mistakes.add(new FieldMistake("unit", "the agency has no such unit"));
        }
        topics(mistakes, content.topics(), agency);
        questions(mistakes, "questions", content.questions());
        answer(mistakes, "answer", content.answer());
        if (content.english() != null) {
            line(mistakes, "english.title", content.english().title());
            questions(mistakes, "english.questions", content.english().questions());
            answer(mistakes, "english.answer", content.english().answer());
        }
        if (content.validUntil() != null && content.validUntil().isBefore(content.validFrom())) {
            mistakes.add(new FieldMistake("validUntil", "is before validFrom"));
        }
        return mistakes;
    }

    private static void topics(List<FieldMistake> mistakes, List<String> topics, Agency agency) {
        if (topics.size() > MOST_TOPICS) {
            mistakes.add(new FieldMistake("topics", "are more than " + MOST_TOPICS));
        }
        for (int i = 0; i < topics.size(); i++) {
            if (agency.topic(topics.get(i)).isEmpty()) {
                mistakes.add(new FieldMistake("topics[" + i + "]", "the agency has no such topic"));
            }
        }
    }

    private static void questions(List<FieldMistake> mistakes, String field, List<String> questions) {
        if (questions.isEmpty()) {
            mistakes.add(new FieldMistake(field, "at least one is needed; by them an article is found"));
        }
        if (questions.size() > MOST_QUESTIONS) {
            mistakes.add(new FieldMistake(field, "are more than " + MOST_QUESTIONS));
        }
        for (int i = 0; i < questions.size(); i++) {
            line(mistakes, field + "[" + i + "]", questions.get(i));
        }
    }

    private static void answer(List<FieldMistake> mistakes, String field, String answer) {
        text(mistakes, field, answer, LONGEST_ANSWER);
        if (SLOT.matcher(answer).find()) {
            mistakes.add(new FieldMistake(field, "must not have { or }: an article has no slots"));
        }
    }

    private static void line(List<FieldMistake> mistakes, String field, String value) {
        text(mistakes, field, value, LONGEST_LINE);
        if (value.indexOf('\n') >= 0) {
            mistakes.add(new FieldMistake(field, "must be one line"));
        }
    }

    private static void text(List<FieldMistake> mistakes, String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            mistakes.add(new FieldMistake(field, "is missing"));
        } else if (value.length() > longest) {
            mistakes.add(new FieldMistake(field, "has more than " + longest + " characters"));
        } else if (value.indexOf('\0') >= 0) {
            mistakes.add(new FieldMistake(field, "has a character that no text has"));
        }
    }
}
