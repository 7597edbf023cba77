package id.sigap.reply.desk;

import id.sigap.reply.api.MentionResource;
import id.sigap.runtime.access.Roles;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Notes in which colleagues named the reader. */
@Path("/sebutan")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MentionPages {
    private static final int ROWS = 50;

    private final Visitor visitor;
    private final MentionResource mentions;
    private final Forms forms;

    /** Over the API's own list. */
    MentionPages(Visitor visitor, MentionResource mentions, Forms forms) {
        this.visitor = visitor;
        this.mentions = mentions;
        this.forms = forms;
    }

    /** The unread ones, or with {@code semua} all, the newest first. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @QueryParam("semua") @Nullable String all,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("kabar") @Nullable String word) {
        boolean unread = all == null;
        Visitor.Frame frame = visitor.frame(unread ? "/sebutan" : "/sebutan?semua=ya", Screen.MENTIONS);
        DeskWords words = frame.words();
        Instant now = Instant.now();
        return mentions.mine(unread, after, ROWS)
                .map(page -> Templates.mentions(
                        words,
                        frame,
                        page.items().stream()
                                .map(one -> new Line(
                                        one.mentionId(),
                                        one.caseId(),
                                        one.number(),
                                        one.by(),
                                        one.note(),
                                        one.at().toEpochMilli(),
                                        words.span(Duration.between(one.at(), now)),
                                        one.readAt() != null))
                                .toList(),
                        page.total(),
                        unread,
                        page.next() == null ? null : "/sebutan?after=" + page.next() + (unread ? "" : "&semua=ya"),
                        word == null ? null : words.notice(word)));
    }

    /** The reader has seen it. */
    @POST
    @Path("{id}/baca")
    public Uni<Response> read(@RestPath UUID id, @RestForm("lalu") @Nullable String then) {
        return forms.act("/sebutan", Done.MENTION_READ, caller -> mentions.read(id));
    }

    /** A note that names the reader. Its age is since a time in milliseconds since 1970. */
    record Line(UUID id, UUID caseId, String number, String by, String note, long since, String age, boolean read) {}

    /** The page. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mentions(
                DeskWords words,
                Visitor.Frame frame,
                List<Line> lines,
                long total,
                boolean unread,
                @Nullable String next,
                DeskWords.@Nullable Notice notice);
    }
}
