package id.sigap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.cloudevent.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** The reply service as a program calls it many times. */
final class ReplyApi {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private ReplyApi() {}

    /** The cases of a conversation, closed ones too. */
    static JsonNode casesOf(Person person, UUID conversation) throws IOException, InterruptedException {
        return get(person, "/cases?state=all&conversation=" + conversation).path("items");
    }

    /** A case. */
    static JsonNode one(Person person, String caseId) throws IOException, InterruptedException {
        return get(person, "/cases/" + caseId);
    }

    /**
     * Reads.
     *
     * @throws IOException if it is not there, or the service is not
     */
    static JsonNode get(Person person, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                HTTP.send(request(person, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return EventJson.mapper().readTree(response.body());
    }

    /** Submits or approves a text; the status. */
    static int act(Person person, String replyId, String act, String textHash)
            throws IOException, InterruptedException {
        return HTTP.send(
                        request(person, "/replies/" + replyId + "/" + act)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"textHash\":\"" + textHash + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest.Builder request(Person person, String path) {
        return HttpRequest.newBuilder(URI.create(RunningSigap.get().reply() + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + person.bearer());
    }
}
