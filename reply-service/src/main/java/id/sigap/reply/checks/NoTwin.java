package id.sigap.reply.checks;

import id.sigap.contracts.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Public replies in a row are not twins: of the runs of three words that two replies have together, fewer than four in
 * five are in both. Numbers count as one word, so that another case number makes no other reply.
 */
final class NoTwin implements Check {
    static final double TWIN = 0.8;
    /** No look further back than this. */
    static final int LOOKED_AT = 30;

    private static final int RUN = 3;
    private static final int MOST_RUNS = 2_000;

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        if (reply.visibility() != Visibility.PUBLIC || reply.recent().isEmpty() || words.size() < RUN) {
            return List.of();
        }
        Set<Integer> own = runs(words);
        boolean twin =
                reply.recent().stream().limit(LOOKED_AT).anyMatch(other -> alike(own, runs(Words.of(other))) >= TWIN);
        return twin ? List.of(Finding.of(0, reply.body().length(), FindingReason.TWIN)) : List.of();
    }

    private static Set<Integer> runs(Words words) {
        int[] hashes = new int[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = word(words.text(i)).hashCode();
        }
        Set<Integer> runs = new HashSet<>();
        for (int i = 0; i + RUN <= hashes.length && runs.size() < MOST_RUNS; i++) {
            int hash = 1;
            for (int j = i; j < i + RUN; j++) {
                hash = hash * 31 + hashes[j];
            }
            runs.add(hash);
        }
        return runs;
    }

    private static String word(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return text;
            }
        }
        return "#";
    }

    private static double alike(Set<Integer> one, Set<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }
}
