package id.sigap.reply.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Server-sent hints that cases changed; whoever gets one asks for the case. */
@Path("/api/v1/stream")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
public class StreamResource {
    /** Often enough that no proxy takes the silence for the end. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Callers callers;
    private final CaseChanges changes;

    /** Over the changes of all instances. */
    public StreamResource(Callers callers, CaseChanges changes) {
        this.callers = callers;
        this.changes = changes;
    }

    /** The changes of the caller's agencies from now on. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<Hint> hints() {
        Multi<Hint> alive = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> new Hint("alive", null, null));
        Multi<Hint> changed = changes.of(callers.current().agencies())
                .map(change -> new Hint(change.what().wire(), change.agency(), change.caseId()));
        return Multi.createBy().merging().streams(changed, alive);
    }

    /**
     * One hint.
     *
     * @param type case-changed, case-watched (who looks at it or types), or alive
     * @param agency whose case; absent in a sign of life
     * @param caseId which; absent in a sign of life
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hint(
            String type, @Nullable String agency, @Nullable UUID caseId) {}
}
