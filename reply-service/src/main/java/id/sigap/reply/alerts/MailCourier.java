package id.sigap.reply.alerts;

import id.sigap.contracts.directory.Agency;
import id.sigap.reply.notice.Letter;
import id.sigap.reply.notice.LetterWriter;
import id.sigap.runtime.directory.CurrentDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Mails what was written down: one mail of all that is ready for a receiver, at most one in a while. A mail is claimed by
 * moving its next attempt into the future and committing that, so several instances share the work and a killed one's
 * mails go out later. A mail whose outcome was not written down goes out again, under the same id.
 *
 * <p>Without a mail server nothing is mailed, and a rule that wants it is warned of; its notices wait for one until they
 * are given up.
 */
@ApplicationScoped
public class MailCourier {
    private static final Logger LOG = Logger.getLogger(MailCourier.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final int MOST_IN_FLIGHT = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 12;

    private final Pool pool;
    private final CurrentDirectory directory;
    private final AlertSettings settings;
    private final MeterRegistry meters;
    private final MailPost post;
    private final Vertx vertx;
    private final Context context;
    private int inFlight;
    private boolean looking;
    private boolean stopped;

    /** Over the service's pool and mail server. */
    public MailCourier(
            Vertx vertx,
            Pool pool,
            CurrentDirectory directory,
            AlertSettings settings,
            MailPost post,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.pool = pool;
        this.directory = directory;
        this.settings = settings;
        this.post = post;
        this.meters = meters;
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent started) {
        if (post.isOn()) {
            vertx.setPeriodic(SWEEP_MILLIS, tick -> context.runOnContext(ignored -> look()));
        } else {
            warn();
            directory.onChange(this::warn);
        }
    }

    @PreDestroy
    void stop() {
        context.runOnContext(ignored -> stopped = true);
    }

    private void warn() {
        List<String> without = directory.get().agencies().stream()
                .filter(agency ->
                        agency.alerts().stream().anyMatch(rule -> !rule.email().isEmpty()))
                .map(Agency::id)
                .toList();
        if (!without.isEmpty()) {
            LOG.warnf("nobody is mailed of alerts: sigap.mail.host is not set, agencies=%s", without);
        }
    }

    private void look() {
        int room = MOST_IN_FLIGHT - inFlight;
        if (looking || stopped || room <= 0) {
            return;
        }
        looking = true;
        MailStore.bundle(pool, settings)
                .flatMap(made -> MailStore.claim(pool, room))
                .subscribe()
                .with(
                        claimed -> context.runOnContext(ignored -> {
                            looking = false;
                            claimed.forEach(this::carry);
                        }),
                        failure -> context.runOnContext(ignored -> {
                            looking = false; // the sweep tries again
                            LOG.debugf(
                                    "mails wait: cause=%s", failure.getClass().getName());
                        }));
    }

    private void carry(MailStore.Claimed claimed) {
        inFlight++;
        MailStore.content(pool, claimed.mailId())
                .flatMap(content -> tell(claimed, content))
                .onFailure()
                .recoverWithUni(failure -> {
                    // What came of it could not be read or written: it is tried again when its time comes.
                    LOG.warnf("a mail waits: cause=%s", failure.getClass().getName());
                    return Uni.createFrom().voidItem();
                })
                .subscribe()
                .with(done -> context.runOnContext(ignored -> inFlight--));
    }

    private Uni<Void> tell(MailStore.Claimed claimed, MailStore.Content content) {
        Optional<Agency> agency = directory.get().agency(claimed.agency());
        if (content.lines().isEmpty()) {
            return MailStore.told(pool, claimed.mailId(), content.over());
        }
        if (agency.isEmpty()) {
            return MailStore.failed(pool, claimed.mailId());
        }
        Letter letter =
                new LetterWriter(agency.get(), claimed.language(), post.desk(), Instant.now()).of(content.lines());
        return post.send(claimed.mailId(), claimed.receiver(), letter)
                .onItemOrFailure()
                .transformToUni((sent, failure) -> settled(claimed, content, failure == null));
    }

    private Uni<Void> settled(MailStore.Claimed claimed, MailStore.Content content, boolean taken) {
        meters.counter("sigap_reply_alert_mails", "outcome", taken ? "taken" : "refused")
                .increment();
        return taken
                ? MailStore.told(pool, claimed.mailId(), content.over())
                : MailStore.later(pool, claimed.mailId(), wait(claimed.attempts()));
    }

    private Duration wait(int attempts) {
        Duration wait = settings.firstWait().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
