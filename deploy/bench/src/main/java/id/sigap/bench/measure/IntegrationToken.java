package id.sigap.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The access token of {@code sigap-integration}, asked for again when half of its time is over. Safe for one thread. */
public final class IntegrationToken {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String secret;
    private String token = "";
    private long until;

    /** Of one realm. */
    public IntegrationToken(String issuer, String secret) {
        this.address = URI.create(issuer + "/protocol/openid-connect/token");
        this.secret = secret;
    }

    /** A token that is valid for some time yet. */
    public String value() throws IOException, InterruptedException {
        if (System.currentTimeMillis() < until) {
            return token;
        }
        String form = "grant_type=client_credentials&client_id=sigap-integration&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(address)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body());
        token = answer.path("access_token").asText();
        until = System.currentTimeMillis() + answer.path("expires_in").asLong() * 500;
        return token;
    }
}
