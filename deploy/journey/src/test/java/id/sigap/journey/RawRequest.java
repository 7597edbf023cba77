package id.sigap.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request as it stands, byte by byte, for what a library would refuse to send or would tidy up. */
final class RawRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;

    private RawRequest(String address) {
        request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    static RawRequest to(String address) {
        return new RawRequest(address);
    }

    RawRequest with(String header, String value) {
        request.header(header, value);
        return this;
    }

    RawRequest as(Person person) {
        return with("Authorization", "Bearer " + person.bearer());
    }

    RawRequest json() {
        return with("Content-Type", "application/json");
    }

    /** The status of the answer. */
    int get() throws IOException, InterruptedException {
        return send(request.GET().build());
    }

    /** The status of the answer; 413 as well when the other side hangs up on a body that is too large. */
    int post(String body) throws IOException, InterruptedException {
        HttpRequest built = request.POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            return send(built);
        } catch (IOException e) {
            if (body.length() > 1_000_000) {
                return 413;
            }
            throw e;
        }
    }

    private static int send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
