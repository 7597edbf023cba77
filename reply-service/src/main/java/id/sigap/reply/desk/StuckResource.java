package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Agency;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.reply.casework.StuckActs;
import id.sigap.reply.dispatch.Breaker;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.reply.sending.PlannedSends;
import id.sigap.reply.sending.SendingAccounts;
import id.sigap.reply.sending.StuckSends;
import id.sigap.reply.sending.UnknownReplies;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
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
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What does not get on by itself, and the accounts that rest: each with one key that settles it. */
@Path("/kiriman")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StuckResource {
    private static final int MOST = 100;

    private final Visitor visitor;
    private final StuckSends stuck;
    private final SendingAccounts accounts;
    private final PlannedSends planned;
    private final CurrentDirectory directory;
    private final StuckActs acts;
    private final ReplyActs replies;
    private final UnknownReplies unknown;
    private final Forms forms;

    /** Over what the API does with answers on their way. */
    StuckResource(
            Visitor visitor,
            StuckSends stuck,
            SendingAccounts accounts,
            PlannedSends planned,
            CurrentDirectory directory,
            StuckActs acts,
            ReplyActs replies,
            UnknownReplies unknown,
            Forms forms) {
        this.visitor = visitor;
        this.stuck = stuck;
        this.accounts = accounts;
        this.planned = planned;
        this.directory = directory;
        this.acts = acts;
        this.replies = replies;
        this.unknown = unknown;
        this.forms = forms;
    }

    /** The list, the longest stuck first. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(@QueryParam("kabar") @Nullable String word) {
        Visitor.Frame frame = visitor.frame("/kiriman", Screen.STUCK);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        Instant now = Instant.now();
        return Uni.combine()
                .all()
                .unis(stuck.page(caller, null, MOST), accounts.all(caller), planned.page(caller, null, MOST))
                .asTuple()
                .map(found -> Templates.stuck(
                        words,
                        frame,
                        found.getItem1().items().stream()
                                .map(one -> Line.of(one, now, words))
                                .toList(),
                        found.getItem1().total(),
                        found.getItem2().stream()
                                .filter(view -> view.state() != Breaker.State.CLOSED)
                                .map(view -> Resting.of(view, now, words))
                                .toList(),
                        found.getItem3().items().stream()
                                .map(one -> Coming.of(one, zone(one.agency()), words))
                                .toList(),
                        caller.is(Roles.SUPERVISOR),
                        word == null ? null : words.notice(word)));
    }

    /** Sends it once more: one knows that it did not arrive, or takes the risk. */
    @POST
    @Path("{reply}/ulang")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> again(@RestPath UUID reply, @RestForm("lalu") @Nullable String then) {
        return forms.act("/kiriman", Done.SENT_AGAIN, caller -> replies.sendAgain(caller, reply));
    }

    /** One has seen at the channel that it arrived. */
    @POST
    @Path("{reply}/sampai")
    public Uni<Response> arrived(@RestPath UUID reply, @RestForm("lalu") @Nullable String then) {
        return forms.act("/kiriman", Done.ARRIVED, caller -> unknown.arrived(caller, reply));
    }

    /** Gives it up; the case waits for another answer. */
    @POST
    @Path("{reply}/buang")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> discard(@RestPath UUID reply, @RestForm("lalu") @Nullable String then) {
        return forms.act("/kiriman", Done.DISCARDED, caller -> acts.discard(caller, reply));
    }

    /** Lets an account send again at once. */
    @POST
    @Path("akun/{account}/lanjut")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> resume(@RestPath String account, @RestForm("lalu") @Nullable String then) {
        return forms.act(
                "/kiriman",
                Done.ACCOUNT_RESUMED,
                caller -> accounts.resume(caller, account).replaceWithVoid());
    }

    /** An answer that needs a person. Times are in milliseconds since 1970. */
    record Line(
            UUID caseId,
            UUID replyId,
            String number,
            String channel,
            String account,
            String explanation,
            String reason,
            String instead,
            String waits,
            long since,
            boolean unknown,
            boolean canRetry,
            boolean canDiscard) {
        static Line of(StuckSends.Stuck one, Instant now, DeskWords words) {
            ReplyState state = ReplyState.of(one.state());
            boolean canRetry = one.acts().contains("retry");
            String code = one.failureCode();
            return new Line(
                    one.caseId(),
                    one.replyId(),
                    one.number(),
                    words.of(Channel.of(one.channel())),
                    one.account(),
                    state == ReplyState.QUEUED ? Say.STUCK_QUEUED.by(words) : words.explain(state, 0, 0),
                    code == null ? "" : words.cause(code),
                    code == null || canRetry || state != ReplyState.FAILED
                            ? ""
                            : words.instead(SendCause.of(code).again()),
                    words.span(Duration.between(one.since(), now)),
                    one.since().toEpochMilli(),
                    state == ReplyState.UNKNOWN,
                    canRetry,
                    one.acts().contains("discard"));
        }
    }

    private ZoneId zone(String agency) {
        return ZoneId.of(directory.get().agency(agency).map(Agency::zone).orElse("Asia/Jakarta"));
    }

    /** An answer that goes out at a time which somebody named. */
    record Coming(UUID caseId, String number, String channel, String when, String by, String state) {
        static Coming of(PlannedSends.Planned planned, ZoneId zone, DeskWords words) {
            return new Coming(
                    planned.caseId(),
                    planned.number(),
                    words.of(Channel.of(planned.channel())),
                    words.moment(planned.at(), zone),
                    planned.by(),
                    (planned.state() == ReplyState.SUBMITTED ? Say.PLANNED_UNAPPROVED : Say.PLANNED_READY).by(words));
        }
    }

    /** An account that rests. */
    record Resting(String account, String name, String channel, String reason, String until, long queued) {
        static Resting of(SendingAccounts.View view, Instant now, DeskWords words) {
            Instant until = view.pausedUntil();
            return new Resting(
                    view.account(),
                    view.name(),
                    words.of(Channel.of(view.channel())),
                    view.reason() == null ? "" : words.cause(view.reason()),
                    until == null || until.isBefore(now) ? "" : words.span(Duration.between(now, until)),
                    view.queued());
        }
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stuck(
                DeskWords words,
                Visitor.Frame frame,
                List<Line> stuck,
                long total,
                List<Resting> resting,
                List<Coming> coming,
                boolean supervisor,
                DeskWords.@Nullable Notice notice);
    }
}
