package id.sigap.ingest.api;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Takes whole files of messages, one JSON object per line, as they stream in. */
@Path("/api/v1/messages:import")
@RolesAllowed(Roles.INTEGRATION)
@Tag(name = "messages")
public class ImportResource {
    private static final String NDJSON = "application/x-ndjson";

    /** Each holds a thread while its file streams. */
    private static final int AT_ONCE = 4;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Callers callers;
    private final MessageImport files;

    /** With what reads files. */
    public ImportResource(Callers callers, MessageImport files) {
        this.callers = callers;
        this.files = files;
    }

    /**
     * Takes a file. A bad line is reported and leaves the others alone. Sending a file again is safe: lines are known by
     * their externalId or, without one, by the Idempotency-Key and their number.
     */
    @POST
    @Blocking
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Operation(operationId = "importMessages", summary = "Take a file of messages, one JSON object per line")
    public ImportReport take(
            @RestHeader(IdempotencyKey.HEADER) @Nullable String header,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = MessageRequest.class)))
                    InputStream body)
            throws IOException {
        Caller caller = callers.current();
        IdempotencyKey key = IdempotencyKey.optional(caller.name(), "import", header);
        if (!free.tryAcquire()) {
            throw ProblemException.tooManyRequests(Duration.ofSeconds(10));
        }
        try {
            return files.take(body, caller, key);
        } finally {
            free.release();
        }
    }
}
