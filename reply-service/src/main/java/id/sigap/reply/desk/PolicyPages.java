package id.sigap.reply.desk;

import id.sigap.reply.api.PolicyResource;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The policies of release in force, and what others would have done with the cases of the last days. */
@Path("/kebijakan")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PolicyPages {
    private static final int DAYS = 7;

    private final Visitor visitor;
    private final PolicyResource policies;
    private final SameOrigin sameOrigin;

    /** Over the API's dry run. */
    PolicyPages(Visitor visitor, PolicyResource policies, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.policies = policies;
        this.sameOrigin = sameOrigin;
    }

    /** What is in force. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance page(@QueryParam("agency") @Nullable String asked) {
        return show(visitor.agency(asked), "", DAYS, null, List.of());
    }

    /** Tries a proposal; nothing is changed or sent. */
    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<TemplateInstance> dryRun(
            @RestForm("agency") @Nullable String asked,
            @RestForm("usulan") @Nullable String proposal,
            @RestForm("hari") @Nullable Integer days) {
        sameOrigin.require();
        AgencyChoice choice = visitor.agency(asked);
        String text = proposal == null ? "" : proposal.replace("\r\n", "\n");
        int back = days == null ? DAYS : days;
        return Uni.createFrom()
                .deferred(() -> policies.dryRun(choice.id(), back, text))
                .map(report -> show(choice, text, back, report, List.of()))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> show(
                        choice,
                        text,
                        back,
                        null,
                        PolicyMistakes.of((ProblemException) failure, text, choice.agency(), visitor.words())));
    }

    private TemplateInstance show(
            AgencyChoice choice,
            String proposal,
            int days,
            PolicyResource.@Nullable Report report,
            List<String> mistakes) {
        Caller caller = visitor.caller();
        Visitor.Frame frame = visitor.frame("/kebijakan" + choice.query(), Screen.POLICIES);
        DeskWords words = frame.words();
        List<Line> lines = choice.agency().replies().stream()
                .map(policy ->
                        new Line(ConditionWords.of(policy.when(), choice.agency(), words), words.of(policy.then())))
                .toList();
        Outcome outcome = report == null
                ? null
                : new Outcome(
                        report.cases(),
                        report.changed(),
                        report.complete(),
                        report.changes().stream()
                                .map(change -> new Change(
                                        words.of(change.from()),
                                        words.of(change.to()),
                                        change.cases(),
                                        String.join(", ", change.examples())))
                                .toList(),
                        report.proposed().stream()
                                .map(use -> new Use(
                                        ConditionWords.of(use.condition(), choice.agency(), words),
                                        words.of(use.then()),
                                        use.decided()))
                                .toList());
        return Templates.policies(
                words, frame, choice, lines, caller.is(Roles.SUPERVISOR), proposal, days, outcome, mistakes);
    }

    /** A policy: what it wants, and how it releases. */
    record Line(String when, String then) {}

    /** What the proposal would have done. */
    record Outcome(long cases, long changed, boolean complete, List<Change> changes, List<Use> uses) {}

    /** Answers that would be released otherwise. */
    record Change(String from, String to, long cases, String examples) {}

    /** How often a policy decides. */
    record Use(String when, String then, long decided) {}

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance policies(
                DeskWords words,
                Visitor.Frame frame,
                AgencyChoice choice,
                List<Line> lines,
                boolean supervisor,
                String proposal,
                int days,
                @Nullable Outcome outcome,
                List<String> mistakes);
    }
}
