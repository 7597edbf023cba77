package id.sigap.reply.alerts;

import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.reply.notice.Telling;
import id.sigap.reply.webhooks.AlertDeliveries;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.runtime.stream.Offsets;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sigap.alerts.v1} and writes down, once, whom each alert is for: by the rules of the directory, and
 * endpoints that asked for its type themselves. Nobody is told before that is committed; the couriers look by themselves.
 */
@ApplicationScoped
public class AlertFeed {
    private static final Logger LOG = Logger.getLogger(AlertFeed.class);

    private final Pool pool;
    private final CurrentDirectory directory;
    private final DeadLetters deadLetters;
    private final AlertSettings settings;
    private final Offsets offsets;
    /** Endpoints that rules name and nobody made, of which it was warned: once, not with each alert. */
    private final Set<Missing> missing = ConcurrentHashMap.newKeySet();

    /** Over the service's pool. */
    public AlertFeed(
            Pool pool,
            CurrentDirectory directory,
            DeadLetters deadLetters,
            AlertSettings settings,
            KafkaClientService clients) {
        this.pool = pool;
        this.directory = directory;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.offsets = new Offsets(clients, "alerts");
        directory.onChange(missing::clear);
    }

    /** One batch; its offset passes once everything of it is written down. */
    @Incoming("alerts")
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        Map<UUID, AlertEvent> alerts = new LinkedHashMap<>();
        List<Uni<Void>> burials = new ArrayList<>();
        Instant oldest = Instant.now().minus(settings.staleAfter());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                if (EventRecords.read(record) instanceof AlertEvent alert
                        && !alert.time().isBefore(oldest)) {
                    alerts.putIfAbsent(alert.id(), alert);
                }
            } catch (UnreadableEventException e) {
                burials.add(untilDone(() -> deadLetters.bury(record, String.valueOf(e.getMessage()))));
            }
        }
        return Multi.createFrom()
                .iterable(burials)
                .onItem()
                .transformToUniAndConcatenate(burial -> burial)
                .collect()
                .asList()
                .flatMap(buried -> alerts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : untilDone(() -> pool.withTransaction(c -> write(c, alerts.values()))))
                .invoke(() -> offsets.pass(records));
    }

    private static Uni<Void> untilDone(Supplier<Uni<Void>> act) {
        return Uni.createFrom()
                .deferred(() -> act.get())
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("alerts wait: cause=%s", failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(3))
                .indefinitely();
    }

    private Uni<Void> write(SqlConnection connection, Collection<AlertEvent> alerts) {
        Instant now = Instant.now();
        Directory world = directory.get();
        Set<String> agencies =
                alerts.stream().map(alert -> alert.facts().agency()).collect(Collectors.toSet());
        return AlertDeliveries.listeners(connection, agencies).flatMap(listeners -> {
            List<Notice> notices = new ArrayList<>();
            for (AlertEvent alert : alerts) {
                world.agency(alert.facts().agency())
                        .ifPresent(agency -> Telling.of(alert, agency, now)
                                .forEach(telling -> notices.add(notice(alert, telling, listeners))));
            }
            return NoticeStore.write(connection, notices, now)
                    .flatMap(written -> AlertDeliveries.layDown(
                            connection, deliveries(alerts, notices, written, listeners, now), now, settings.giveUp()))
                    .replaceWithVoid();
        });
    }

    private Notice notice(AlertEvent alert, Telling telling, List<AlertDeliveries.Listener> listeners) {
        if (telling.at() == null) {
            return new Notice(alert, telling, Notice.DROPPED);
        }
        if (telling.way() == Telling.Way.EMAIL) {
            return new Notice(alert, telling, Notice.WAITING);
        }
        Missing endpoint = new Missing(alert.facts().agency(), telling.rule(), telling.receiver());
        if (called(alert, telling, listeners) == null) {
            if (missing.add(endpoint)) {
                LOG.warnf(
                        "an alert rule names an endpoint that is not there or off: agency=%s rule=%s endpoint=%s",
                        endpoint.agency, endpoint.rule, endpoint.name);
            }
            return new Notice(alert, telling, Notice.FAILED);
        }
        missing.remove(endpoint);
        return new Notice(alert, telling, Notice.TOLD);
    }

    private static AlertDeliveries.@Nullable Listener called(
            AlertEvent alert, Telling telling, List<AlertDeliveries.Listener> listeners) {
        return listeners.stream()
                .filter(listener -> listener.isCalled(telling.receiver(), alert))
                .findFirst()
                .orElse(null);
    }

    /** For the endpoints that asked for it themselves, at once; for those that rules name, when the rule says. */
    private static List<AlertDeliveries.Delivery> deliveries(
            Collection<AlertEvent> alerts,
            List<Notice> notices,
            Set<NoticeStore.Written> written,
            List<AlertDeliveries.Listener> listeners,
            Instant now) {
        List<AlertDeliveries.Delivery> deliveries = new ArrayList<>();
        for (AlertEvent alert : alerts) {
            listeners.stream()
                    .filter(listener -> listener.asksFor(alert))
                    .forEach(listener ->
                            deliveries.add(new AlertDeliveries.Delivery(listener.endpointId(), alert, now)));
        }
        for (Notice notice : notices) {
            Telling telling = notice.telling();
            AlertDeliveries.Listener listener =
                    telling.way() == Telling.Way.WEBHOOK ? called(notice.alert(), telling, listeners) : null;
            Instant at = telling.at();
            if (listener != null && at != null && written.contains(NoticeStore.Written.of(notice))) {
                deliveries.add(new AlertDeliveries.Delivery(listener.endpointId(), notice.alert(), at));
            }
        }
        return deliveries;
    }

    /** What was warned of; as many at most as the directory's rules name. */
    private record Missing(String agency, String rule, String name) {}
}
