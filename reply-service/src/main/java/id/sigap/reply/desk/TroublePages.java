package id.sigap.reply.desk;

import id.sigap.runtime.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What may not be seen, is not there, or does not work now: for whoever looks at the desk's pages a page that says so,
 * not a problem for programs. That nobody is logged in stays what the login makes of it.
 */
public class TroublePages {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Visitor visitor;

    /** In the language of whoever asks. */
    TroublePages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Puts the page in the problem's place; the status stays. */
    @DeskPage
    @ServerResponseFilter
    public Uni<Void> tell(ContainerResponseContext answer) {
        int status = answer.getStatus();
        MediaType type = answer.getMediaType();
        if (status == UNAUTHORIZED || type == null || !type.isCompatible(MediaType.valueOf(Problem.MEDIA_TYPE))) {
            return Uni.createFrom().voidItem();
        }
        DeskWords words = visitor.words();
        return Templates.trouble(
                        words,
                        words.trouble(status),
                        status == FORBIDDEN,
                        status == FORBIDDEN ? visitor.screens() : List.of())
                .createUni()
                .invoke(page -> {
                    answer.setEntity(page, new Annotation[0], HTML);
                    answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
                })
                .replaceWithVoid();
    }

    /** The page. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trouble(
                DeskWords words, DeskWords.Trouble trouble, boolean forbidden, List<Visitor.Way> screens);
    }
}
