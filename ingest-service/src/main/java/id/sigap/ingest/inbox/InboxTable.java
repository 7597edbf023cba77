package id.sigap.ingest.inbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox as PostgreSQL holds it. */
public interface InboxTable {
    /**
     * Inserts rows in one statement and one commit, leaving out those whose event or request is there already.
     *
     * @return the events that were inserted; fails with {@link RowFaultException} if some row cannot be held, and with
     *     anything else if the database cannot be used now
     */
    Uni<Set<UUID>> insert(List<InboxRow> rows);

    /** The row with this event id or, if there is one, this request id; the request's row first. Null if neither is there. */
    Uni<@Nullable Known> find(UUID eventId, @Nullable UUID requestId);

    /**
     * A row that is in the inbox.
     *
     * @param eventId its event
     * @param requestId the request that made it, null for a webhook
     * @param requestHash the hash of that request
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Known(UUID eventId, @Nullable UUID requestId, byte @Nullable [] requestHash) {}
}
