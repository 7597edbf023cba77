package id.sigap.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.ingest.inbox.InboxRow;
import id.sigap.ingest.inbox.InboxWriter;
import id.sigap.ingest.inbox.Outcome;
import id.sigap.ingest.intake.ChannelReader;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Unreadable;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What operators do with quarantined items of their agencies: look, and have them read again. */
@Path("/api/v1/quarantine")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "quarantine")
public class QuarantineResource {
    private static final int MAX_LIMIT = 200;

    private final Quarantine quarantine;
    private final InboxWriter inbox;
    private final CurrentDirectory directory;
    private final Callers callers;
    private final Map<Channel, ChannelReader> readers;

    /** With all readers, as an item is read again by the reader of its channel. */
    public QuarantineResource(
            Quarantine quarantine,
            InboxWriter inbox,
            CurrentDirectory directory,
            Callers callers,
            @All List<ChannelReader> readers) {
        this.quarantine = quarantine;
        this.inbox = inbox;
        this.directory = directory;
        this.callers = callers;
        this.readers = readers.stream().collect(Collectors.toMap(ChannelReader::channel, Function.identity()));
    }

    /** Items that wait, newest first, in pages. The citizen's words are not shown. */
    @GET
    @Operation(operationId = "listQuarantine", summary = "Items that could not be read, newest first")
    public Uni<Page> list(
            @RestQuery @Nullable String before,
            @RestQuery("all") @DefaultValue("false") boolean all,
            @RestQuery("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.badRequest("limit", "It must be 1 to " + MAX_LIMIT + ".");
        }
        UUID start = before == null ? null : id("before", before);
        return quarantine
                .page(callers.current().agencies(), start, all, limit)
                .map(items -> new Page(
                        items.stream().map(Shown::of).toList(),
                        items.size() == limit ? items.get(limit - 1).id() : null));
    }

    /** Reads an item again, with what the service and the directory know by now. */
    @POST
    @Path("/{id}:replay")
    @Operation(operationId = "replayQuarantined", summary = "Read an item again")
    public Uni<Replayed> replay(@RestPath String id) {
        return quarantine
                .find(callers.current().agencies(), id("id", id))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(this::replay);
    }

    private Uni<Replayed> replay(QuarantineItem item) {
        Intake intake = read(item);
        if (!intake.unreadable().isEmpty()) {
            Unreadable still = intake.unreadable().get(0);
            throw ProblemException.unprocessable(still.field(), "It still cannot be read: " + still.reason() + ".");
        }
        List<InboxRow> rows =
                intake.events().stream().map(event -> InboxRow.of(event, null)).toList();
        return inbox.write(rows).flatMap(outcomes -> {
            if (outcomes.contains(Outcome.REFUSED)) {
                throw ProblemException.unprocessable("payload", "The database cannot hold it.");
            }
            int accepted =
                    (int) outcomes.stream().filter(Outcome.ACCEPTED::equals).count();
            return quarantine
                    .markReplayed(item.id())
                    .replaceWith(new Replayed(item.id(), accepted, outcomes.size() - accepted));
        });
    }

    private Intake read(QuarantineItem item) {
        ChannelReader reader = readers.get(item.channel());
        Directory now = directory.get();
        Directory.Owned owned = now.account(item.channel(), item.account())
                .filter(found -> found.agency().id().equals(item.agency()))
                .orElseThrow(
                        () -> ProblemException.unprocessable("account", "The directory does not know it any more."));
        if (reader == null) {
            throw ProblemException.unprocessable("channel", "Items of this channel cannot be read again.");
        }
        try {
            JsonNode delivery = StrictJson.object(item.payload());
            // Whoever has it read again says that it is new, however old.
            return reader.read(delivery, now, owned, item.receivedAt(), Instant.MIN);
        } catch (MalformedBodyException e) {
            throw ProblemException.unprocessable(e.field(), "It still cannot be read: it is not well-formed.");
        }
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(field, "It must be a UUID.");
        }
    }

    /**
     * A page.
     *
     * @param items newest first
     * @param next the value of {@code before} for the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Shown> items, @Nullable UUID next) {}

    /**
     * An item without its contents.
     *
     * @param id its id
     * @param agency whose it is
     * @param account for which account it came
     * @param channel the account's channel
     * @param reason why it is here
     * @param field where in the item
     * @param bytes its size
     * @param receivedAt when it came
     * @param replayedAt when it was read again with success
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID id,
            String agency,
            String account,
            Channel channel,
            String reason,
            String field,
            int bytes,
            Instant receivedAt,
            @Nullable Instant replayedAt) {
        static Shown of(QuarantineItem item) {
            return new Shown(
                    item.id(),
                    item.agency(),
                    item.account(),
                    item.channel(),
                    item.reason(),
                    item.field(),
                    item.payload().length,
                    item.receivedAt(),
                    item.replayedAt());
        }
    }

    /**
     * What became of an item that was read again.
     *
     * @param id the item
     * @param accepted events that are new
     * @param duplicates events that were there already
     */
    public record Replayed(UUID id, int accepted, int duplicates) {}
}
