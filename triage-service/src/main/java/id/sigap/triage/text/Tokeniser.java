package id.sigap.triage.text;

import id.sigap.triage.text.Token.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Cuts a plain text into tokens in one pass over its white-space-separated chunks. */
final class Tokeniser {
    private static final Set<String> DOMAINS = Set.of(
            "com", "id", "net", "org", "xyz", "site", "online", "vip", "me", "io", "club", "top", "link", "ly", "co",
            "info", "shop", "store", "live", "pro", "fun", "app", "bet", "win", "cc", "biz", "tv");
    /** What is measured in words that are glued to their number: 2jam, 50rb. */
    private static final Set<String> UNITS = Set.of(
            "jam", "menit", "mnt", "detik", "hari", "hr", "minggu", "mgg", "bulan", "bln", "tahun", "thn", "th", "rb",
            "rebu", "ribu", "jt", "juta", "km", "meter", "org", "orang", "kali", "x", "anak", "kg", "persen", "wib");

    private static final Spelling URL = new Spelling("<url>", "<url>", Shape.URL);
    private static final Spelling EMAIL = new Spelling("<email>", "<email>", Shape.EMAIL);
    private static final Spelling HANDLE = new Spelling("<handle>", "<handle>", Shape.HANDLE);
    private static final Spelling ASKS = new Spelling("?", "?", Shape.MARK);
    private static final Spelling EXCLAIMS = new Spelling("!", "!", Shape.MARK);

    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_ADDRESS = 320;
    private static final int ASCII = 0x80;

    private final String plain;
    private final List<Token> tokens;

    private Tokeniser(String plain) {
        this.plain = plain;
        this.tokens = new ArrayList<>(Math.max(8, plain.length() / 5));
    }

    /** The tokens of parts of a plain text, given by their places: first, behind, first, behind, … */
    static List<Token> tokens(String plain, int[] places) {
        Tokeniser tokeniser = new Tokeniser(plain);
        for (int i = 0; i < places.length; i += 2) {
            tokeniser.chunks(places[i], places[i + 1]);
        }
        return Collections.unmodifiableList(SpacedLetters.joined(plain, tokeniser.tokens));
    }

    private void chunks(int start, int end) {
        int at = start;
        while (at < end) {
            if (isSpace(plain.charAt(at))) {
                at++;
                continue;
            }
            int stop = at;
            boolean address = false;
            while (stop < end && !isSpace(plain.charAt(stop))) {
                char c = plain.charAt(stop);
                address |= c == '.' || c == '@' || c == ':';
                stop++;
            }
            if (address) {
                chunk(at, stop);
            } else {
                pieces(at, stop);
            }
            at = stop;
        }
    }

