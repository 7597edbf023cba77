package id.sigap.reply.draft;

import id.sigap.contracts.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an answer in the order of reading, and how they become one text that fits the channel: the least
 * important part goes first, an answer is shortened to whole sentences, and what must stay, stays.
 */
final class Parts {
    /** What may be left out, the first first. {@link #ANSWER} is shortened instead, {@link #NUMBER} always stays. */
    enum Weight {
        CLOSING,
        GREETING,
        EMPATHY,
        LEGAL,
        NEXT,
        ANSWER,
        ASK,
        DANGER,
        NUMBER
    }

    private final Channel channel;
    private final int limit;
    private final String more;
    private final List<Part> parts = new ArrayList<>();

    /** @param more said behind an answer that was shortened; may be empty */
    Parts(Channel channel, int limit, String more) {
        this.channel = channel;
        this.limit = limit;
        this.more = more;
    }

    /** One more, if it says anything. */
    void add(Weight weight, String text) {
        add(weight, text, "\n\n");
    }

    /** One more in the same line as the part before. */
    void inLine(Weight weight, String text) {
        add(weight, text, " ");
    }

    String text() {
        List<Part> kept = new ArrayList<>(parts);
        while (!fits(kept)) {
            Part least = kept.stream()
                    .filter(part -> part.weight().compareTo(Weight.ANSWER) < 0)
                    .min(Comparator.comparing(Part::weight))
                    .orElse(null);
            if (least == null || (least.weight() == Weight.NEXT && !has(kept, Weight.ANSWER))) {
                return shortened(kept);
            }
            kept.remove(least);
        }
        return join(kept);
    }

    /** Only what matters is left: answers give way to the question and the number, then the question does. */
    private String shortened(List<Part> kept) {
        for (Weight weight : List.of(Weight.ANSWER, Weight.NEXT, Weight.ASK, Weight.DANGER)) {
            for (int i = kept.size() - 1; i >= 0 && !fits(kept); i--) {
                Part part = kept.get(i);
                if (part.weight() == weight) {
                    kept.set(i, part.saying(""));
                    kept.set(i, part.saying(room(kept, i, part.text(), weight == Weight.ANSWER)));
                }
            }
        }
        if (!fits(kept)) {
            kept.removeIf(part -> part.weight() != Weight.NUMBER);
        }
        return join(kept);
    }

    /** What of a text fits into the place that is free. */
    private String room(List<Part> others, int at, String text, boolean answer) {
        String hint = answer && !more.isEmpty() ? " " + more : "";
        int low = 0;
        int high = limit;
        String best = "";
        // Counting is not additive on every channel, so the room is found by trying.
        while (low <= high) {
            int middle = (low + high) / 2;
            String piece = piece(text, middle, hint);
            List<Part> tried = new ArrayList<>(others);
            tried.set(at, others.get(at).saying(piece));
            if (fits(tried)) {
                best = piece;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    private String piece(String text, int room, String hint) {
        String whole = ChannelText.wholeSentences(channel, text, room);
        if (!whole.isEmpty()) {
            return whole.length() < text.length() ? whole + hint : whole;
        }
        String words = room < 1 ? "" : ChannelText.wholeWords(channel, text, room);
        return words.isEmpty() || words.length() == text.length() ? words : words + "...";
    }

    private boolean fits(List<Part> kept) {
        return ChannelText.fits(channel, join(kept), limit);
    }

    private static boolean has(List<Part> kept, Weight weight) {
        return kept.stream().anyMatch(part -> part.weight() == weight);
    }

    private static String join(List<Part> kept) {
        StringBuilder text = new StringBuilder();
        @Nullable Part before = null;
        for (Part part : kept) {
            if (part.text().isEmpty()) {
                continue;
            }
            text.append(before == null ? "" : part.link()).append(part.text());
            before = part;
        }
        return text.toString();
    }

    private void add(Weight weight, String text, String link) {
        if (!text.isBlank()) {
            parts.add(new Part(weight, text.strip(), link));
        }
    }

    private record Part(Weight weight, String text, String link) {
        Part saying(String other) {
            return new Part(weight, other, link);
        }
    }
}
