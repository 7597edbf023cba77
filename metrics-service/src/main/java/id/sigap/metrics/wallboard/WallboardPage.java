package id.sigap.metrics.wallboard;

import id.sigap.contracts.directory.Agency;
import id.sigap.metrics.live.Listening;
import id.sigap.metrics.live.LiveBoard;
import id.sigap.metrics.page.ReadersPage;
import id.sigap.metrics.page.WordBook;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The wallboard of one agency. Its script listens for news, and asks for the figures again when there are some. */
@Path("/papan")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
@Blocking
@ReadersPage
public class WallboardPage {
    private final LiveBoard board;
    private final Callers callers;
    private final SecurityIdentity identity;
    private final CurrentDirectory directory;
    private final WordBook book;
    private final PageLanguage language;

    @CheckedTemplate(basePath = "papan")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance wallboard(Board board, String name, String otherAddress);

        static native TemplateInstance figures(Board board);
    }

    /** Over the live figures. */
    public WallboardPage(
            LiveBoard board,
            Callers callers,
            SecurityIdentity identity,
            CurrentDirectory directory,
            WordBook book,
            PageLanguage language) {
        this.board = board;
        this.callers = callers;
        this.identity = identity;
        this.directory = directory;
        this.book = book;
        this.language = language;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String agency) {
        Caller caller = callers.current();
        Language read = language.get();
        Board now = board(caller, agency, read);
        String other =
                "/papan?agency=" + now.agency() + "&bahasa=" + read.other().tag();
        return Templates.wallboard(now, caller.name(), other).setLocale(read.locale());
    }

    /** The figures alone, to put in the place of the old ones. */
    @GET
    @Path("/angka")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance figures(@RestQuery @Nullable String agency) {
        Language read = language.get();
        return Templates.figures(board(callers.current(), agency, read)).setLocale(read.locale());
    }

    /** Tells that there is news, and every now and then that the line is open. What it is is asked for then. */
    @GET
    @Path("/kabar")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<String> news(@RestQuery @Nullable String agency) {
        return board.of(Set.of(chosen(callers.current(), agency)))
                .map(figures -> "baru")
                .plug(told -> Listening.whileValid(
                        told, "ada", identity, Clock.systemUTC().instant()));
    }

    private Board board(Caller caller, @Nullable String agency, Language read) {
        return Board.of(board.now(chosen(caller, agency)), theirs(caller), book.in(read));
    }

    /** The agency that is asked for, or the first of the reader's. */
    private String chosen(Caller caller, @Nullable String asked) {
        return Scope.agencies(caller, asked).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow(ProblemException::notFound);
    }

    private List<Agency> theirs(Caller caller) {
        return caller.agencies().stream()
                .map(directory.get()::agency)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Agency::name))
                .toList();
    }
}
