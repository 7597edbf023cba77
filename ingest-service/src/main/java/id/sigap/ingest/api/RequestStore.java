package id.sigap.ingest.api;

import id.sigap.contracts.event.MessageEvent;
import id.sigap.ingest.inbox.InboxRow;
import id.sigap.ingest.inbox.InboxTable;
import id.sigap.ingest.inbox.InboxWriter;
import id.sigap.ingest.inbox.Outcome;
import id.sigap.ingest.webhook.IntakeMeters;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the event of a request once. Its key and the hash of what it says lie in the event's own row, so both are
 * committed with it or not at all.
 */
@ApplicationScoped
public class RequestStore {
    private final InboxWriter inbox;
    private final InboxTable table;
    private final RunningRequests running;
    private final IntakeMeters meters;

    /** Over the inbox. */
    public RequestStore(InboxWriter inbox, InboxTable table, RunningRequests running, IntakeMeters meters) {
        this.inbox = inbox;
        this.table = table;
        this.running = running;
        this.meters = meters;
    }

    /**
     * Completes once the event is in the inbox, be it by this request or by the same one before. Fails with 422 if the
     * key was used for something else, with 409 if it is still running, or if the external id stands for other words.
     */
    Uni<Void> store(MessageEvent event, IdempotencyKey key, byte[] hash, @Nullable String traceparent) {
        InboxRow row = InboxRow.requested(event, traceparent, key.id(), hash);
        return running.alone(
                key.id(),
                () -> inbox.write(List.of(row)).flatMap(outcomes -> {
                    meters.stored(event.channel(), outcomes);
                    return outcomes.get(0) == Outcome.ACCEPTED
                            ? Uni.createFrom().voidItem()
                            : table.find(row.eventId(), key.id()).map(known -> {
                                compare(known, key.id(), hash);
                                return null;
                            });
                }));
    }

    private static void compare(InboxTable.@Nullable Known known, UUID key, byte[] hash) {
        if (known == null) {
            throw ProblemException.unavailable(Duration.ofSeconds(2), "It cannot be stored now; send it again.");
        }
        if (MessageDigest.isEqual(known.requestHash(), hash)) {
            return;
        }
        if (key.equals(known.requestId())) {
            throw ProblemException.unprocessable(
                    IdempotencyKey.HEADER, "This key was used for a request that said something else.");
        }
        throw ProblemException.conflict(
                "external-id-used", "This externalId stands for a message that said something else.");
    }
}
