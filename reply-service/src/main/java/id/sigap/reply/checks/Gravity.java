package id.sigap.reply.checks;

import id.sigap.contracts.Flag;
import id.sigap.contracts.Urgency;
import java.util.ArrayList;
import java.util.List;

/** Who writes of grief, safety or law gets neither jokes nor emoji. */
final class Gravity implements Check {
    private static final Lexicon<Boolean> GRAVE = Lexicon.of("grave.txt");
    private static final Lexicon<Boolean> JOKES = Lexicon.of("jokes.txt");
    private static final List<String> EMOTICONS = List.of(
            ":)", ":-)", ":D", ":-D", ";)", ";-)", ":P", ":p", "xD", "XD", "^_^", "^^", "<3", ":'(", ":(", ":-(");

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        List<Finding> findings = new ArrayList<>();
        JOKES.find(words)
                .forEach(match -> findings.add(
                        Finding.of(words.start(match.first()), words.end(match.last()), FindingReason.JOKE)));
        emoji(reply.body(), findings);
        emoticons(reply.body(), findings);
        return findings.isEmpty() || !grave(reply.turn()) ? List.of() : findings;
    }

    private static boolean grave(AnsweredTurn turn) {
        return turn.urgency() == Urgency.CRITICAL
                || turn.flags().contains(Flag.WHISTLE_BLOWING)
                || turn.texts().stream()
                        .anyMatch(text -> !GRAVE.find(Words.of(text)).isEmpty());
    }

    private static void emoji(String text, List<Finding> findings) {
        int start = -1;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isEmoji(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0 && !joins(c)) {
                findings.add(new Finding(start, i, FindingReason.EMOJI, ""));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            findings.add(new Finding(start, text.length(), FindingReason.EMOJI, ""));
        }
    }

    private static void emoticons(String text, List<Finding> findings) {
        for (String emoticon : EMOTICONS) {
            for (int at = text.indexOf(emoticon); at >= 0; at = text.indexOf(emoticon, at + emoticon.length())) {
                int end = at + emoticon.length();
                boolean alone = (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
                if (alone) {
                    findings.add(new Finding(at, end, FindingReason.EMOJI, ""));
                }
            }
        }
    }

    private static boolean isEmoji(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2600 && c <= 0x27BF && c != 0x2713 && c != 0x2714)
                || c == 0x2B50;
    }

    /** What keeps an emoji together: a joiner, a selector. */
    private static boolean joins(int c) {
        return c == 0x200D || c == 0xFE0F || (c >= 0xE0020 && c <= 0xE007F);
    }
}
