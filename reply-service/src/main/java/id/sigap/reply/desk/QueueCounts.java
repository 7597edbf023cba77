package id.sigap.reply.desk;

import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** How much waits, for the tabs of the queue: one question over the cases that wait for us. */
@ApplicationScoped
class QueueCounts {
    private static final String COUNTS = """
            select count(*) as waiting,
                count(*) filter (where assignee = $2) as mine,
                count(*) filter (where assignee is null) as unassigned,
                count(*) filter (where waiting_since is not null and respond_by < now()) as late
            from cases where agency = any($1)
                and state not in ('answered', 'waiting-for-citizen', 'resolved', 'snoozed', 'closed')""";

    private final Pool pool;

    QueueCounts(Pool pool) {
        this.pool = pool;
    }

    /** Of the caller's agencies, now. */
    Uni<Counts> of(Caller caller) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(caller.agencies().toArray(String[]::new), caller.name()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Counts(
                            row.getLong("waiting"),
                            row.getLong("mine"),
                            row.getLong("unassigned"),
                            row.getLong("late"));
                });
    }

    /**
     * Cases that wait for us.
     *
     * @param waiting all of them
     * @param mine those the caller works on
     * @param unassigned those nobody works on
     * @param late those whose answer is overdue
     */
    record Counts(long waiting, long mine, long unassigned, long late) {}
}
