package id.sigap.reply.draft;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A text cannot be filled. The message is the rest of a sentence about it, in English; pages tell it in their language. */
public final class TemplateMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int position;
    private final String word;

    private TemplateMistake(Kind kind, int position, String word, String message) {
        super(message);
        this.kind = kind;
        this.position = position;
        this.word = word;
    }

    /** What is wrong with a text. */
    public enum Kind {
        /** A closing brace without an opening one. */
        CLOSES_NOTHING,
        /** An opening brace without a closing one. */
        STAYS_OPEN,
        /** No slot has this name. */
        UNKNOWN_SLOT
    }

    static TemplateMistake closesNothing(int position) {
        return new TemplateMistake(Kind.CLOSES_NOTHING, position, "", "has a } without its { at position " + position);
    }

    static TemplateMistake staysOpen(int position) {
        return new TemplateMistake(Kind.STAYS_OPEN, position, "", "has a { without its } at position " + position);
    }

    static TemplateMistake unknownSlot(int position, String word) {
        return new TemplateMistake(
                Kind.UNKNOWN_SLOT,
                position,
                word,
                "has an unknown slot at position " + position + ": a slot must be one of "
                        + Arrays.stream(TemplateSlot.values())
                                .map(TemplateSlot::wire)
                                .collect(Collectors.joining(", ")));
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** The character where it goes wrong, from 1. */
    public int position() {
        return position;
    }

    /** What stands between the braces; empty where nothing does. */
    public String word() {
        return word;
    }
}
