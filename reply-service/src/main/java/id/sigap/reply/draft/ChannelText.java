package id.sigap.reply.draft;

import com.twitter.twittertext.TwitterTextParser;
import id.sigap.contracts.Channel;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts as channels count them. X weighs characters and counts a link as 23; Instagram counts UTF-8 bytes; SMS counts
 * septets of its own alphabet and, as soon as one character is not in it, pays 160 for what 70 cost; the others count
 * UTF-16 units, which is never less than what they say.
 */
public final class ChannelText {
    /** GSM 03.38, the basic table without the escape. */
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String GSM_ESCAPED = "^{}\\[~]|€";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private ChannelText() {}

    /** How long a text is, in the channel's own count. */
    public static int length(Channel channel, String text) {
        return switch (channel) {
            case X -> weighed(text);
            case INSTAGRAM -> text.getBytes(StandardCharsets.UTF_8).length;
            case SMS -> septets(text);
            case WEB, WHATSAPP, TELEGRAM, EMAIL, FACEBOOK, TIKTOK, YOUTUBE, API, OPEN311 -> text.length();
        };
    }

    /**
     * As X weighs it, word by word: neither a link nor an emoji goes across a blank, plain characters weigh one each, and
     * X's own counter looks for both in vain. A text is counted many times until it fits.
     */
    private static int weighed(String text) {
        if (text.trim().isEmpty()) {
            return 0; // to X a tweet of blanks alone is none
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return counted(text); // X counts what is composed, and may then lose its place in words further on
        }
        int weight = 0;
        int from = 0;
        while (from < text.length()) {
            int end = from;
            boolean plain = true;
            while (end < text.length() && !isBlank(text.charAt(end))) {
                plain &= isPlain(text.charAt(end));
                end++;
            }
            String word = text.substring(from, end);
            weight += plain && !hasLink(word) ? word.length() : counted(word);
            if (end < text.length()) {
                weight++;
                end++;
            }
            from = end;
        }
        return weight;
    }

    private static int counted(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }

    /** Before the combining marks only two characters are emoji. */
    private static boolean isPlain(char character) {
        return character < '\u0300' && character != '\u00A9' && character != '\u00AE';
    }

    /** Whether there may be a link, for which there must be a dot right before what is neither a digit nor a dot. */
    private static boolean hasLink(String text) {
        for (int dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            char next = text.charAt(dot + 1);
            if (next != '.' && !Character.isWhitespace(next) && !(next >= '0' && next <= '9')) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text can be sent in one piece. */
    public static boolean fits(Channel channel, String text, int limit) {
        return length(channel, text) <= limit;
    }

    /**
     * Behind the last character that still fits; behind the whole text when all of it does. Found by halving, as a text
     * is counted as a whole: one character can make an SMS dearer, or a link of what was words.
     */
    public static int fitting(Channel channel, String text, int limit) {
        if (fits(channel, text, limit)) {
            return text.length();
        }
        int fits = 0;
        int tooLong = text.length();
        // A text may be far longer than what fits: only its beginning is counted again and again.
        for (int end = Math.max(1, limit); end < text.length(); end = (int) Math.min(2L * end, Integer.MAX_VALUE)) {
            int cut = atCharacter(text, end);
            if (!fits(channel, text.substring(0, cut), limit)) {
                tooLong = cut;
                break;
            }
            fits = cut;
        }
        while (text.offsetByCodePoints(fits, 1) < tooLong) {
            int between = atCharacter(text, fits + (tooLong - fits + 1) / 2);
            int end = between > fits && between < tooLong ? between : text.offsetByCodePoints(fits, 1);
            if (fits(channel, text.substring(0, end), limit)) {
                fits = end;
            } else {
                tooLong = end;
            }
        }
        return fits;
    }

    /** Not between the two halves of a character. */
    private static int atCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }

    /** How many SMS a text takes: one of 160 or 70, or several of 153 or 67. */
    public static int segments(String text) {
        int septets = gsm(text);
        if (septets >= 0) {
            return septets <= 160 ? 1 : (septets + 152) / 153;
        }
        return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
    }

    /** As many whole sentences from the start as fit; the empty text when not even one does. */
    public static String wholeSentences(Channel channel, String text, int limit) {
        String kept = "";
        for (int end : sentenceEnds(text)) {
            String longer = text.substring(0, end).strip();
            if (!fits(channel, longer, limit)) {
                break;
            }
            kept = longer;
        }
        return kept;
    }

    /**
     * The text in pieces that each fit, cut between paragraphs or sentences, between words only where a sentence alone
     * is too long. Several pieces bear their place, as (1/2).
     *
     * @throws IllegalArgumentException if the limit leaves no room for words
     */
    public static List<String> split(Channel channel, String text, int limit) {
        if (fits(channel, text, limit)) {
            return List.of(text);
        }
        int room = limit - length(channel, " (10/10)");
        if (room < 10) {
            throw new IllegalArgumentException("nothing can be said in " + limit);
        }
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            String piece = fits(channel, rest, room) ? rest : wholeSentences(channel, rest, room);
            if (piece.isEmpty()) {
                piece = wholeWords(channel, rest, room);
            }
            pieces.add(piece);
            rest = rest.substring(piece.length()).strip();
        }
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            marked.add(pieces.get(i) + " (" + (i + 1) + "/" + pieces.size() + ")");
        }
        return marked;
    }

    /** As many whole words from the start as fit; part of the first when it alone is too long. */
    static String wholeWords(Channel channel, String text, int limit) {
        int fits = fitting(channel, text, limit);
        if (fits == text.length()) {
            return text;
        }
        int end = fits;
        while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end > 0 ? end : fits).stripTrailing();
    }

    private static List<Integer> sentenceEnds(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(INDONESIAN);
        sentences.setText(text);
        List<Integer> ends = new ArrayList<>();
        sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
        return ends;
    }

    private static int septets(String text) {
        int gsm = gsm(text);
        return gsm >= 0 ? gsm : (text.length() * 160 + 69) / 70;
    }

    /** In septets of the alphabet; negative when a character is not in it. */
    private static int gsm(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            if (GSM.indexOf(text.charAt(i)) >= 0) {
                septets++;
            } else if (GSM_ESCAPED.indexOf(text.charAt(i)) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }
}
