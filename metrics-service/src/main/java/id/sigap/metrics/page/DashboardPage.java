package id.sigap.metrics.page;

import id.sigap.metrics.ledger.LedgerReport;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.responsiveness.ResponsivenessReport;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page that a person sees after login. */
@Path("/")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
@Blocking
public class DashboardPage {
    private final ResponsivenessReport responsiveness;
    private final LedgerReport ledger;
    private final Callers callers;
    private final CurrentDirectory directory;
    private final PageText indonesian;
    private final PageText english;

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance dashboard(Dashboard dashboard);
    }

    /** Over the reports, with names from the directory. */
    public DashboardPage(
            ResponsivenessReport responsiveness,
            LedgerReport ledger,
            Callers callers,
            CurrentDirectory directory,
            PageText indonesian,
            @Localized("en") PageText english) {
        this.responsiveness = responsiveness;
        this.ledger = ledger;
        this.callers = callers;
        this.directory = directory;
        this.indonesian = indonesian;
        this.english = english;
    }

    /** Responsiveness and the ledger of the caller's agencies, in the reader's language. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String agency,
            @RestQuery @Nullable String groupBy,
            @Context HttpHeaders headers) {
        Instant now = Clock.systemUTC().instant();
        Caller caller = callers.current();
        Set<String> agencies = Scope.agencies(caller, agency);
        Span span = Span.of(from, to, now);
        String by = Scope.given(groupBy) == null ? "unit" : String.valueOf(groupBy);
        Language language = Language.of(headers.getAcceptableLanguages());
        Words words = new Words(language == Language.ENGLISH ? english : indonesian, language);
        Dashboard dashboard = Dashboard.of(
                caller.name(),
                Dashboard.Filter.of(text(from), text(to), text(agency), by, words),
                answer(agencies, span, List.of(), now),
                answer(agencies, span, Grouping.of(by), now),
                ledger.read(agencies, span, null),
                new Names(directory.get(), agencies, words),
                words);
        return Templates.dashboard(dashboard).setLocale(language.messages());
    }

    private Responsiveness answer(Set<String> agencies, Span span, List<Grouping> groupBy, Instant now) {
        return responsiveness.answer(
                new Question(agencies, span, null, null, null, groupBy, Question.TARGET, Question.LIMIT), now);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
