package id.sigap.reply.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.ReplyPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides on cases of the past by an agency's reply policies and by others, and counts where they part. What was
 * understood of a case then counts. Memory does not grow with the cases. For one thread.
 */
public final class PolicyDryRun {
    /** So many cases of each change are named. */
    public static final int EXAMPLES = 5;

    private final Agency now;
    private final Agency proposed;
    private final long[] decidedNow;
    private final long[] decidedProposed;
    private final Map<List<Release>, Counted> changes = new LinkedHashMap<>();
    private long cases;
    private long changed;

    /**
     * For an agency.
     *
     * @param now with the policies in force
     * @param proposed the same agency with others
     */
    public PolicyDryRun(Agency now, Agency proposed) {
        this.now = now;
        this.proposed = proposed;
        this.decidedNow = new long[now.replies().size()];
        this.decidedProposed = new long[proposed.replies().size()];
    }

    /** Counts a case, by its number. */
    public void take(String number, Facts facts) {
        int before = now.releaseRule(facts);
        int after = proposed.releaseRule(facts);
        decidedNow[before]++;
        decidedProposed[after]++;
        cases++;
        Release from = now.replies().get(before).then();
        Release to = proposed.replies().get(after).then();
        if (from != to) {
            changed++;
            changes.computeIfAbsent(List.of(from, to), ends -> new Counted()).take(number);
        }
    }

    /** How many cases were counted. */
    public long cases() {
        return cases;
    }

    /** How many answers would be released otherwise. */
    public long changed() {
        return changed;
    }

    /** How, most first. */
    public List<Change> changes() {
        return changes.entrySet().stream()
                .map(change -> new Change(
                        change.getKey().get(0),
                        change.getKey().get(1),
                        change.getValue().count,
                        List.copyOf(change.getValue().examples)))
                .sorted(Comparator.comparingLong(Change::cases).reversed())
                .toList();
    }

    /** How often each policy in force decides. */
    public List<PolicyUse> inForce() {
        return uses(now, decidedNow);
    }

    /** How often each proposed policy would have decided. */
    public List<PolicyUse> proposed() {
        return uses(proposed, decidedProposed);
    }

    private static List<PolicyUse> uses(Agency agency, long[] decided) {
        List<PolicyUse> uses = new ArrayList<>();
        for (int i = 0; i < decided.length; i++) {
            ReplyPolicy policy = agency.replies().get(i);
            uses.add(new PolicyUse(
                    "replies[" + i + "]", policy.when().summary(), policy.then(), decided[i], policy.when()));
        }
        return uses;
    }

    /**
     * Cases whose answer would be released otherwise.
     *
     * @param from by the policies in force
     * @param to by the proposed ones
     * @param cases how many
     * @param examples the first few, by number
     */
    public record Change(Release from, Release to, long cases, List<String> examples) {}

    /**
     * How often a policy decides.
     *
     * @param policy its place in the directory, e.g. {@code replies[0]}
     * @param when what it wants, in words
     * @param then how it releases
     * @param decided how many cases it decided on
     * @param condition what it wants, to be told in other words
     */
    public record PolicyUse(
            String policy,
            String when,
            Release then,
            long decided,
            @JsonIgnore Condition condition) {}

    private static final class Counted {
        private final List<String> examples = new ArrayList<>();
        private long count;

        void take(String number) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(number);
            }
        }
    }
}
