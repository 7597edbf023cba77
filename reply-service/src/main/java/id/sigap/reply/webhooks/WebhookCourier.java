package id.sigap.reply.webhooks;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries what waits to its endpoints. A delivery is claimed by moving its next attempt into the future and committing
 * that; so several instances share the work, and what a killed one had in hand is tried again: a receiver knows a
 * repetition by its id. An endpoint that is slow has a few calls of its own and holds up no other one.
 */
@ApplicationScoped
public class WebhookCourier {
    private static final Logger LOG = Logger.getLogger(WebhookCourier.class);
    private static final long SWEEP_MILLIS = 500;
    private static final int MOST_IN_FLIGHT = 64;
    private static final int MOST_PER_ENDPOINT = 4;

    private final Vertx vertx;
    private final Pool pool;
    private final WebhookHttp http;
    private final MeterRegistry meters;
    private final RetryPlan plan;
    private final Context context;
    private final Map<UUID, Integer> busy = new HashMap<>();
    private int inFlight;
    private boolean looking;
    private boolean again;
    private boolean stopped;

    /**
     * Over the service's pool.
     *
     * @param firstWait before the second attempt; each further one waits three times as long
     */
    public WebhookCourier(
            Vertx vertx,
            Pool pool,
            WebhookHttp http,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.webhooks.first-wait", defaultValue = "PT5S") Duration firstWait) {
        this.vertx = vertx;
        this.pool = pool;
        this.http = http;
        this.meters = meters;
        this.plan = new RetryPlan(firstWait);
        this.context = vertx.getOrCreateContext();
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(SWEEP_MILLIS, tick -> wake());
    }

    @PreDestroy
    void stop() {
        context.runOnContext(ignored -> stopped = true);
    }

    /** Something waits. A hint: what is forgotten here is found by the sweep. */
    public void wake() {
        context.runOnContext(ignored -> look());
    }

    private void look() {
        int room = MOST_IN_FLIGHT - inFlight;
        if (looking || stopped || room <= 0) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        List<UUID> full = busy.entrySet().stream()
                .filter(entry -> entry.getValue() >= MOST_PER_ENDPOINT)
                .map(Map.Entry::getKey)
                .toList();
        CourierStore.claim(pool, MOST_PER_ENDPOINT, room, full)
                .subscribe()
                .with(
                        claimed -> context.runOnContext(ignored -> looked(claimed)),
                        failure -> context.runOnContext(ignored -> {
                            looking = false; // the sweep tries again
                            LOG.debugf(
                                    "webhooks wait: cause=%s",
                                    failure.getClass().getName());
                        }));
    }

    private void looked(List<CourierStore.Claimed> claimed) {
        looking = false;
        claimed.forEach(this::carry);
        if (again) {
            look();
        }
    }

    private void carry(CourierStore.Claimed claimed) {
        inFlight++;
        busy.merge(claimed.endpointId(), 1, Integer::sum);
        http.post(claimed)
                .flatMap(answer -> recorded(claimed, answer))
                .onFailure()
                .recoverWithUni(failure -> {
                    // What came of it could not be written: it is tried again when its time comes.
                    LOG.warnf("a webhook waits: cause=%s", failure.getClass().getName());
                    return Uni.createFrom().voidItem();
                })
                .subscribe()
                .with(done -> context.runOnContext(ignored -> {
                    inFlight--;
                    busy.computeIfPresent(claimed.endpointId(), (id, n) -> n == 1 ? null : n - 1);
                    look();
                }));
    }

    private Uni<Void> recorded(CourierStore.Claimed claimed, WebhookHttp.Answer answer) {
        meters.counter("sigap_reply_webhook_attempts", "outcome", answer.outcome())
                .increment();
        Duration wait = plan.after(
                claimed.attempts(), answer.asked(), ThreadLocalRandom.current().nextDouble());
        return CourierStore.record(pool, claimed, answer, wait);
    }
}
