package id.sigap.triage.features;

import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Tone;
import id.sigap.triage.text.WordClasses;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into features: words, neighbouring pairs, pieces of words (3 to 5 characters), and cues that generalise:
 * classes of words and their combinations, shapes, tone and length. One instance per thread.
 */
public final class Features {
    private static final WordClasses CUES = WordClasses.of("cues.txt");
    private static final int GOOD = CUES.number("good");
    private static final int BAD = CUES.number("bad");
    private static final int HEAD = 1200;
    private static final int TAIL = 300;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;

    private final FeatureVector vector = new FeatureVector();
    private final int[] cueCounts = new int[CUES.count()];
    private int previousCues;

    /** The features of a text, until the next call. */
    public FeatureVector of(NormalText text) {
        vector.clear();
        Arrays.fill(cueCounts, 0);
        previousCues = 0;
        List<Token> tokens = text.tokens();
        Token previous = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (i == HEAD && tokens.size() > HEAD + TAIL) {
                // Of a pasted page the beginning and the end tell enough.
                i = tokens.size() - TAIL;
            }
            Token token = tokens.get(i);
            vector.owner(i);
            word(token);
            pair(previous == null ? "^" : name(previous), name(token));
            cues(previous, token);
            previous = token;
        }
        vector.owner(FeatureVector.NOBODY);
        pair(previous == null ? "^" : name(previous), "$");
        summary(text, tokens);
        cue('0', "bias");
        return vector;
    }

    /** What a token is called among the features, e.g. in the reasons of a decision. */
    public static String name(Token token) {
        return token.shape() == Token.Shape.NUMBER ? numberName(token.word()) : token.word();
    }

    private static String numberName(String digits) {
        return digits.length() > 6 ? "<long number>" : digits.length() > 2 ? "<number>" : "<small number>";
    }

    private void word(Token token) {
        String name = name(token);
        vector.add(Family.WORD, Hashing.finish(Hashing.text(Hashing.seed('w'), name)));
        switch (token.shape()) {
            case WORD, HASHTAG, SPACED -> pieces(name);
            case MIXED -> {
                pieces(name);
                pieces(unmasked(name));
                cue('s', "mixed");
                if (endsWithDigits(name)) {
                    cue('s', "brand and digits");
                }
            }
            case NUMBER, URL, EMAIL, HANDLE, EMOJI, MARK -> {
                // One feature says all about these.
            }
        }
        if (token.shape() != Token.Shape.WORD) {
            cue('s', token.shape().name());
        }
    }

    private void pieces(String word) {
        String framed = "^" + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word) + "$";
        for (int start = 0; start < framed.length(); start++) {
            long hash = Hashing.seed('c');
            int stop = Math.min(framed.length(), start + LONGEST_PIECE);
            for (int i = start; i < stop; i++) {
                hash = Hashing.step(hash, framed.charAt(i));
                if (i - start + 1 >= SHORTEST_PIECE) {
                    vector.add(Family.PIECE, Hashing.finish(hash));
                }
            }
        }
    }

    /** Letters instead of the digits that stand for them: g4c0r is gacor. */
    private static String unmasked(String word) {
        return word.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static boolean endsWithDigits(String word) {
        int length = word.length();
        return length > 4
                && Character.isDigit(word.charAt(length - 1))
                && Character.isDigit(word.charAt(length - 2))
                && Character.isLetter(word.charAt(0));
    }

    private void pair(String first, String second) {
        long hash = Hashing.step(Hashing.text(Hashing.seed('b'), first), ' ');
        vector.add(Family.PAIR, Hashing.finish(Hashing.text(hash, second)));
    }

    private void cues(@Nullable Token previous, Token token) {
        int classes = CUES.bits(token.word());
        boolean negated = false;
        if (previous != null) {
            classes |= CUES.bits(previous.word() + "_" + token.word());
            negated = isNegation(previous.word());
        }
        if (negated && (classes & 1 << GOOD) != 0) {
            classes = (classes & ~(1 << GOOD)) | 1 << BAD;
            cue('n', "not good");
        } else if (negated && (classes & 1 << BAD) != 0) {
            classes &= ~(1 << BAD);
            cue('n', "not bad");
        }
        for (int i = 0; i < cueCounts.length; i++) {
            if ((classes & (1 << i)) != 0) {
                cueCounts[i]++;
                if (previousCues != 0) {
                    follows(i);
                }
            }
        }
        previousCues = classes;
    }

    private void follows(int cue) {
        for (int i = 0; i < cueCounts.length; i++) {
            if ((previousCues & (1 << i)) != 0) {
                cue('o', i + ">" + cue);
            }
        }
    }

    private static boolean isNegation(String word) {
        return word.equals("tidak") || word.equals("bukan") || word.equals("kurang") || word.equals("belum");
    }

    private void summary(NormalText text, List<Token> tokens) {
        combinations(text.tone().questions() > 0);
        polarity();
        tone(text, tokens);
        int length = tokens.size();
        cue(
                'l',
                length <= 2
                        ? "tiny"
                        : length <= 6 ? "short" : length <= 20 ? "middle" : length <= 60 ? "long" : "huge");
        for (int i = 0; i < Math.min(2, length); i++) {
            int bits = CUES.bits(tokens.get(i).word());
            for (int c = 0; c < cueCounts.length; c++) {
                if ((bits & (1 << c)) != 0) {
                    cue('b', "begins " + c);
                }
            }
        }
    }

    private void combinations(boolean asks) {
        for (int i = 0; i < cueCounts.length; i++) {
            if (cueCounts[i] == 0) {
                cue('k', "no " + i);
                continue;
            }
            cue('k', String.valueOf(i));
            cue('k', i + (cueCounts[i] > 3 ? " many" : cueCounts[i] > 1 ? " some" : " one"));
            for (int j = i + 1; j < cueCounts.length; j++) {
                if (cueCounts[j] > 0) {
                    cue('k', i + "+" + j);
                }
            }
            if (asks) {
                cue('k', i + "?");
            }
        }
    }

    private void tone(NormalText text, List<Token> tokens) {
        Tone tone = text.tone();
        if (tone.questions() > 0) {
            cue('t', "asks");
            boolean last =
                    !tokens.isEmpty() && tokens.get(tokens.size() - 1).word().equals("?");
            cue('t', last ? "ends asking" : "asks within");
        }
        if (tone.exclamations() > 0) {
            cue('t', tone.exclamations() > 2 ? "shouts" : "exclaims");
        }
        if (tone.disguises() > 0) {
            cue('t', tone.disguises() > 2 ? "disguised" : "one letter disguised");
        }
        if (tone.elongations() > 0) {
            cue('t', "drawn out");
        }
        if (tone.letters() > 10) {
            if (tone.capitals() * 2 > tone.letters()) {
                cue('t', "capitals");
            } else {
                standingOut(text, tokens);
            }
        }
    }

    /** A name in capitals among ordinary words: abbreviations of agencies are short, advertised brands are not. */
    private void standingOut(NormalText text, List<Token> tokens) {
        for (int i = 0; i < Math.min(tokens.size(), HEAD); i++) {
            Token token = tokens.get(i);
            int length = token.end() - token.start();
            if ((token.shape() == Token.Shape.WORD || token.shape() == Token.Shape.MIXED)
                    && length > 2
                    && isCapital(text, token.start())
                    && isCapital(text, token.start() + 1)
                    && isCapital(text, token.start() + 2)) {
                cue('c', token.shape() == Token.Shape.MIXED ? "brand" : length > 5 ? "long name" : "short name");
            }
        }
    }

    private static boolean isCapital(NormalText text, int index) {
        return Character.isUpperCase(text.original().codePointAt(text.start(index)));
    }

    private void polarity() {
        int good = cueCounts[GOOD] + cueCounts[CUES.number("hope")];
        int bad = cueCounts[BAD] + 2 * cueCounts[CUES.number("swear")];
        cue('p', good > bad ? "good" : good < bad ? "bad" : good == 0 ? "none" : "even");
    }

    private void cue(char kind, String name) {
        vector.add(Family.CUE, Hashing.finish(Hashing.text(Hashing.step(Hashing.seed('f'), kind), name)));
    }
}
