package id.sigap.triage.text;

import java.util.Arrays;

/**
 * Which parts of a text are the citizen's own words, and not quoted mail, signatures, notices, the marks of messengers
 * or a pasted page. Of a text that would have nothing left everything is the citizen's. Linear in the text.
 *
 * <p>There is no maintained library for this on the JVM: the ports of email_reply_parser match whole mails against
 * regular expressions that backtrack, know no Indonesian, and give back text without its places.
 */
public final class Body {
    private final int[] places;

    private Body(int[] places) {
        this.places = places;
    }

    /** The citizen's parts of a text. */
    public static Body of(String text) {
        if (!Lines.areIn(text)) {
            return whole(text);
        }
        Lines lines = Lines.of(text);
        boolean[] cut = new boolean[lines.count()];
        MailQuotes.cut(lines, cut);
        PastedPage.cut(lines, cut);
        return nothingLeft(lines, cut) ? whole(text) : new Body(places(lines, cut));
    }

    private static Body whole(String text) {
        return new Body(new int[] {0, text.length()});
    }

    private static boolean nothingLeft(Lines lines, boolean[] cut) {
        for (int i = 0; i < cut.length; i++) {
            if (!cut[i] && !lines.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    private static int[] places(Lines lines, boolean[] cut) {
        int[] places = new int[16];
        int size = 0;
        for (int i = 0; i < cut.length; i++) {
            int start = cut[i] ? lines.next(i) : ChatStamp.behind(lines, i);
            int end = cut[i] ? start : lines.next(i);
            if (start == end) {
                continue;
            }
            if (size > 0 && places[size - 1] == start) {
                places[size - 1] = end;
                continue;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = start;
            places[size++] = end;
        }
        return Arrays.copyOf(places, size);
    }

    /** How many parts there are, at least one. */
    public int pieces() {
        return places.length / 2;
    }

    /** First UTF-16 unit of a part. */
    public int start(int piece) {
        return places[piece * 2];
    }

    /** Behind its last one. */
    public int end(int piece) {
        return places[piece * 2 + 1];
    }
}
