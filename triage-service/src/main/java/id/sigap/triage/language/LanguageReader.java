package id.sigap.triage.language;

import id.sigap.contracts.WrittenLanguage;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the language of a text by a linear model of words and letters that was trained on the corpus. Each word also
 * votes for itself, so that a text of two languages is seen as mixed; a few borrowed words do not make it so. A language
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

    private static final String ENGLISH = WrittenLanguage.ENGLISH.wire();
    private static final double SURE = 0.5;
    private static final double VOTE = 0.35;
    /** English among Indonesian words stands out; everyday Javanese and Sundanese borrow much from Indonesian. */
    private static final int VOTES_OF_ENGLISH = 2;

    private static final double SHARE_OF_ENGLISH = 0.25;
    private static final int VOTES_OF_NEIGHBOURS = 4;
    private static final double SHARE_OF_NEIGHBOURS = 0.4;

    private final LinearWeights weights;
    private final List<String> labels;
    private final ThreadLocal<LanguageFeatures> features = ThreadLocal.withInitial(LanguageFeatures::new);

    /** With trained weights. */
    public LanguageReader(LinearWeights weights) {
        this.weights = weights;
        this.labels = weights.head(HEAD).labels();
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
        double[] sums = new double[labels.size()];
        int[] votes = votes(vector, sums);
        double[] probabilities = LinearWeights.softmax(sums);
        int best = LinearWeights.best(probabilities);
        int second = second(votes, best);
        if (isMixed(votes, best, second)) {
            return WrittenLanguage.MIXED;
        }
        if (probabilities[best] < SURE || labels.get(best).equals(OTHER)) {
            return WrittenLanguage.UNDETERMINED;
        }
        return WrittenLanguage.of(labels.get(best));
    }

    /** How many words speak clearly for each language; what all say together is added to the sums. */
    private int[] votes(FeatureVector vector, double[] sums) {
        int[] votes = new int[sums.length];
        double[] values = vector.values();
        double[] own = new double[sums.length];
        int[] rows = weights.find(vector);
        int owner = FeatureVector.NOBODY;
        for (int i = 0; i <= vector.size(); i++) {
            if (i == vector.size() || vector.ownerOf(i) != owner) {
                vote(own, votes, sums);
                if (i == vector.size()) {
                    break;
                }
                owner = vector.ownerOf(i);
            }
            if (rows[i] >= 0) {
                weights.add(rows[i], values[vector.familyNumber(i)], own);
            }
        }
        return votes;
    }

    private static void vote(double[] own, int[] votes, double[] sums) {
        int best = LinearWeights.best(own);
        double next = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < own.length; label++) {
            next = label == best ? next : Math.max(next, own[label]);
            sums[label] += own[label];
        }
        votes[best] += own[best] - next > VOTE ? 1 : 0;
        Arrays.fill(own, 0);
    }

    private static int second(int[] votes, int best) {
        int second = best == 0 ? 1 : 0;
        for (int label = 0; label < votes.length; label++) {
            second = label != best && votes[label] > votes[second] ? label : second;
        }
        return second;
    }

    private boolean isMixed(int[] votes, int best, int second) {
        int all = 0;
        for (int vote : votes) {
            all += vote;
        }
        if (labels.get(best).equals(OTHER) || labels.get(second).equals(OTHER)) {
            return false;
        }
        boolean english = labels.get(best).equals(ENGLISH) || labels.get(second).equals(ENGLISH);
        int least = english ? VOTES_OF_ENGLISH : VOTES_OF_NEIGHBOURS;
        int fewer = Math.min(votes[best], votes[second]);
        return fewer >= least && fewer >= (english ? SHARE_OF_ENGLISH : SHARE_OF_NEIGHBOURS) * all;
    }
}
