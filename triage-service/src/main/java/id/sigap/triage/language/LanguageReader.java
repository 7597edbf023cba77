package id.sigap.triage.language;

import id.sigap.contracts.WrittenLanguage;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Tells the language of a text by a linear model of words and letters that was trained on the corpus. Each word also
 * votes for itself, so that English among words of the country is seen as mixed; a few borrowed words do not make it so. A language
 * that has no code of ours (Minangkabau, Banjarese, Batak …) is undetermined, and so is a text without words that tell.
 * Safe for many threads.
 */
public final class LanguageReader {
    /** Where the build puts the model. */
    public static final String RESOURCE = "/id/sigap/triage/language.model";
    /** The only head of the model. */
    public static final String HEAD = "language";
    /** Languages of the country without a code of ours. */
    public static final String OTHER = "other";

    private static final double SURE = 0.55;

    /** How clearly a word must be English, and not English, to count; in units of one word's weight. */
    private static final double CLEARLY_ENGLISH = 1.2;

    private static final double CLEARLY_LOCAL = 1.5;
    /** So many words of each make a text mixed; refund, booking and delay are not clearly English any more. */
    private static final int WORDS_OF_EACH = 2;

    private static final double SHARE_OF_EACH = 0.25;

    private static final Set<String> GRAMMAR = Set.of(
            "a", "an", "the", "is", "are", "was", "were", "be", "been", "am", "i", "you", "he", "she", "we", "they",
            "it", "my", "your", "our", "their", "this", "that", "these", "those", "and", "or", "but", "not", "if", "so",
            "of", "in", "on", "at", "to", "for", "from", "with", "by", "do", "does", "did", "have", "has", "had",
            "will", "can", "could", "would", "should", "what", "when", "where", "why", "how", "who", "there", "no",
            "please", "just", "than", "then", "any", "some", "all", "already", "because", "even", "still", "me", "us",
            "them");

    private final LinearWeights weights;
    private final List<String> labels;
    private final int english;
    private final ThreadLocal<LanguageFeatures> features = ThreadLocal.withInitial(LanguageFeatures::new);

    /** With trained weights. */
    public LanguageReader(LinearWeights weights) {
        this.weights = weights;
        this.labels = weights.head(HEAD).labels();
        this.english = labels.indexOf(WrittenLanguage.ENGLISH.wire());
    }

    /**
     * The model that was built with this module.
     *
     * @throws IllegalStateException if the module was built without training
     */
    public static LanguageReader bundled() {
        try (InputStream in = LanguageReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the model of languages is missing: build the module with Maven");
            }
            return new LanguageReader(LinearWeights.read(new DataInputStream(new BufferedInputStream(in, 1 << 16))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language of a text. */
    public WrittenLanguage of(NormalText text) {
        LanguageFeatures mine = features.get();
        FeatureVector vector = mine.of(text);
        if (mine.words() == 0) {
            return WrittenLanguage.UNDETERMINED;
        }
        Votes votes = votes(vector);
        if (votes.areMixed() && hasEnglishGrammar(text)) {
            return WrittenLanguage.MIXED;
        }
        double[] probabilities = LinearWeights.softmax(votes.sums());
        int best = LinearWeights.best(probabilities);
        if (probabilities[best] < SURE || labels.get(best).equals(OTHER)) {
            return WrittenLanguage.UNDETERMINED;
        }
        return WrittenLanguage.of(labels.get(best));
    }

    /** Borrowed words come without those that hold an English sentence together. */
    private static boolean hasEnglishGrammar(NormalText text) {
        for (Token token : text.tokens()) {
            if (GRAMMAR.contains(text.plain().substring(token.start(), token.end()))) {
                return true;
            }
        }
        return false;
    }

    /** What each word says, all together and for itself. */
    private Votes votes(FeatureVector vector) {
        double[] sums = weights.sums(vector);
        double[] own = new double[labels.size()];
        double unit = vector.value(FeatureVector.Family.WORD);
        int clearlyEnglish = 0;
        int clearlyLocal = 0;
        for (int i = 0; i < vector.words(); i++) {
            weights.ofWord(vector, i, own);
            double lead = own[english] - bestBut(own, english);
            clearlyEnglish += lead > CLEARLY_ENGLISH * unit ? 1 : 0;
            clearlyLocal += -lead > CLEARLY_LOCAL * unit ? 1 : 0;
        }
        return new Votes(sums, clearlyEnglish, clearlyLocal);
    }

    private static double bestBut(double[] numbers, int one) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.length; i++) {
            best = i == one ? best : Math.max(best, numbers[i]);
        }
        return best;
    }

    /** What the words say together for each language, and how many are clearly English or of the country. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one message and is never compared
    private record Votes(double[] sums, int english, int local) {
        boolean areMixed() {
            int fewer = Math.min(english, local);
            return fewer >= WORDS_OF_EACH && fewer >= SHARE_OF_EACH * (english + local);
        }
    }
}
