package id.sigap.triage.text;

import id.sigap.triage.text.Token.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins words whose letters are drawn apart by blanks, dots, lines or emoji, all by the same width: "g a c o r",
 * "s.l.o.t", "B|O|S|S|8|8", "g🔥a🔥c🔥o🔥r". A wider gap is a gap between two words.
 */
final class SpacedLetters {
    private static final int FEWEST = 4;
    private static final int FEWEST_LETTERS = 3;
    private static final int MOST = 30;
    private static final int WIDEST_GAP = 4;

    private final String plain;
    private final List<Token> tokens;

    private SpacedLetters(String plain, List<Token> tokens) {
        this.plain = plain;
        this.tokens = tokens;
    }

    /** The tokens with such words joined; the emoji between their letters follow them. */
    static List<Token> joined(String plain, List<Token> tokens) {
        return hasSingles(tokens) ? new SpacedLetters(plain, tokens).joined() : tokens;
    }

    /** Whether there are so many single letters that looking closer is worth it. */
    private static boolean hasSingles(List<Token> tokens) {
        int singles = 0;
        for (int i = 0; i < tokens.size() && singles < FEWEST; i++) {
            singles += isSingle(tokens.get(i)) ? 1 : 0;
        }
        return singles == FEWEST;
    }

    private List<Token> joined() {
        List<Token> joined = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            int stop = end(at);
            if (stop > at + 1) {
                join(joined, at, stop);
            } else {
                joined.add(tokens.get(at));
                stop = at + 1;
            }
            at = stop;
        }
        return joined;
    }

    private void join(List<Token> joined, int from, int to) {
        StringBuilder word = new StringBuilder();
        List<Token> between = new ArrayList<>();
        for (Token token : tokens.subList(from, to)) {
            if (isSingle(token)) {
                word.append(plain, token.start(), token.end());
            } else {
                between.add(token);
            }
        }
        int start = tokens.get(from).start();
        String written = word.toString();
        Spelling spelling = Spelling.of(written, 0, written.length());
        int end = tokens.get(to - 1).end();
        joined.add(Token.of(spelling.word(), Shape.SPACED, spelling, start, end));
        joined.addAll(between);
    }

    /** Behind the letters that begin here, or this place when they are too few. */
    private int end(int start) {
        if (!isSingle(tokens.get(start)) || tokens.get(start).shape() != Shape.WORD) {
            return start;
        }
        int last = start;
        int singles = 1;
        int letters = 1;
        while (singles < MOST) {
            int next = nextSingle(last);
            if (next < 0) {
                break;
            }
            if (!isGapLike(start, last, next)) {
                break;
            }
            singles++;
            letters += tokens.get(next).shape() == Shape.WORD ? 1 : 0;
            last = next;
        }
        return singles >= FEWEST && letters >= FEWEST_LETTERS ? last + 1 : start;
    }

    /** Whether what parts two letters is what parts the first two. */
    private boolean isGapLike(int first, int last, int next) {
        int from = tokens.get(first).end();
        int gap = tokens.get(last).end();
        int width = tokens.get(next).start() - gap;
        return width <= WIDEST_GAP
                && (first == last || (plain.regionMatches(from, plain, gap, width) && isSingleAt(from + width)));
    }

    private boolean isSingleAt(int at) {
        return Character.isLetterOrDigit(plain.charAt(at));
    }

    /** The next single letter, with at most one sign before it, or -1. */
    private int nextSingle(int last) {
        int next = last + 1;
        if (next < tokens.size() && isSign(tokens.get(next))) {
            next++;
        }
        return next < tokens.size() && isSingle(tokens.get(next)) ? next : -1;
    }

    private static boolean isSign(Token token) {
        return token.shape() == Shape.EMOJI || token.shape() == Shape.MARK;
    }

    private static boolean isSingle(Token token) {
        return token.end() - token.start() == 1 && (token.shape() == Shape.WORD || token.shape() == Shape.NUMBER);
    }
}
