package id.sigap.metrics.page;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.language.PageLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The page that a person sees after login. Its address says all that was chosen, so it can be passed on. */
@Path("/")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
@Blocking
@ReadersPage
public class DashboardPage {
    private final DashboardReport report;
    private final Callers callers;
    private final CurrentDirectory directory;
    private final WordBook book;
    private final PageLanguage language;

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance dashboard(Dashboard dashboard);
    }

    /** Over the report, with names from the directory. */
    public DashboardPage(
            DashboardReport report, Callers callers, CurrentDirectory directory, WordBook book, PageLanguage language) {
        this.report = report;
        this.callers = callers;
        this.directory = directory;
        this.book = book;
        this.language = language;
    }

    /** Responsiveness, silence and the ledger of the caller's agencies, in the reader's language. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @ResponseHeader(name = HttpHeaders.VARY, value = HttpHeaders.ACCEPT_LANGUAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@Context UriInfo address) {
        Caller caller = callers.current();
        Wanted wanted = Wanted.of(address.getQueryParameters());
        Language read = language.get();
        Words words = book.in(read);
        DashboardReport.Read found =
                report.read(caller, wanted, Clock.systemUTC().instant());
        List<Agency> theirs = caller.agencies().stream()
                .map(directory.get()::agency)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Agency::name))
                .toList();
        Filter filter = Filter.of(wanted, theirs, found.agencies(), found.by(), found.period(), words);
        Names names = new Names(directory.get(), found.agencies(), words);
        return Templates.dashboard(Dashboard.of(caller.name(), wanted, filter, found, names, words))
                .setLocale(read.locale());
    }
}
