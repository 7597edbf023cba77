package id.sigap.reply.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gets a batch done, however long the database is away, and however bad one of its records is: what fails for a reason
 * outside is tried again until it works; what fails for what it is, is halved until the bad one stands alone and is
 * buried.
 */
final class Persistence<R> {
    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    /** Tries before a violated rule of the database counts as the record's own fault, not another instance's. */
    private static final int OVERLAPS = 6;

    private final Function<List<R>, Uni<Void>> act;
    private final BiFunction<R, Throwable, Uni<Void>> bury;

    Persistence(Function<List<R>, Uni<Void>> act, BiFunction<R, Throwable, Uni<Void>> bury) {
        this.act = act;
        this.bury = bury;
    }

    Uni<Void> of(List<R> batch) {
        return Uni.createFrom()
                .deferred(() -> act.apply(batch))
                .onFailure(Persistence::overlap)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(OVERLAPS)
                .onFailure(failure -> !fault(failure) && !overlap(rootOf(failure)))
                .invoke(failure ->
                        LOG.warnf("a batch waits: cause=%s", failure.getClass().getName()))
                .onFailure(failure -> !fault(failure) && !overlap(rootOf(failure)))
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .onFailure()
                .recoverWithUni(failure -> halve(batch, failure));
    }

    /** Tries again until it works: for what must be done before an offset may pass. */
    static Uni<Void> untilDone(Supplier<Uni<Void>> act) {
        return Uni.createFrom()
                .deferred(act::get)
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private Uni<Void> halve(List<R> batch, Throwable failure) {
        if (batch.size() == 1) {
            LOG.errorf(
                    "a record goes to the dead letters: cause=%s",
                    rootOf(failure).getClass().getName());
            return untilDone(() -> bury.apply(batch.get(0), rootOf(failure)));
        }
        int middle = batch.size() / 2;
        return of(batch.subList(0, middle)).flatMap(done -> of(batch.subList(middle, batch.size())));
    }

    /** The record's own fault: data that the database cannot hold, or that our decisions choke on. */
    private static boolean fault(Throwable failure) {
        if (failure instanceof PgException pg) {
            return sqlClass(pg).equals("22");
        }
        return failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException;
    }

    private static boolean overlap(Throwable failure) {
        return failure instanceof OverlapException
                || (failure instanceof PgException pg && sqlClass(pg).equals("23"));
    }

    /** A retry that gave up wraps what it gave up on. */
    private static Throwable rootOf(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String sqlClass(PgException failure) {
        String state = failure.getSqlState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
