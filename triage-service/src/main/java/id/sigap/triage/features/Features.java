package id.sigap.triage.features;

import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.text.Memo;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Tone;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into features: words, pairs of neighbours and of words with one between them, pieces of words (3 to 5
 * characters), and cues that generalise: classes of words and their combinations, what stands at the beginning and at the
 * end, shapes, tone and length. One instance per thread.
 */
public final class Features {
    private static final int HEAD = 1200;
    private static final int TAIL = 300;

    /** So many words are the beginning of a message, where people say what they come for. */
    private static final int FIRST = 5;

    /** So many words are its end, where they say what it comes to. */
    private static final int LAST = 6;

    private static final long BEFORE_ALL = Hashing.finish(Hashing.seed('^'));
    private static final long BEHIND_ALL = Hashing.finish(Hashing.seed('$'));

    private static final Memo.Place<WordHashes> HASHES = new Memo.Place<>(Features::hashes);
    private static final Memo.Place<Boolean> NEGATES = new Memo.Place<>(token -> negates(token.word()));
    private static final Memo.Place<WordHashes> UNMASKED =
            new Memo.Place<>(token -> WordHashes.piecesOf(unmasked(token.word())));

    private final FeatureVector vector = new FeatureVector();
    private final int[] cueCounts = new int[Cues.COUNT];
    private int previousCues;
    private int previousSense;
    private @Nullable WordHashes current;
    private @Nullable WordHashes previousWord;
    private long oneBack;
    private long twoBack;

