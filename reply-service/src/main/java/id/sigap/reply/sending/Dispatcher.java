package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.checks.LastLook;
import id.sigap.reply.dispatch.ReplyWindow;
import id.sigap.reply.dispatch.SendOutcome;
import id.sigap.reply.dispatch.SendQueue;
import id.sigap.reply.draft.ChannelText;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Sends released answers. A reply is claimed and the claim committed; then the channel is called, outside any
 * transaction, because a call may take seconds and a connection is worth more; then the outcome is recorded. Between
 * the claim and the record the reply is {@code sending}: if this process dies there, nobody can tell whether the channel
 * took it, so it becomes {@code unknown} when the lease ends, and is never sent again by itself.
 *
 * <p>Everything here runs on one event loop context, so that its fields need no lock.
 */
@ApplicationScoped
public class Dispatcher implements SendQueue {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private static final long SWEEP_MILLIS = 500;
    private static final long LEASE_SWEEP_MILLIS = 5_000;
    private static final int MOST_IN_FLIGHT = 128;
    /** Beyond a channel's time-out: the time to write the outcome down, a restart of PostgreSQL included. */
    private static final Duration SLACK = Duration.ofSeconds(20);
    /** Beyond it an answer of the database is taken for lost: sending must not wait for ever for one that never comes. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Pool pool;
    private final CurrentDirectory directory;
    private final OutcomeRecorder recorder;
    private final Map<Channel, ChannelSender> senders = new EnumMap<>(Channel.class);
    private final UUID instance = UUID.randomUUID();
    private final Clock clock = Clock.systemUTC();
    private final Context context;

    private final List<Attempt> finished = new ArrayList<>();
    private boolean stopped;
    private boolean looking;
    private boolean lookAgain;
    private boolean recording;
    private int inFlight;
    private Directory known = new Directory(List.of(), List.of(), List.of());

    /** With all channels there are. */
    Dispatcher(
            Vertx vertx,
            Pool pool,
            CurrentDirectory directory,
            OutcomeRecorder recorder,
            @All List<ChannelSender> senders) {
        this.vertx = vertx;
        this.pool = pool;
        this.directory = directory;
        this.recorder = recorder;
        this.context = vertx.getOrCreateContext();
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(SWEEP_MILLIS, tick -> repliesReleased());
        vertx.setPeriodic(LEASE_SWEEP_MILLIS, tick -> context.runOnContext(ignored -> settleAbandoned()));
        repliesReleased();
    }

    @PreDestroy
    void stop() {
        context.runOnContext(ignored -> stopped = true);
    }

    @Override
    public void repliesReleased() {
        context.runOnContext(ignored -> look());
    }

    private void look() {
        if (looking || stopped) {
            lookAgain = true;
            return;
        }
        looking = true;
        lookAgain = false;
        SendStore.due(pool)
                .flatMap(due -> due ? round() : Uni.createFrom().item(0))
                .ifNoItem()
                .after(LOST)
                .fail()
                .subscribe()
                .with(this::looked, this::couldNotLook);
    }

    private void looked(int moved) {
        looking = false;
        if (moved > 0 || lookAgain) {
            look();
        }
    }

    private void couldNotLook(Throwable failure) {
        looking = false; // the sweep tries again
        LOG.warnf("released replies wait: cause=%s", failure.getClass().getName());
    }

    /** One claim of each sort; how many replies it moved. */
    private Uni<Integer> round() {
        Directory world = directory.get();
        return introduce(world)
                .flatMap(done -> handOver(world))
                .flatMap(handed -> claim(world).map(claimed -> handed + claimed));
    }

    private Uni<Void> introduce(Directory world) {
        if (world == known) {
            return Uni.createFrom().voidItem();
        }
        List<String> accounts = new ArrayList<>(rates(world, channel -> true).keySet());
        return SendStore.know(pool, accounts).invoke(() -> known = world);
    }

    /** What citizens read on our own page is handed over by the commit itself: no call, nothing that could be unclear. */
    private Uni<Integer> handOver(Directory world) {
        Map<String, Integer> rates = rates(world, Dispatcher::ownPage);
        return pool.withTransaction(connection -> SendStore.claim(
                                connection, rates, MOST_IN_FLIGHT * 4, instance, SLACK)
                        .flatMap(claimed -> claimed.isEmpty()
                                ? Uni.createFrom().item(List.<CaseEvent>of())
                                : recorder.record(
                                        connection,
                                        claimed.stream().map(this::handedOver).toList())))
                .invoke(recorder::committed)
                .map(List::size);
    }

    private Attempt handedOver(Outgoing outgoing) {
        SendOutcome outcome = outgoing.approved().covers(outgoing.body())
                ? new SendOutcome.Accepted(outgoing.replyId().toString())
                : new SendOutcome.RefusedForGood("not-what-was-approved");
        return new Attempt(outgoing, outcome, now());
    }

