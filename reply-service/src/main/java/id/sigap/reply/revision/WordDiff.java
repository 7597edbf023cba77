package id.sigap.reply.revision;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts word by word; the white space behind a word belongs to it, so that nothing is lost. */
public final class WordDiff {
    /** Beyond so many pairs of words in what differs, it is shown as one change: nobody reads it word by word. */
    private static final long MOST_PAIRS = 4_000_000;

    private WordDiff() {}

    /**
     * The parts of both texts in their order: without the added ones it is the first text, without the removed ones the
     * second.
     */
    public static List<Part> between(String before, String after) {
        List<String> old = pieces(before);
        List<String> now = pieces(after);
        int shorter = Math.min(old.size(), now.size());
        int front = 0;
        while (front < shorter && old.get(front).equals(now.get(front))) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && old.get(old.size() - 1 - back).equals(now.get(now.size() - 1 - back))) {
            back++;
        }
        Parts parts = new Parts();
        parts.same(old.subList(0, front));
        changed(old.subList(front, old.size() - back), now.subList(front, now.size() - back), parts);
        parts.same(old.subList(old.size() - back, old.size()));
        return parts.all();
    }

    private static void changed(List<String> old, List<String> now, Parts parts) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            parts.removed(old);
            parts.added(now);
            return;
        }
        int at = 0;
        for (Change change : new MeyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
            parts.same(old.subList(at, change.startOriginal));
            if (change.deltaType != DeltaType.INSERT) {
                parts.removed(old.subList(change.startOriginal, change.endOriginal));
            }
            if (change.deltaType != DeltaType.DELETE) {
                parts.added(now.subList(change.startRevised, change.endRevised));
            }
            at = change.endOriginal;
        }
        parts.same(old.subList(at, old.size()));
    }

    /** Words with the white space behind them, and each character that is neither. */
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
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
            pieces.add(text.substring(i, end));
            i = end;
        }
        return pieces;
    }

    /** Collects parts; within one change, what went stands before what came. */
    private static final class Parts {
        private final List<Part> all = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private final StringBuilder same = new StringBuilder();

        void same(List<String> pieces) {
            if (!pieces.isEmpty()) {
                endChange();
                pieces.forEach(same::append);
            }
        }

        void removed(List<String> pieces) {
            endSame();
            pieces.forEach(removed::append);
        }

        void added(List<String> pieces) {
            endSame();
            pieces.forEach(added::append);
        }

        List<Part> all() {
            endChange();
            endSame();
            return List.copyOf(all);
        }

        private void endChange() {
            end(Part.REMOVED, removed);
            end(Part.ADDED, added);
        }

        private void endSame() {
            end(Part.SAME, same);
        }

        private void end(String kind, StringBuilder text) {
            if (text.length() > 0) {
                all.add(new Part(kind, text.toString()));
                text.setLength(0);
            }
        }
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
