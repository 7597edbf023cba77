package id.sigap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the identity provider for tokens as a script does, and reads what stands in them. */
final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;

    Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** The claims of the access token of a person. */
    JsonNode ofPerson(String name) throws IOException, InterruptedException {
        return claims(request(
                Map.of("grant_type", "password", "client_id", "sigap-cli", "username", name, "password", name)));
    }

    /** The claims of the access token of another system. */
    JsonNode ofIntegration(String secret) throws IOException, InterruptedException {
        return claims(request(
                Map.of("grant_type", "client_credentials", "client_id", "sigap-integration", "client_secret", secret)));
    }

    private JsonNode request(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static JsonNode claims(JsonNode answer) throws IOException {
        String token = answer.path("access_token").asText();
        if (token.isEmpty()) {
            return answer;
        }
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