    private Uni<Integer> claim(Directory world) {
        int room = MOST_IN_FLIGHT - inFlight;
        Map<String, Integer> rates = rates(world, senders::containsKey);
        if (room <= 0 || rates.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        int most = Math.max(1, room / rates.size());
        return pool.withTransaction(connection -> SendStore.claim(connection, rates, most, instance, lease(world)))
                .map(claimed -> {
                    claimed.forEach(outgoing -> call(outgoing, world));
                    return claimed.size();
                });
    }

    private void call(Outgoing outgoing, Directory world) {
        inFlight++;
        attempt(outgoing, world)
                .onFailure()
                .recoverWithItem(failure -> new SendOutcome.Unknown("not-understood"))
                .subscribe()
                .with(outcome -> context.runOnContext(ignored -> finish(new Attempt(outgoing, outcome, now()))));
    }

    private Uni<SendOutcome> attempt(Outgoing outgoing, Directory world) {
        Optional<Directory.Owned> owned = world.account(outgoing.channel(), outgoing.account());
        Optional<ChannelProfile> profile = profile(world, outgoing.channel());
        ChannelSender sender = senders.get(outgoing.channel());
        if (owned.isEmpty() || profile.isEmpty() || sender == null) {
            return Uni.createFrom().item(new SendOutcome.AccountHeld("not-in-directory"));
        }
        if (!outgoing.isApproved()) {
            LOG.errorf("a reply is not what was approved: reply=%s", outgoing.replyId());
            return Uni.createFrom().item(new SendOutcome.RefusedForGood("not-what-was-approved"));
        }
        if (!ReplyWindow.open(profile.get(), outgoing.lastMessageAt(), now())) {
            return Uni.createFrom().item(new SendOutcome.WindowClosed("reply-window"));
        }
        if (!LastLook.passes(owned.get().agency(), outgoing.visibility(), outgoing.body())) {
            return Uni.createFrom().item(new SendOutcome.RefusedForGood("personal-data"));
        }
        return inParts(outgoing, profile.get())
                .flatMap(ready -> sender.send(ready, owned.get().account(), profile.get()))
                .onFailure(NotLaid.class)
                .recoverWithItem(new SendOutcome.RetryLater("parts-not-kept", Duration.ZERO, false));
    }

    /** What is too long for one message is laid down in parts before any of it leaves: a restart sees how far it was. */
    private Uni<Outgoing> inParts(Outgoing outgoing, ChannelProfile profile) {
        boolean whole = outgoing.part() != null
                || !profile.splits(outgoing.visibility())
                || ChannelText.fits(outgoing.channel(), outgoing.body(), profile.textLimit());
        if (whole) {
            return Uni.createFrom().item(outgoing);
        }
        List<Part> parts = Part.of(outgoing.channel(), outgoing.body(), profile.textLimit());
        return PartStore.lay(pool, outgoing, parts)
                .onFailure()
                .transform(NotLaid::new)
                .replaceWith(outgoing.saying(parts.get(0)));
    }

    /** Provably nothing was sent. */
    private static final class NotLaid extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotLaid(Throwable cause) {
            super(cause);
        }
    }

    private void finish(Attempt attempt) {
        inFlight--;
        finished.add(attempt);
        record();
    }

    /** Writes all that has finished since the last time, in one transaction; tries until it is written. */
    private void record() {
        if (recording || finished.isEmpty()) {
            return;
        }
        recording = true;
        List<Attempt> batch = List.copyOf(finished);
        finished.clear();
        Uni.createFrom()
                .deferred(() -> recorder.record(batch))
                .ifNoItem()
                .after(LOST)
                .fail()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("outcomes wait: cause=%s", failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .indefinitely()
                .subscribe()
                .with(done -> context.runOnContext(ignored -> recorded()));
    }

    private void recorded() {
        recording = false;
        record();
        look();
    }

    private void settleAbandoned() {
        SendStore.abandoned(pool)
                .flatMap(abandoned -> abandoned.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : recorder.record(abandoned.stream()
                                .map(outgoing -> new Attempt(outgoing, SendOutcome.Unknown.INTERRUPTED, now()))
                                .toList()))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("abandoned replies wait: cause=%s", failure.getClass()));
    }

    private Map<String, Integer> rates(Directory world, Predicate<Channel> wanted) {
        Map<String, Integer> rates = new HashMap<>();
        for (Channel channel : Channel.values()) {
            if (wanted.test(channel)) {
                profile(world, channel)
                        .ifPresent(profile -> world.accounts(channel)
                                .forEach(owned -> rates.put(owned.account().id(), profile.sendsPerSecond())));
            }
        }
        return rates;
    }

    private Optional<ChannelProfile> profile(Directory world, Channel channel) {
        return world.profile(channel, now().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private Duration lease(Directory world) {
        return senders.keySet().stream()
                .flatMap(channel -> profile(world, channel).stream())
                .map(ChannelProfile::timeout)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(SLACK);
    }

    private static boolean ownPage(Channel channel) {
        return channel == Channel.WEB || channel == Channel.API;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
