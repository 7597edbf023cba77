package id.sigap.ingest.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The body of the current request, byte for byte, as {@link BodyCaps} took it off the wire. A parameter of a resource
 * would be read through the framework's own buffers, which do not expect the body to have been read already.
 */
@ApplicationScoped
public class RawBody {
    private final CurrentVertxRequest request;

    /** Over the request that is being served. */
    public RawBody(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The bytes; none if there is no body. */
    public byte[] bytes() {
        Buffer body = request.getCurrent().body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
