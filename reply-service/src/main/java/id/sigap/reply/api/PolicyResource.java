package id.sigap.reply.api;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.DirectoryException;
import id.sigap.contracts.directory.PolicyProposal;
import id.sigap.reply.policy.PolicyDryRun;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries reply policies on cases of the past; nothing is changed or sent. */
@Path("/api/v1/policies:dry-run")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATOR})
public class PolicyResource {
    private static final int MOST_DAYS = 90;
    private static final int LARGEST = 1 << 17;

    private final Callers callers;
    private final CurrentDirectory directory;
    private final PastCases past;

    /** Over the cases of the past. */
    public PolicyResource(Callers callers, CurrentDirectory directory, PastCases past) {
        this.callers = callers;
        this.directory = directory;
        this.past = past;
    }

    /**
     * Compares proposed policies with those in force. The body is what would stand in the directory: the field {@code
     * replies}, as YAML or JSON; without a body the policies in force are tried.
     *
     * @param agency whose policies; may be left out by whoever sees one agency only
     * @param days how many days back, 1 to 90
     */
    @POST
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Report> dryRun(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("days") @DefaultValue("7") int days,
            @Nullable String body) {
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.badRequest("days", "This must be from 1 to " + MOST_DAYS + ".");
        }
        Agency now = agency(agency, callers.current());
        Agency proposed =
                body == null || body.isBlank() ? now : proposal(body, now).in(now);
        boolean words = readsWords(now) || readsWords(proposed);
        Instant until = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant from = until.minus(Duration.ofDays(days));
        return past.since(now.id(), from, words).map(cases -> {
            PolicyDryRun run = new PolicyDryRun(now, proposed);
            cases.stream().limit(PastCases.MOST).forEach(one -> run.take(one.number(), one.facts()));
            return new Report(
                    now.id(),
                    from,
                    until,
                    cases.size() <= PastCases.MOST,
                    run.cases(),
                    run.changed(),
                    run.changes(),
                    run.proposed(),
                    run.inForce());
        });
    }

    private Agency agency(@Nullable String wanted, Caller caller) {
        if (wanted == null && caller.agencies().size() != 1) {
            throw ProblemException.badRequest("agency", "This is needed of whoever does not see exactly one agency.");
        }
        String id = wanted == null ? caller.agencies().iterator().next() : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).orElseThrow(ProblemException::notFound);
    }

    private static PolicyProposal proposal(String body, Agency agency) {
        if (body.length() > LARGEST) {
            throw ProblemException.tooLarge("A proposal has at most " + LARGEST + " characters.");
        }
        try {
            return PolicyProposal.read(body, agency);
        } catch (DirectoryException e) {
            DirectoryException.Mistake first = e.mistakes().get(0);
            String others = e.mistakes().stream()
                    .skip(1)
                    .map(mistake -> "; " + mistake.field() + ": " + mistake.sentence())
                    .collect(Collectors.joining());
            throw ProblemException.badRequest(
                    first.field().isEmpty() ? "body" : first.field(),
                    "Line " + first.line() + ": " + first.sentence() + others);
        }
    }

    private static boolean readsWords(Agency agency) {
        return agency.replies().stream()
                .anyMatch(policy -> !policy.when().words().isEmpty());
    }

    /**
     * What policies would have done.
     *
     * @param agency whose
     * @param from since when cases were opened
     * @param until until when
     * @param complete whether all cases of that time were read, or only the newest
     * @param cases how many were counted
     * @param changed how many answers would be released otherwise
     * @param changes how, most first
     * @param proposed how often each proposed policy decides
     * @param inForce how often each policy in force decides
     */
    public record Report(
            String agency,
            Instant from,
            Instant until,
            boolean complete,
            long cases,
            long changed,
            List<PolicyDryRun.Change> changes,
            List<PolicyDryRun.PolicyUse> proposed,
            List<PolicyDryRun.PolicyUse> inForce) {}
}
