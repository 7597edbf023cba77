package id.sigap.triage.text;

import id.sigap.triage.text.Token.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a plain text into tokens in one pass over its white-space-separated chunks. */
final class Tokeniser {
    private static final Set<String> DOMAINS = Set.of(
            "com", "id", "net", "org", "xyz", "site", "online", "vip", "me", "io", "club", "top", "link", "ly", "co",
            "info", "shop", "store", "live", "pro", "fun", "app", "bet", "win", "cc", "biz", "tv");
    private static final int SPACED_LETTERS = 4;
    private static final int LONGEST_SPACED = 30;

    private final String plain;
    private final List<Token> tokens = new ArrayList<>();

    private Tokeniser(String plain) {
        this.plain = plain;
    }

    static List<Token> tokens(String plain) {
        Tokeniser tokeniser = new Tokeniser(plain);
        int at = 0;
        while (at < plain.length()) {
            if (Character.isWhitespace(plain.charAt(at)) || Character.isSpaceChar(plain.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < plain.length()
                    && !Character.isWhitespace(plain.charAt(end))
                    && !Character.isSpaceChar(plain.charAt(end))) {
                end++;
            }
            tokeniser.chunk(at, end);
            at = end;
        }
        return List.copyOf(joinSpaced(tokeniser.tokens));
    }

    private void chunk(int start, int end) {
        if (isUrl(start, end)) {
            tokens.add(new Token("<url>", Shape.URL, start, end));
        } else if (isEmail(start, end)) {
            tokens.add(new Token("<email>", Shape.EMAIL, start, end));
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
        int slash = indexOf('/', start, Math.min(end, start + 253));
        int stop = trimmed(start, slash < 0 ? end : slash);
        if (stop - start > 253) {
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
        int at = end - start > 320 ? -1 : indexOf('@', start, end);
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
            int codePoint = plain.codePointAt(at);
            char c = plain.charAt(at);
            if (Character.isLetterOrDigit(codePoint)) {
                at = word(at, end);
            } else if ((c == '@' || c == '#') && at + 1 < end && Character.isLetterOrDigit(plain.charAt(at + 1))) {
                at = tag(at, end);
            } else {
                if (c == '?' || c == '!') {
                    tokens.add(new Token(String.valueOf(c), Shape.MARK, at, at + 1));
                } else if (isEmoji(codePoint)) {
                    int stop = Math.min(end, at + Character.charCount(codePoint));
                    tokens.add(new Token(plain.substring(at, stop), Shape.EMOJI, at, stop));
                }
                at += Character.charCount(codePoint);
            }
        }
    }

    private static boolean isEmoji(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private int endOfWord(int start, int end) {
        int at = start;
        while (at < end) {
            int codePoint = plain.codePointAt(at);
            boolean inside = Character.isLetterOrDigit(codePoint) || (codePoint == '_' && at > start);
            if (!inside) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return Math.min(at, end);
    }

    private int word(int start, int end) {
        int stop = endOfWord(start, end);
        int digits = 0;
        for (int i = start; i < stop; i++) {
            digits += Character.isDigit(plain.charAt(i)) ? 1 : 0;
        }
        String raw = plain.substring(start, stop);
        if (digits == 0) {
            tokens.add(new Token(Slang.canonical(raw), Shape.WORD, start, stop));
        } else if (digits == raw.length()) {
            tokens.add(new Token(raw, Shape.NUMBER, start, stop));
        } else if (digits == 1 && raw.length() > 3 && raw.endsWith("2")) {
            // "kereta2" is how people write "kereta-kereta".
            tokens.add(new Token(Slang.canonical(raw.substring(0, raw.length() - 1)), Shape.WORD, start, stop));
        } else {
            tokens.add(new Token(Slang.canonical(raw), Shape.MIXED, start, stop));
        }
        return stop;
    }

    private int tag(int start, int end) {
        int stop = endOfWord(start + 1, end);
        boolean handle = plain.charAt(start) == '@';
        String word = handle ? "<handle>" : plain.substring(start + 1, stop);
        tokens.add(new Token(word, handle ? Shape.HANDLE : Shape.HASHTAG, start, stop));
        return stop;
    }

    private static List<Token> joinSpaced(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            int stop = endOfSpaced(tokens, at);
            if (stop - at >= SPACED_LETTERS) {
                StringBuilder word = new StringBuilder();
                tokens.subList(at, stop).forEach(token -> word.append(token.word()));
                joined.add(new Token(
                        word.toString(),
                        Shape.SPACED,
                        tokens.get(at).start(),
                        tokens.get(stop - 1).end()));
            } else {
                joined.addAll(tokens.subList(at, stop));
            }
            at = stop;
        }
        return joined;
    }

    /** Behind the single letters and digits that begin with a letter here; behind this token if there are none. */
    private static int endOfSpaced(List<Token> tokens, int start) {
        int stop = start;
        if (tokens.get(start).shape() == Shape.WORD) {
            while (stop < tokens.size() && stop - start < LONGEST_SPACED && isSingle(tokens.get(stop))) {
                stop++;
            }
        }
        return Math.max(stop, start + 1);
    }

    private static boolean isSingle(Token token) {
        return token.end() - token.start() == 1 && (token.shape() == Shape.WORD || token.shape() == Shape.NUMBER);
    }
}
