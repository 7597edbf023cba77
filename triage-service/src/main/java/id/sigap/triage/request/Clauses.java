package id.sigap.triage.request;

import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Token.Shape;
import id.sigap.triage.text.WordClasses;
import java.util.Arrays;
import java.util.List;

/** The clauses of a text, and what they do. */
final class Clauses {
    private static final WordClasses WORDS = WordClasses.of("requests.txt");
    private static final int ASK = bit("ask");
    private static final int INQUIRE = bit("inquire");
    private static final int PLEA = bit("plea");
    private static final int SHOULD = bit("should");
    private static final int POLITE = bit("polite");
    private static final int ANNOUNCE = bit("announce");
    private static final int GENERIC = bit("generic");
    private static final int LINK = bit("link");
    private static final int ORDER = bit("order");
    private static final int SHORT = bit("short");

    private static final WordClasses CUES = WordClasses.of("cues.txt");
    private static final int GREETING = 1 << CUES.number("greet");
    private static final int HARM = 1 << CUES.number("bad")
            | 1 << CUES.number("broken")
            | 1 << CUES.number("delay")
            | 1 << CUES.number("rude")
            | 1 << CUES.number("dirty")
            | 1 << CUES.number("safety");

    /** How far into a clause its first word of asking may stand. */
    private static final int BEGINNING = 5;

    private static final int ANNOUNCEMENT = 6;

    private final NormalText text;
    private final List<Token> tokens;
    private final int[] bits;
    private final boolean[] listMarks;
    private int[] starts = new int[16];
    private boolean[] sentences = new boolean[16];
    private int size;

    private Clauses(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.bits = new int[tokens.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = WORDS.bits(tokens, i);
        }
        this.listMarks = listMarks(text);
        add(0, true);
        for (int i = 1; i < bits.length; i++) {
            cut(i);
        }
    }

    static Clauses of(NormalText text) {
        return new Clauses(text);
    }

    int size() {
        return size;
    }

    /** The first token of a clause. */
    int from(int clause) {
        return starts[clause];
    }

    /** Behind the last token of a clause. */
    int to(int clause) {
        return clause + 1 < size ? starts[clause + 1] : tokens.size();
    }

    boolean beginsSentence(int clause) {
        return sentences[clause];
    }

    /** Whether a clause asks or demands something. */
    boolean asks(int clause) {
        int from = from(clause);
        int to = to(clause);
        int begun = content(from, to);
        boolean choice = false;
        for (int i = from; i < to; i++) {
            if (isPolite(i, to)) {
                i++;
                continue;
            }
            String word = tokens.get(i).word();
            boolean early = i < begun + BEGINNING;
            if (word.equals("?")
                    || (bits[i] & (INQUIRE | SHOULD)) != 0
                    || (early && (bits[i] & ASK) != 0)
                    || ((bits[i] & PLEA) != 0 && (early || !word.equals("minta")))) {
                return true;
            }
            choice |= word.equals("bisa") || word.equals("boleh") || word.equals("ada") || word.equals("masih");
            if (choice && i >= to - 3 && i > from + 1 && (word.equals("tidak") || word.equals("belum"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause within a sentence asks for something else than what stands before it. */
    boolean asksAnew(int clause) {
        int from = from(clause);
        int to = to(clause);
        int begun = content(from, to);
        if (isGeneric(from, to)) {
            return false;
        }
        for (int i = begun; i < Math.min(to, begun + 3); i++) {
            if ((bits[i] & (ASK | INQUIRE | PLEA)) != 0 && !isPolite(i, to)) {
                return true;
            }
        }
        return false;
    }

    /** The first token behind list marks and conjunctions, or the first of all if there is nothing else. */
    int content(int from, int to) {
        int at = from;
        while (at < to && (listMarks[at] || (bits[at] & (LINK | ORDER)) != 0)) {
            at++;
        }
        return at == to ? from : at;
    }

    /** Whether there is nothing in it but words of asking. */
    boolean isGeneric(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).shape() == Shape.MARK || tokens.get(i).shape() == Shape.EMOJI) {
                continue;
            }
            if ((bits[i] & (GENERIC | LINK)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** "mau tanya min" */
    boolean onlyAnnounces(int from, int to) {
        if (to - from > ANNOUNCEMENT) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((bits[i] & ANNOUNCE) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean onlyGreets(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).shape() == Shape.WORD
                    && (CUES.bits(tokens.get(i)) & GREETING) == 0
                    && (bits[i] & (GENERIC | POLITE)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many words of harm there are. */
    int harms(int from, int to) {
        int harms = 0;
        for (int i = from; i < to; i++) {
            harms += (CUES.bits(tokens.get(i)) & HARM) != 0 ? 1 : 0;
        }
        return harms;
    }

    /** A phrase like "mohon maaf": of the plea in it nothing is to be thought. */
    private boolean isPolite(int at, int to) {
        return at + 1 < to && (bits[at + 1] & POLITE) != 0 && (bits[at] & PLEA) != 0;
    }

    private void cut(int at) {
        if (listMarks[at]) {
            add(at, true);
            return;
        }
        Token token = tokens.get(at);
        if (token.shape() == Shape.MARK || token.shape() == Shape.EMOJI || listMarks[at - 1]) {
            return;
        }
        Token before = tokens.get(at - 1);
        if (before.shape() == Shape.MARK || endsSentence(before, token, at)) {
            add(at, true);
        } else if (hasPause(before.end(), token.start()) || (bits[at] & LINK) != 0) {
            add(at, false);
        }
    }

    private boolean endsSentence(Token before, Token token, int at) {
        String plain = text.plain();
        int from = before.end();
        for (int i = from; i < token.start(); i++) {
            char c = plain.charAt(i);
            boolean stop = (c == '.' || c == ';') && i + 1 < token.start();
            boolean abbreviated = i == from && (bits[at - 1] & SHORT) != 0;
            if (c == '\n' || c == '•' || (stop && !abbreviated)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPause(int from, int to) {
        String plain = text.plain();
        for (int i = from; i + 1 < to; i++) {
            char c = plain.charAt(i);
            if (c == ',' || c == ':' || c == '-' || c == '–' || c == '—' || c == '/') {
                return true;
            }
        }
        return false;
    }

    /** "1." or "2)": the first of a list, or the next of one that has begun. */
    private static boolean[] listMarks(NormalText text) {
        List<Token> tokens = text.tokens();
        boolean[] marks = new boolean[tokens.size()];
        int listed = 0;
        for (int i = 0; i + 1 < marks.length; i++) {
            Token token = tokens.get(i);
            if (token.shape() == Shape.NUMBER && isMarked(text, token, tokens.get(i + 1))) {
                int number = number(token.word());
                if (number == 1 || number == listed + 1) {
                    marks[i] = true;
                    listed = number;
                }
            }
        }
        return marks;
    }

    private static boolean isMarked(NormalText text, Token token, Token next) {
        String plain = text.plain();
        char behind = token.end() < plain.length() ? plain.charAt(token.end()) : ' ';
        return token.end() - token.start() <= 2 && (behind == '.' || behind == ')') && next.shape() != Shape.NUMBER;
    }

    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + Character.digit(digits.charAt(i), 10);
        }
        return number;
    }

    private void add(int token, boolean sentence) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            sentences = Arrays.copyOf(sentences, size * 2);
        }
        starts[size] = token;
        sentences[size] = sentence;
        size++;
    }

    private static int bit(String name) {
        return 1 << WORDS.number(name);
    }
}
