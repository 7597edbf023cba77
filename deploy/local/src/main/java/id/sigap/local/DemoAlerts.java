package id.sigap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The endpoint that the demo's alert rules name: the other system that the simulator plays. An operator would make it at
 * the desk; it is made through the same interface. What is there already stays as it is.
 */
final class DemoAlerts {
    private static final String AGENCY = "kemenhub-contoh";
    private static final String NAME = "siaga";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackPorts ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    DemoAlerts(StackPorts ports) {
        this.ports = ports;
    }

    /** Makes it unless it is there; the answer is a sentence for people. */
    String connect() {
        String shown = "the simulator is told of them as \"" + NAME + "\", see http://localhost:" + ports.simulator()
                + "/sim/calls";
        try {
            String token = token();
            JsonNode known = JSON.readTree(send(webhooks(token).GET(), 200));
            boolean there = StreamSupport.stream(known.spliterator(), false)
                    .anyMatch(one -> NAME.equals(one.path("name").asText())
                            && AGENCY.equals(one.path("agency").asText()));
            if (!there) {
                send(
                        webhooks(token).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(endpoint()))),
                        201);
            }
            return shown;
        } catch (IOException e) {
            return "nobody is told by webhook: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nobody is told by webhook";
        }
    }

    /** Of cases it wants next to nothing: what it hears are alerts, by the rule that names it. */
    private Map<String, Object> endpoint() {
        return Map.of(
                "agency",
                AGENCY,
                "name",
                NAME,
                "url",
                "http://localhost:" + ports.simulator() + "/calls/" + NAME,
                "types",
                List.of("case.rated"));
    }

    private HttpRequest.Builder webhooks(String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + ports.reply() + "/api/v1/webhooks"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** As the demo's operator. */
    private String token() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + ports.keycloak() + "/realms/sigap/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=sigap-cli&username=rina&password=rina"));
        return JSON.readTree(send(request, 200)).path("access_token").asText();
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != expected) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return answer.body();
    }
}
