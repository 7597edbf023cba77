package id.sigap.reply.checks;

import id.sigap.contracts.Channel;
import java.util.Locale;

/**
 * How long a text is to a channel, character by character: X weighs (a link is 23, Latin 1, all else 2; its published
 * weighting), Instagram counts bytes of UTF-8, SMS counts units of its alphabet, the others UTF-16 units.
 */
final class ChannelLength {
    private static final int X_LINK = 23;
    private static final String GSM_TWO = "^{}\\[~]|€";

    private ChannelLength() {}

    /** Behind the last UTF-16 unit that still fits the limit. */
    static int fitting(Channel channel, String text, int limit) {
        long used = 0;
        int i = 0;
        while (i < text.length()) {
            int end = channel == Channel.X ? endOfLink(text, i) : i;
            int cost;
            if (end > i) {
                cost = X_LINK;
            } else {
                int c = text.codePointAt(i);
                end = i + Character.charCount(c);
                cost = cost(channel, c);
            }
            used += cost;
            if (used > limit) {
                return i;
            }
            i = end;
        }
        return text.length();
    }

    private static int cost(Channel channel, int c) {
        return switch (channel) {
            case X -> x(c);
            case INSTAGRAM -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            case SMS -> GSM_TWO.indexOf(c) >= 0 ? 2 : Character.charCount(c);
            case WEB, WHATSAPP, TELEGRAM, EMAIL, FACEBOOK, TIKTOK, YOUTUBE, API, OPEN311 -> Character.charCount(c);
        };
    }

    private static int x(int c) {
        if (c == 0xFE0F || c == 0x200D) {
            return 0; // part of the emoji before it
        }
        boolean light = c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);
        return light ? 1 : 2;
    }

    /** Behind the link that begins here, or where it stands when none does. */
    private static int endOfLink(String text, int at) {
        boolean begins = (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
                && (starts(text, at, "http://") || starts(text, at, "https://"));
        int end = at;
        while (begins && end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean starts(String text, int at, String with) {
        return text.length() - at > with.length()
                && text.substring(at, at + with.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(with);
    }
}
