package id.sigap.runtime.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The body of the current request, byte for byte, as a {@link io.vertx.ext.web.handler.BodyHandler} of the service took
 * it off the wire before the resource began. A parameter of a resource would be read through the framework's own buffers,
 * which do not expect the body to have been read already; and a stream that a worker reads costs it some four changes of
 * thread.
 */
@ApplicationScoped
public class RawBody {
    private final CurrentVertxRequest request;

    /** Over the request that is being served. */
    public RawBody(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The bytes; none if there is no body, or if no handler read it. */
    public byte[] bytes() {
        Buffer body = request.getCurrent().body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
