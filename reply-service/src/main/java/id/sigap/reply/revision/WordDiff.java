package id.sigap.reply.revision;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts word by word; what stands between words counts as a word, so that nothing is lost. */
public final class WordDiff {
    private WordDiff() {}

    /** The parts of both texts in their order: without the added ones it is the first text, without the removed ones the second. */
    public static List<Part> between(String before, String after) {
        List<String> old = pieces(before);
        List<String> now = pieces(after);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Change change : new MeyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
            add(parts, Part.SAME, old.subList(at, change.startOriginal));
            if (change.deltaType != DeltaType.INSERT) {
                add(parts, Part.REMOVED, old.subList(change.startOriginal, change.endOriginal));
            }
            if (change.deltaType != DeltaType.DELETE) {
                add(parts, Part.ADDED, now.subList(change.startRevised, change.endRevised));
            }
            at = change.endOriginal;
        }
        add(parts, Part.SAME, old.subList(at, old.size()));
        return parts;
    }

    private static void add(List<Part> parts, String kind, List<String> pieces) {
        if (!pieces.isEmpty()) {
            String text = String.join("", pieces);
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && last.kind().equals(kind)) {
                parts.set(parts.size() - 1, new Part(kind, last.text() + text));
            } else {
                parts.add(new Part(kind, text));
            }
        }
    }

    /** Words, and each character between them. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == i) {
                end += Character.charCount(text.codePointAt(i));
            }
            pieces.add(text.substring(i, end));
            i = end;
        }
        return pieces;
    }

    /**
     * A part of both texts, or of one.
     *
     * @param kind same, removed or added
     * @param text what it says
     */
    public record Part(String kind, String text) {
        static final String SAME = "same";
        static final String REMOVED = "removed";
        static final String ADDED = "added";
    }
}
