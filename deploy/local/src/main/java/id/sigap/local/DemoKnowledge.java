package id.sigap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The articles of the demo's agencies: {@code <agency>/<theme>.yaml}, brought in through the same interface that every
 * deployment has. What is there already stays as it is, so each start may do it again.
 */
final class DemoKnowledge {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final URI issuer;
    private final URI reply;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    DemoKnowledge(Path folder, StackPorts ports) {
        this.folder = folder;
        this.issuer = URI.create("http://localhost:" + ports.keycloak() + "/realms/sigap");
        this.reply = URI.create("http://localhost:" + ports.reply());
    }

    /** Brings in what is new or changed; the answer is a sentence for people. A file that is refused is named in it. */
    String bringIn() {
        try {
            String token = token();
            int read = 0;
            int fresh = 0;
            List<String> trouble = new ArrayList<>();
            for (Path file : files()) {
                HttpResponse<String> answer = send(token, file);
                JsonNode report = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
                read += report.path("read").asInt();
                fresh += report.path("added").asInt() + report.path("changed").asInt();
                if (answer.statusCode() != 200 || !report.path("refused").isEmpty()) {
                    trouble.add(folder.relativize(file) + " ("
                            + (answer.statusCode() == 200
                                    ? report.path("refused").size() + " refused"
                                    : "HTTP " + answer.statusCode())
                            + ")");
                }
            }
            return read + " articles, " + fresh + " of them new or changed"
                    + (trouble.isEmpty() ? "" : "; not taken: " + String.join(", ", trouble));
        } catch (IOException e) {
            return "could not be brought in: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "were not brought in";
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder, 2)) {
            return found.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private HttpResponse<String> send(String token, Path file) throws IOException, InterruptedException {
        String agency = String.valueOf(folder.relativize(file).getName(0));
        return http.send(
                HttpRequest.newBuilder(reply.resolve("/api/v1/knowledge:import?agency=" + agency))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/yaml")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** As another system of the ministry would: the demo's client for that sees both agencies. */
    private String token() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=sigap-integration&client_secret=local-only"))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        if (token.isEmpty()) {
            throw new IOException("Keycloak answered " + answer.statusCode());
        }
        return token;
    }
}