    /** The features of a text, until the next call. */
    public FeatureVector of(NormalText text) {
        vector.clear();
        Arrays.fill(cueCounts, 0);
        previousCues = 0;
        previousSense = -1;
        previousWord = null;
        oneBack = BEFORE_ALL;
        twoBack = BEFORE_ALL;
        List<Token> tokens = text.tokens();
        Token previous = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (i == HEAD && tokens.size() > HEAD + TAIL) {
                // Of a pasted page the beginning and the end tell enough.
                i = tokens.size() - TAIL;
            }
            Token token = tokens.get(i);
            vector.owner(i);
            pairs(word(token).whole());
            cues(previous, tokens, i);
            senses(previous, token, i, tokens.size());
            previous = token;
        }
        vector.owner(FeatureVector.NOBODY);
        pairs(BEHIND_ALL);
        summary(text, tokens);
        vector.add(Family.CUE, Cues.BIAS);
        return vector;
    }

    /** What a token is called among the features, e.g. in the reasons of a decision. */
    public static String name(Token token) {
        return token.shape() == Token.Shape.NUMBER ? numberName(token.word()) : token.word();
    }

    private static String numberName(String digits) {
        return digits.length() > 6 ? "<long number>" : digits.length() > 2 ? "<number>" : "<small number>";
    }

    private WordHashes word(Token token) {
        WordHashes word = HASHES.of(token);
        current = word;
        vector.add(word);
        switch (token.shape()) {
            case MIXED -> {
                vector.add(UNMASKED.of(token));
                vector.add(Family.CUE, Cues.MIXED);
                if (endsWithDigits(token.word())) {
                    vector.add(Family.CUE, Cues.BRAND_AND_DIGITS);
                }
            }
            case EMOJI -> emoji(token);
            case WORD, HASHTAG, SPACED, NUMBER, URL, EMAIL, HANDLE, MARK -> {
                // The word and its pieces say all about these.
            }
        }
        if (token.shape() != Token.Shape.WORD) {
            vector.add(Family.CUE, Cues.shape(token.shape()));
        }
        return word;
    }

    private static WordHashes hashes(Token token) {
        return switch (token.shape()) {
            case WORD, HASHTAG, SPACED, MIXED -> WordHashes.withPieces(name(token));
            case NUMBER, URL, EMAIL, HANDLE, MARK, EMOJI -> WordHashes.whole(name(token));
        };
    }

    /** What people mean with an emoji: there are more emoji than any corpus has. */
    private void emoji(Token token) {
        for (int left = Cues.EMOJI.bits(token); left != 0; left &= left - 1) {
            vector.add(Family.CUE, Cues.emoji(Integer.numberOfTrailingZeros(left)));
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

    /** A word with the one before it, and with the one before that. */
    private void pairs(long word) {
        vector.add(Family.PAIR, Hashing.both('b', oneBack, word));
        if (oneBack != BEFORE_ALL) {
            vector.add(Family.GAPPED, Hashing.both('g', twoBack, word));
        }
        twoBack = oneBack;
        oneBack = word;
    }

    private void cues(@Nullable Token previous, List<Token> tokens, int index) {
        int own = Cues.CLASSES.bits(tokens.get(index));
        if (previous != null && own != 0 && isNegation(previous)) {
            own = negated(own);
        }
        int classes = own | Cues.CLASSES.phrases(tokens, index);
        for (int left = classes; left != 0; left &= left - 1) {
            int cue = Integer.numberOfTrailingZeros(left);
            cueCounts[cue]++;
            for (int before = previousCues; before != 0; before &= before - 1) {
                vector.add(Family.CUE, Cues.follows(Integer.numberOfTrailingZeros(before), cue));
            }
            if (index < FIRST) {
                vector.add(Family.EDGE, Cues.FIRST[cue]);
            }
            if (index >= tokens.size() - LAST) {
                vector.add(Family.EDGE, Cues.LAST[cue]);
            }
        }
        previousCues = classes;
    }

    /** Classes of near meanings: of the word, turned round behind a negation, of the phrase, and one after another. */
    private void senses(@Nullable Token previous, Token token, int index, int length) {
        WordHashes word = current;
        WordHashes before = previousWord;
        previousWord = word;
        if (!token.isWord() || word == null) {
            return;
        }
        boolean negated = previous != null && isNegation(previous);
        int[] own = word.senses();
        for (int sense : own) {
            vector.add(Family.SENSE, negated ? Senses.NOT[sense] : Senses.IS[sense]);
            if (previousSense >= 0) {
                vector.add(Family.SENSE, Senses.follows(previousSense, sense));
            }
            if (index < FIRST) {
                vector.add(Family.EDGE, Senses.FIRST[sense]);
            }
            if (index >= length - LAST) {
                vector.add(Family.EDGE, Senses.LAST[sense]);
            }
        }
        if (before != null
                && previous != null
                && previous.isWord()
                && before.phrases() != null
                && token.shape() != Token.Shape.NUMBER) {
            for (int sense : before.phrases().classes(token)) {
                vector.add(Family.SENSE, Senses.IS[sense]);
            }
        }
        previousSense = own.length > 0 ? own[0] : previousSense;
    }

    /** What a word's classes become behind a negation. A phrase that begins with one ("tidak bisa") means what it says. */
    private int negated(int own) {
        if ((own & (1 << Cues.GOOD)) != 0) {
            vector.add(Family.CUE, Cues.NOT_GOOD);
            return (own & ~(1 << Cues.GOOD)) | 1 << Cues.BAD;
        }
        if ((own & (1 << Cues.BAD)) != 0) {
            vector.add(Family.CUE, Cues.NOT_BAD);
            return own & ~(1 << Cues.BAD);
        }
        return own;
    }

    private static boolean isNegation(Token token) {
        return NEGATES.of(token);
    }

    private static boolean negates(String word) {
        return switch (word) {
            case "tidak", "bukan", "kurang", "belum", "tidak_ada", "belum_ada", "tidak_pernah", "belum_pernah" -> true;
            default -> false;
        };
    }

    private void summary(NormalText text, List<Token> tokens) {
        combinations(text.tone().questions() > 0);
        polarity();
        tone(text, tokens);
        int length = tokens.size();
        vector.add(Family.CUE, Cues.length(length));
        for (int i = 0; i < Math.min(2, length); i++) {
            int bits = Cues.CLASSES.bits(tokens.get(i));
            for (int left = bits; left != 0; left &= left - 1) {
                vector.add(Family.CUE, Cues.BEGINS[Integer.numberOfTrailingZeros(left)]);
            }
        }
    }

    private void combinations(boolean asks) {
        for (int i = 0; i < cueCounts.length; i++) {
            if (cueCounts[i] == 0) {
                vector.addNew(Family.CUE, Cues.NONE[i]);
                continue;
            }
            vector.addNew(Family.CUE, Cues.SOME[i]);
            vector.addNew(Family.CUE, Cues.times(i, cueCounts[i]));
            for (int j = i + 1; j < cueCounts.length; j++) {
                if (cueCounts[j] > 0) {
                    vector.addNew(Family.CUE, Cues.both(i, j));
                }
            }
            if (asks) {
                vector.addNew(Family.CUE, Cues.ASKED[i]);
            }
        }
    }

    private void tone(NormalText text, List<Token> tokens) {
        Tone tone = text.tone();
        if (tone.questions() > 0) {
            vector.add(Family.CUE, Cues.ASKS);
            boolean last =
                    !tokens.isEmpty() && tokens.get(tokens.size() - 1).word().equals("?");
            vector.add(Family.CUE, last ? Cues.ENDS_ASKING : Cues.ASKS_WITHIN);
        }
        if (tone.exclamations() > 0) {
            vector.add(Family.CUE, tone.exclamations() > 2 ? Cues.SHOUTS : Cues.EXCLAIMS);
        }
        if (tone.disguises() > 0) {
            vector.add(Family.CUE, tone.disguises() > 2 ? Cues.DISGUISED : Cues.ONE_DISGUISED);
        }
        if (tone.elongations() > 0) {
            vector.add(Family.CUE, Cues.DRAWN_OUT);
        }
        if (tone.letters() > 10) {
            if (tone.capitals() * 2 > tone.letters()) {
                vector.add(Family.CUE, Cues.CAPITALS);
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
                boolean brand = token.shape() == Token.Shape.MIXED;
                vector.add(Family.CUE, brand ? Cues.BRAND : length > 5 ? Cues.LONG_NAME : Cues.SHORT_NAME);
            }
        }
    }

    private static boolean isCapital(NormalText text, int index) {
        return Character.isUpperCase(text.original().codePointAt(text.start(index)));
    }

    private void polarity() {
        int good = cueCounts[Cues.GOOD] + cueCounts[Cues.HOPE];
        int bad = cueCounts[Cues.BAD] + 2 * cueCounts[Cues.SWEAR];
        vector.add(
                Family.CUE,
                good > bad
                        ? Cues.MORE_GOOD
                        : good < bad ? Cues.MORE_BAD : good == 0 ? Cues.NEITHER : Cues.AS_GOOD_AS_BAD);
    }
}
