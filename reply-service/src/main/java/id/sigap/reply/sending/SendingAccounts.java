package id.sigap.reply.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Directory;
import id.sigap.reply.dispatch.Breaker;
import id.sigap.reply.dispatch.SendQueue;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How each account sends: its circuit, its pace, what waits. Shown by the API and as metrics. */
@ApplicationScoped
public class SendingAccounts {
    private static final Logger LOG = Logger.getLogger(SendingAccounts.class);
    private static final long REFRESH_MILLIS = 10_000;

    private static final String READ = """
            select p.account, p.failures, p.paused_until, p.pause_reason,
                (select count(*) from replies r where r.account = p.account and r.state = 'queued' and not r.held) as queued,
                (select count(*) from replies r where r.account = p.account and r.state = 'sending') as sending,
                (select min(r.send_after) from replies r
                 where r.account = p.account and r.state = 'queued' and not r.held and r.send_after <= now()) as oldest
            from account_pace p where p.account = any($1)""";

    private static final String RESUME = """
            update account_pace set failures = 0, paused_until = null, pause_reason = null where account = $1""";

    private final Vertx vertx;
    private final Pool pool;
    private final CurrentDirectory directory;
    private final SendQueue sendQueue;
    private final MultiGauge states;
    private final MultiGauge queued;
    private long timer = -1;

    /** Over the service's pool. */
    public SendingAccounts(
            Vertx vertx, Pool pool, CurrentDirectory directory, SendQueue sendQueue, MeterRegistry meters) {
        this.vertx = vertx;
        this.pool = pool;
        this.directory = directory;
        this.sendQueue = sendQueue;
        this.states = MultiGauge.builder("sigap_reply_account_state")
                .description("0 sends, 1 half open, 2 paused, 3 circuit open")
                .register(meters);
        this.queued = MultiGauge.builder("sigap_reply_account_queued")
                .description("released replies that wait for their account")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(REFRESH_MILLIS, tick -> measure());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Those of the caller's agencies. */
    public Uni<List<View>> all(Caller caller) {
        return read(caller.agencies());
    }

    /** Lets an account send again at once: its token was renewed, or its channel is known to be back. */
    public Uni<View> resume(Caller caller, String account) {
        return read(caller.agencies()).flatMap(views -> {
            if (views.stream().noneMatch(view -> view.account().equals(account))) {
                throw ProblemException.notFound();
            }
            return pool.preparedQuery(RESUME)
                    .execute(Tuple.of(account))
                    .invoke(sendQueue::repliesReleased)
                    .flatMap(done -> read(caller.agencies()))
                    .map(after -> after.stream()
                            .filter(view -> view.account().equals(account))
                            .findFirst()
                            .orElseThrow(ProblemException::notFound));
        });
    }

    private Uni<List<View>> read(Collection<String> agencies) {
        Directory world = directory.get();
        Map<String, Known> accounts = new HashMap<>();
        Instant now = Instant.now();
        for (String id : agencies) {
            world.agency(id)
                    .ifPresent(agency -> agency.accounts()
                            .forEach(account -> accounts.put(
                                    account.id(),
                                    new Known(
                                            agency,
                                            account,
                                            world.profile(
                                                            account.channel(),
                                                            now.atOffset(ZoneOffset.UTC)
                                                                    .toLocalDate())
                                                    .map(ChannelProfile::sendsPerSecond)
                                                    .orElse(0)))));
        }
        return pool.preparedQuery(READ)
                .execute(Tuple.of(accounts.keySet().toArray(String[]::new)))
                .map(rows -> {
                    List<View> views = new ArrayList<>();
                    for (Row row : rows) {
                        Known known = accounts.get(row.getString("account"));
                        if (known != null) {
                            views.add(view(known, row, now));
                        }
                    }
                    views.sort(java.util.Comparator.comparing(View::agency).thenComparing(View::account));
                    return views;
                });
    }

    private void measure() {
        List<String> agencies =
                directory.get().agencies().stream().map(Agency::id).toList();
        read(agencies)
                .subscribe()
                .with(
                        views -> {
                            states.register(rows(views, view -> view.state().gauge()), true);
                            queued.register(rows(views, View::queued), true);
                        },
                        failure -> LOG.debugf("accounts cannot be read: %s", failure.getClass()));
    }

    private static List<MultiGauge.Row<?>> rows(
            List<View> views, java.util.function.Function<View, ? extends Number> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        views.forEach(view -> rows.add(
                MultiGauge.Row.of(Tags.of("account", view.account(), "channel", view.channel()), value.apply(view))));
        return rows;
    }

    private static View view(Known known, Row row, Instant now) {
        Instant pausedUntil = time(row, "paused_until");
        boolean rests = pausedUntil != null && pausedUntil.isAfter(now);
        return new View(
                known.account().id(),
                known.agency().id(),
                known.account().channel().wire(),
                known.account().name(),
                Breaker.state(row.getInteger("failures"), pausedUntil, now),
                rests ? row.getString("pause_reason") : null,
                rests ? pausedUntil : null,
                row.getInteger("failures"),
                known.perSecond(),
                row.getLong("queued"),
                row.getLong("sending"),
                time(row, "oldest"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private record Known(Agency agency, Account account, int perSecond) {}

    /**
     * How an account sends.
     *
     * @param account the account
     * @param agency whose it is
     * @param channel the account's channel
     * @param name as citizens see it
     * @param state of its circuit
     * @param reason why it rests; absent while it does not
     * @param pausedUntil until when it rests; absent while it does not
     * @param failures in a row that speak against its channel
     * @param perSecond its pace
     * @param queued replies that wait for it
     * @param sending replies on their way
     * @param oldestDueAt since when the oldest due reply waits; absent when none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String account,
            String agency,
            String channel,
            String name,
            Breaker.State state,
            @Nullable String reason,
            @Nullable Instant pausedUntil,
            int failures,
            int perSecond,
            long queued,
            long sending,
            @Nullable Instant oldestDueAt) {}
}
