package id.sigap.metrics.silence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts accounts in order: where most citizens were ignored comes first. */
final class Ranking {
    /** Below so many turns an account has no rank: what is said of so few is chance. */
    static final int LEAST = 30;

    private static final Comparator<Silence.Account> WORST_FIRST = Comparator.comparing(
                    (Silence.Account account) -> account.turns() < LEAST)
            .thenComparing(account -> account.turns() == 0)
            .thenComparing(account -> -account.ignored().count())
            .thenComparing(account -> orMost(account.amounts().citizens().coverage()))
            .thenComparing(account -> orMost(account.amounts().twoWayRatio()))
            .thenComparing(account -> account.state() == Silence.State.NEVER)
            .thenComparing(Silence.Account::agency)
            .thenComparing(Silence.Account::account);

    private Ranking() {}

    static List<Silence.Account> of(List<Silence.Account> accounts) {
        List<Silence.Account> ranked = new ArrayList<>();
        for (Silence.Account account : accounts.stream().sorted(WORST_FIRST).toList()) {
            ranked.add(account.turns() < LEAST ? account : withRank(account, ranked.size() + 1));
        }
        return ranked;
    }

    private static Double orMost(@Nullable Double share) {
        return Objects.requireNonNullElse(share, Double.MAX_VALUE);
    }

    private static Silence.Account withRank(Silence.Account account, int rank) {
        return new Silence.Account(
                rank,
                account.agency(),
                account.account(),
                account.channel(),
                account.inDirectory(),
                account.state(),
                account.amounts(),
                account.turns(),
                account.waiting(),
                account.ignored(),
                account.lastInbound(),
                account.lastOutbound(),
                account.lastPostHour());
    }
}
