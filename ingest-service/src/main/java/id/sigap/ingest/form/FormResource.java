package id.sigap.ingest.form;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.inbox.InboxRow;
import id.sigap.ingest.inbox.InboxWriter;
import id.sigap.ingest.inbox.Outcome;
import id.sigap.ingest.intake.Traceparent;
import id.sigap.ingest.tracking.TrackingLinks;
import id.sigap.ingest.webhook.IntakeMeters;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The form for citizens: plain HTML that works without JavaScript. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "form")
public class FormResource {
    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    private final CurrentDirectory directory;
    private final InboxWriter inbox;
    private final TrackingLinks links;
    private final FormRate rate;
    private final IntakeMeters meters;
    private final PageLanguage language;

    /** With what is needed to keep and answer. */
    public FormResource(
            CurrentDirectory directory,
            InboxWriter inbox,
            TrackingLinks links,
            FormRate rate,
            IntakeMeters meters,
            PageLanguage language) {
        this.directory = directory;
        this.inbox = inbox;
        this.links = links;
        this.rate = rate;
        this.meters = meters;
        this.language = language;
    }

    /** The list of offices, or the form of the one that was chosen. */
    @GET
    @Operation(operationId = "showForm", summary = "The form for citizens")
    public Response show(@RestQuery("kepada") @Nullable String to, @RestQuery("account") @Nullable String alias) {
        String account = to == null ? alias : to;
        if (account == null) {
            return choices(Response.Status.OK);
        }
        return office(account)
                .map(owned -> page(Response.Status.OK.getStatusCode(), blank(owned, "", "", null)))
                .orElseGet(() -> choices(Response.Status.NOT_FOUND));
    }

    /** Takes a message; answers with the link to follow it, once it is committed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "sendForm", summary = "Send the form")
    public Uni<Response> send(
            @RestForm("kepada") @Nullable String account,
            @RestForm("formulir") @Nullable String form,
            @RestForm("pesan") @Nullable String text,
            @RestForm("nama") @Nullable String name,
            @RestForm("situs") @Nullable String trap,
            @RestHeader("Sec-Fetch-Site") @Nullable String origin,
            @RestHeader("traceparent") @Nullable String traceparent,
            HttpServerRequest request) {
        if ("cross-site".equals(origin)) {
            return refused(FORBIDDEN, "cross-site", Refusal.CROSS_SITE);
        }
        if (!rate.allows(request.remoteAddress().hostAddress())) {
            return refused(TOO_MANY, "rate", Refusal.TOO_MANY);
        }
        Optional<Directory.Owned> office = account == null ? Optional.empty() : office(account);
        if (office.isEmpty()) {
            return Uni.createFrom().item(choices(Response.Status.NOT_FOUND));
        }
        try {
            return store(Submission.of(form, text, name, trap), office.get(), Traceparent.of(traceparent));
        } catch (RefusedFormException e) {
            meters.refused(Channel.WEB, "form");
            return Uni.createFrom()
                    .item(page(
                            Response.Status.BAD_REQUEST.getStatusCode(),
                            blank(office.get(), orEmpty(text), orEmpty(name), e.refusal())));
        }
    }

    private Uni<Response> store(Submission submission, Directory.Owned owned, @Nullable String traceparent) {
        MessageReceived event = submission.message(owned, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        FormWords words = words();
        TemplateInstance thanks =
                Pages.sent(words, owned.agency().name(), links.address(links.token(event.conversationId())));
        return inbox.write(List.of(InboxRow.of(event, traceparent)))
                .map(outcomes -> {
                    meters.stored(Channel.WEB, outcomes);
                    return outcomes.contains(Outcome.REFUSED) ? unavailable(words) : page(200, thanks);
                })
                .onFailure(ProblemException.class)
                .recoverWithItem(() -> unavailable(words));
    }

    private Response unavailable(FormWords words) {
        meters.refused(Channel.WEB, "unavailable");
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, 5)
                .entity(Pages.failed(words, Refusal.UNAVAILABLE))
                .build();
    }

    private Uni<Response> refused(int status, String reason, Refusal refusal) {
        meters.refused(Channel.WEB, reason);
        Response.ResponseBuilder answer = Response.status(status).entity(Pages.failed(words(), refusal));
        if (status == TOO_MANY) {
            answer.header(HttpHeaders.RETRY_AFTER, rate.pause().toSeconds());
        }
        return Uni.createFrom().item(answer.build());
    }

    private Response choices(Response.Status status) {
        List<Pages.Addressee> addressees = directory
                .get()
                .accounts(Channel.WEB)
                .map(owned ->
                        new Pages.Addressee(owned.account().id(), owned.agency().name()))
                .toList();
        return page(status.getStatusCode(), Pages.choose(words(), addressees));
    }

    private Optional<Directory.Owned> office(String account) {
        return directory.get().account(Channel.WEB, account);
    }

    private TemplateInstance blank(Directory.Owned owned, String text, String name, @Nullable Refusal refusal) {
        FormWords words = words();
        return Pages.write(
                words,
                new Pages.Blank(
                        owned.account().id(),
                        owned.agency().name(),
                        UUID.randomUUID().toString(),
                        text,
                        name,
                        refusal == null ? null : words.of(refusal)));
    }

    private FormWords words() {
        return FormWords.in(language.get());
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