    static boolean isSpace(char c) {
        return c < ASCII
                ? c == ' ' || (c >= 0x9 && c <= 0xD) || (c >= 0x1C && c <= 0x1F)
                : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void chunk(int start, int end) {
        if (isUrl(start, end)) {
            tokens.add(new Token(URL, start, end));
        } else if (isEmail(start, end)) {
            tokens.add(new Token(EMAIL, start, end));
        } else {
            pieces(start, end);
        }
    }

    private boolean isUrl(int start, int end) {
        if (plain.startsWith("http://", start)
                || plain.startsWith("https://", start)
                || plain.startsWith("www.", start)) {
            return true;
        }
        // Domain names are short; the bound keeps a 100 kB chunk from being copied.
        int slash = indexOf('/', start, Math.min(end, start + LONGEST_DOMAIN));
        int stop = trimmed(start, slash < 0 ? end : slash);
        if (stop - start > LONGEST_DOMAIN) {
            return false;
        }
        int dot = lastDot(start, stop);
        return dot > start
                && Character.isLetterOrDigit(plain.charAt(dot - 1))
                && plain.charAt(dot) == '.'
                && DOMAINS.contains(plain.substring(dot + 1, stop))
                && indexOf('@', start, stop) < 0;
    }

    private boolean isEmail(int start, int end) {
        int at = end - start > LONGEST_ADDRESS ? -1 : indexOf('@', start, end);
        return at > start && lastDot(at, end - 1) > at + 1 && indexOf('@', at + 1, end) < 0;
    }

    private int lastDot(int start, int end) {
        int at = end - 1;
        while (at > start && plain.charAt(at) != '.') {
            at--;
        }
        return at;
    }

    private int indexOf(char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (plain.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int trimmed(int start, int end) {
        int stop = end;
        while (stop > start && !Character.isLetterOrDigit(plain.charAt(stop - 1))) {
            stop--;
        }
        return stop;
    }

    private void pieces(int start, int end) {
        int at = start;
        while (at < end) {
            char c = plain.charAt(at);
            if (isWordStart(at)) {
                at = word(at, end);
            } else if ((c == '@' || c == '#') && at + 1 < end && isWordStart(at + 1)) {
                at = tag(at, end);
            } else if (c < ASCII) {
                if (c == '?') {
                    tokens.add(new Token(ASKS, at, at + 1));
                } else if (c == '!') {
                    tokens.add(new Token(EXCLAIMS, at, at + 1));
                }
                at++;
            } else {
                int codePoint = plain.codePointAt(at);
                int stop = Math.min(end, at + Character.charCount(codePoint));
                if (Character.getType(codePoint) == Character.OTHER_SYMBOL) {
                    tokens.add(new Token(Spelling.of(plain, at, stop), at, stop));
                }
                at = stop;
            }
        }
    }

    private boolean isWordStart(int at) {
        char c = plain.charAt(at);
        return c < ASCII ? isAsciiWord(c) : Character.isLetterOrDigit(plain.codePointAt(at));
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private int endOfWord(int start, int end) {
        int at = start;
        while (at < end) {
            char c = plain.charAt(at);
            if (c < ASCII) {
                // An apostrophe or an asterisk between letters is part of a word: jum'at, anj*ng.
                boolean inside = isAsciiWord(c)
                        || (c == '_' && at > start)
                        || ((c == '\'' || c == '*')
                                && at > start
                                && at + 1 < end
                                && Character.isLetter(plain.charAt(at + 1))
                                && Character.isLetter(plain.charAt(at - 1)));
                if (!inside) {
                    return at;
                }
                at++;
            } else {
                int codePoint = plain.codePointAt(at);
                if (!Character.isLetterOrDigit(codePoint)) {
                    return at;
                }
                at += Character.charCount(codePoint);
            }
        }
        return Math.min(at, end);
    }

    private int word(int start, int end) {
        int stop = endOfWord(start, end);
        if (isDigit(start) && measured(start, stop)) {
            return stop;
        }
        Spelling spelling = Spelling.of(plain, start, stop);
        int behind = behindEcho(start, stop, end);
        if (behind > stop && spelling.shape() == Shape.WORD) {
            String once = Spelling.twice(spelling.raw());
            tokens.add(Token.of(once, Shape.WORD, Spelling.of(once, 0, once.length()), start, behind));
            return behind;
        }
        tokens.add(new Token(spelling, start, stop));
        return stop;
    }

    /** A number and its unit, e.g. 2jam, as two tokens. */
    private boolean measured(int start, int stop) {
        int unit = start;
        while (unit < stop && isDigit(unit)) {
            unit++;
        }
        if (unit == stop || stop - unit > 6 || !UNITS.contains(plain.substring(unit, stop))) {
            return false;
        }
        tokens.add(new Token(Spelling.of(plain, start, unit), start, unit));
        tokens.add(new Token(Spelling.of(plain, unit, stop), unit, stop));
        return true;
    }

    private boolean isDigit(int at) {
        return plain.charAt(at) >= '0' && plain.charAt(at) <= '9';
    }

    /** Behind the same word after a hyphen, as in kereta-kereta; the word's own end when there is none. */
    private int behindEcho(int start, int stop, int end) {
        int behind = stop + 1 + stop - start;
        boolean echo = stop < end
                && plain.charAt(stop) == '-'
                && behind <= end
                && plain.regionMatches(start, plain, stop + 1, stop - start)
                && (behind == end || !isWordStart(behind));
        return echo ? behind : stop;
    }

    private int tag(int start, int end) {
        int stop = endOfWord(start + 1, end);
        boolean handle = plain.charAt(start) == '@';
        if (handle) {
            tokens.add(new Token(HANDLE, start, stop));
        } else {
            Spelling spelling = Spelling.of(plain, start + 1, stop);
            tokens.add(Token.of(spelling.word(), Shape.HASHTAG, spelling, start, stop));
        }
        return stop;
    }
}
