package id.sigap.runtime.http;

import id.sigap.runtime.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses forms that JAX-RS must not read. One whose percent-encoding is broken it answers with 500, and writes what the
 * form said into the log; one without any field it waits for until the connection is cut. Under {@code /api/} nothing
 * reads forms, and clients that send no body like to call it one: those pass.
 */
@ApplicationScoped
public class FormGuard {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String API = "/api/";
    private static final long MOST_BYTES = 1024 * 1024;

    /** After authentication (-200) and what a service does with bodies, before the resources. */
    private static final int ORDER = -40;

    void install(@Observes Router router) {
        router.post()
                .order(ORDER)
                .consumes(FORM)
                .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
        router.post().order(ORDER + 1).consumes(FORM).handler(FormGuard::check);
    }

    private static void check(RoutingContext exchange) {
        Buffer body = exchange.body().buffer();
        boolean empty = body == null || body.length() == 0;
        if (empty ? exchange.normalizedPath().startsWith(API) : decodable(body)) {
            exchange.next();
        } else {
            Answers.end(exchange, Problem.ofStatus(400));
        }
    }

    /** Whether every percent sign is followed by two hexadecimal digits. */
    private static boolean decodable(Buffer body) {
        for (int i = 0; i < body.length(); i++) {
            if (body.getByte(i) == '%') {
                if (i + 2 >= body.length() || !hexadecimal(body.getByte(i + 1)) || !hexadecimal(body.getByte(i + 2))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hexadecimal(byte character) {
        return Character.digit(character, 16) >= 0;
    }
}
