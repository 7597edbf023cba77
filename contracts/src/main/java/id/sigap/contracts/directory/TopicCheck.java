package id.sigap.contracts.directory;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks that the details that a topic asks for can be found in a text, and quickly. */
final class TopicCheck {
    private static final int LONGEST_PATTERN = 300;
    /** A repeated group that repeats inside: the classic shape of a pattern that takes forever. */
    private static final Pattern REPEATED_REPETITION =
            Pattern.compile("\\((?!\\?[=!<])[^()]*(?<!\\\\)(?:[+*]|\\{\\d+,\\d*})[^()]*\\)(?:[+*]|\\{\\d+,\\d*})");

    private final Mistakes mistakes;

    TopicCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(YamlNode topic) {
        List<YamlNode> slots = topic.items("asks");
        new IdCheck(mistakes).unique(slots);
        slots.forEach(this::slot);
    }

    private void slot(YamlNode slot) {
        YamlNode pattern = slot.field("pattern");
        if (pattern == null && slot.items("words").isEmpty() && slot.shape() == YamlNode.Shape.MAPPING) {
            mistakes.add(slot, "needs a pattern or words, or it could never be found in a text");
        }
        if (pattern == null || pattern.shape() != YamlNode.Shape.TEXT) {
            return;
        }
        if (pattern.scalar().length() > LONGEST_PATTERN) {
            mistakes.add(pattern, "is longer than " + LONGEST_PATTERN + " characters");
            return;
        }
        try {
            Pattern.compile(pattern.scalar());
        } catch (PatternSyntaxException e) {
            mistakes.add(
                    pattern,
                    "is no regular expression: " + e.getDescription()
                            + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)));
            return;
        }
        if (REPEATED_REPETITION.matcher(pattern.scalar()).find()) {
            mistakes.add(pattern, "repeats a group that repeats inside, which can take forever on a long text");
        }
    }
}
