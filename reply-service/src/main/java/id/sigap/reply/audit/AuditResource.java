package id.sigap.reply.audit;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of acts, for those who check it. */
@Path("/api/v1")
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int LONGEST_PAGE = 200;
    private static final int HEX_DIGITS = 64;

    private final Callers callers;
    private final AuditTrail trail;

    /** Over the record. */
    public AuditResource(Callers callers, AuditTrail trail) {
        this.callers = callers;
        this.trail = trail;
    }

    /** A page of the record of the caller's agencies, newest first. */
    @GET
    @Path("/audit")
    public Uni<AuditTrail.Page> list(
            @QueryParam("case") @Nullable UUID caseId,
            @QueryParam("by") @Nullable String by,
            @QueryParam("act") @Nullable String act,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        AuditTrail.Filter filter = new AuditTrail.Filter(caseId, readable("by", by), readable("act", act));
        return trail.page(callers.current().agencies(), filter, cursor(after), limit);
    }

    /** Checks the chains of the caller's agencies, or of one. */
    @GET
    @Path("/audit:verify")
    public Uni<Verification> verify(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("seq") @Nullable Long seq,
            @QueryParam("hash") @Nullable String hash) {
        Caller caller = callers.current();
        if (agency != null) {
            caller.mustSee(agency);
        }
        AuditTrail.@Nullable Anchor anchor = anchor(agency, seq, hash);
        List<String> agencies =
                agency == null ? caller.agencies().stream().sorted().toList() : List.of(agency);
        return Multi.createFrom()
                .iterable(agencies)
                .onItem()
                .transformToUniAndConcatenate(one -> trail.verify(one, anchor))
                .collect()
                .asList()
                .map(verdicts -> new Verification(verdicts.stream().allMatch(AuditTrail.Verdict::intact), verdicts));
    }

    private static AuditTrail.@Nullable Anchor anchor(
            @Nullable String agency, @Nullable Long seq, @Nullable String hash) {
        if (seq == null && hash == null) {
            return null;
        }
        if (agency == null) {
            throw ProblemException.badRequest("agency", "A link is one agency's; say whose.");
        }
        if (seq == null || seq < 1) {
            throw ProblemException.badRequest("seq", "A link has a place, from 1, and a hash.");
        }
        if (hash == null || hash.length() != HEX_DIGITS) {
            throw ProblemException.badRequest("hash", "A link has a place and a hash of 64 hexadecimal digits.");
        }
        return new AuditTrail.Anchor(seq, hash.toLowerCase(Locale.ROOT));
    }

    private static long cursor(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("after", "This is not a cursor of this list.");
        }
    }

    private static @Nullable String readable(String field, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw ProblemException.badRequest(field, "This has a character that no text has.");
        }
        return value;
    }

    /**
     * What was found.
     *
     * @param intact whether every chain is
     * @param chains one per agency
     */
    public record Verification(boolean intact, List<AuditTrail.Verdict> chains) {}
}
