package id.sigap.reply.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text with typed slots, checked when it is made: whatever exists can be filled. */
public final class TemplateText {
    private final String source;
    private final List<Piece> pieces;

    private TemplateText(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads a text.
     *
     * @throws TemplateMistake when a brace stays open or a slot is unknown
     */
    public static TemplateText parse(String source) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf('{', at);
            int stray = source.indexOf('}', at);
            if (stray >= 0 && (open < 0 || stray < open)) {
                throw TemplateMistake.closesNothing(stray + 1);
            }
            if (open < 0) {
                pieces.add(new Piece(source.substring(at), null));
                break;
            }
            int close = source.indexOf('}', open);
            if (close < 0) {
                throw TemplateMistake.staysOpen(open + 1);
            }
            pieces.add(new Piece(source.substring(at, open), slot(source.substring(open + 1, close), open + 1)));
            at = close + 1;
        }
        return new TemplateText(source, pieces);
    }

    /** The text with all slots filled; a slot without a value vanishes. */
    public String fill(Map<TemplateSlot, String> values) {
        StringBuilder text = new StringBuilder(source.length() + 64);
        for (Piece piece : pieces) {
            text.append(piece.words());
            if (piece.slot() != null) {
                text.append(values.getOrDefault(piece.slot(), ""));
            }
        }
        return text.toString();
    }

    /** Whether it has a place for this. */
    public boolean has(TemplateSlot slot) {
        return pieces.stream().anyMatch(piece -> piece.slot() == slot);
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    private static TemplateSlot slot(String word, int position) {
        try {
            return TemplateSlot.of(word);
        } catch (IllegalArgumentException e) {
            throw TemplateMistake.unknownSlot(position, word);
        }
    }

    /** Words and the slot behind them. */
    private record Piece(String words, @Nullable TemplateSlot slot) {}
}
