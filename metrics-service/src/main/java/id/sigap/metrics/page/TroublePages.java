package id.sigap.metrics.page;

import id.sigap.runtime.language.Language;
import id.sigap.runtime.language.PageLanguage;
import id.sigap.runtime.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What may not be seen, is not there, or does not work now: for whoever reads a page a page that says so, not a problem
 * for programs. That nobody is logged in stays what the login makes of it.
 */
public class TroublePages {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final int UNAUTHORIZED = 401;
    private static final String PUBLIC = "/publik";

    private final PageLanguage language;
    private final WordBook book;

    /** In the language of whoever asks. */
    TroublePages(PageLanguage language, WordBook book) {
        this.language = language;
        this.book = book;
    }

    /** The page. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trouble(Language language, String sentence, int status, String home);
    }

    /** Puts the page in the problem's place; the status stays. */
    @ReadersPage
    @ServerResponseFilter
    public Uni<Void> tell(ContainerResponseContext answer, UriInfo address) {
        int status = answer.getStatus();
        MediaType type = answer.getMediaType();
        if (status == UNAUTHORIZED || type == null || !type.isCompatible(MediaType.valueOf(Problem.MEDIA_TYPE))) {
            return Uni.createFrom().voidItem();
        }
        Language read = language.get();
        return Templates.trouble(read, sentence(status, book.in(read).text()), status, home(address.getRequestUri()))
                .setLocale(read.locale())
                .createUni()
                .invoke(page -> {
                    answer.setEntity(page, new Annotation[0], HTML);
                    answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
                })
                .replaceWithVoid();
    }

    /** Where to go from there: a citizen has no login for the dashboard. */
    static String home(URI asked) {
        String path = asked.getPath();
        return path.equals(PUBLIC) || path.startsWith(PUBLIC + '/') ? PUBLIC : "/";
    }

    private static String sentence(int status, PageText text) {
        return switch (status) {
            case 400 -> text.badFilter();
            case 403 -> text.forbidden();
            case 404 -> text.notFound();
            case 429 -> text.tooMany();
            default -> text.notNow();
        };
    }
}
