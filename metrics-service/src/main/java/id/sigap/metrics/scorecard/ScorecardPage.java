package id.sigap.metrics.scorecard;

import id.sigap.metrics.page.ReadersPage;
import id.sigap.metrics.page.WordBook;
import id.sigap.metrics.page.Words;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.language.Language;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The public scorecard for people: all agencies, one, and one to be shown within another site. Its language is that of
 * the address, else of the browser, and never of a cookie: what is kept by a proxy is the same for everybody.
 */
@Path("/publik")
@PermitAll
@Blocking
@ReadersPage
public class ScorecardPage {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final ScorecardReport report;
    private final PublicAnswers answers;
    private final WordBook book;
    private final String framers;
    private final URI publicUrl;

    @CheckedTemplate(basePath = "publik")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agencies(ScorecardView view);

        static native TemplateInstance agency(ScorecardView view);

        static native TemplateInstance embedded(ScorecardView view);
    }

    /** Over the report. Other sites are told the configured address: that of a request is whatever its sender says. */
    public ScorecardPage(
            ScorecardReport report,
            PublicAnswers answers,
            WordBook book,
            @ConfigProperty(name = "sigap.public.framed-by", defaultValue = "*") String framers,
            @ConfigProperty(name = "sigap.public-url.metrics") String publicUrl) {
        this.report = report;
        this.answers = answers;
        this.book = book;
        this.framers = framers;
        this.publicUrl = URI.create(publicUrl);
    }

    /** All agencies. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response all(
            @RestQuery("bulan") @Nullable String month,
            @RestQuery("bahasa") @Nullable String language,
            @Context HttpServerRequest caller,
            @Context HttpHeaders headers,
            @Context Request request) {
        answers.mustBeAllowed(caller);
        ScorecardView view = view(month, null, language, headers);
        return page(request, Templates.agencies(view), view).build();
    }

    /** One agency. */
    @GET
    @Path("/{agency}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response one(
            @RestPath String agency,
            @RestQuery("bulan") @Nullable String month,
            @RestQuery("bahasa") @Nullable String language,
            @Context HttpServerRequest caller,
            @Context HttpHeaders headers,
            @Context Request request) {
        answers.mustBeAllowed(caller);
        ScorecardView view = view(month, agency, language, headers);
        return page(request, Templates.agency(view), view).build();
    }

    /** One agency, to be framed by any other site: it has nothing to click on that does anything. */
    @GET
    @Path("/{agency}/sematan")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response embedded(
            @RestPath String agency,
            @RestQuery("bulan") @Nullable String month,
            @RestQuery("bahasa") @Nullable String language,
            @Context HttpServerRequest caller,
            @Context HttpHeaders headers,
            @Context Request request) {
        answers.mustBeAllowed(caller);
        ScorecardView view = view(month, agency, language, headers);
        return page(request, Templates.embedded(view), view)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors " + framers)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private ScorecardView view(
            @Nullable String asked, @Nullable String agency, @Nullable String language, HttpHeaders headers) {
        Instant now = Clock.systemUTC().instant();
        YearMonth month = ScorecardResource.month("bulan", asked, now);
        Scorecard all = report.of(month, now);
        Scorecard shown = agency == null ? all : all.only(all.of(agency).orElseThrow(ProblemException::notFound));
        Words words = book.in(language(language, headers));
        String chosen = Scope.given(asked) == null ? "" : month.toString();
        return ScorecardView.of(shown, month, now, chosen, publicUrl, words);
    }

    private Response.ResponseBuilder page(Request request, TemplateInstance template, ScorecardView view) {
        String html = template.setLocale(view.language().locale()).render();
        return answers.kept(request, html, HTML);
    }

    private static Language language(@Nullable String asked, HttpHeaders headers) {
        String given = Scope.given(asked);
        Language accepted = Language.firstOf(headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .toList());
        return given == null ? accepted : Language.of(given).orElse(accepted);
    }
}
