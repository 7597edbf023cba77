package id.sigap.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listens to the live figures as a wallboard does. */
final class Listener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> line;
    private final CompletableFuture<Void> hearing;

    Listener(String path, String person) {
        String token = Browser.token(
                Map.of("grant_type", "password", "client_id", "sigap-cli", "username", person, "password", person));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        line = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        hearing = line.thenAcceptAsync(response ->
                response.body().filter(text -> text.startsWith(DATA)).forEach(this::hear));
    }

    private void hear(String text) {
        try {
            told.add(JSON.readTree(text.substring(DATA.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many wait on a channel as it was told last; −1 if nothing was told of it. */
    long waiting(String channel) {
        long waiting = -1;
        for (JsonNode one : told) {
            for (JsonNode each : one.path("figures").path("channels")) {
                if (channel.equals(each.path("channel").asText())) {
                    waiting = each.path("now").path("waiting").asLong();
                }
            }
        }
        return waiting;
    }

    Set<String> agencies() {
        return told.stream()
                .map(one -> one.path("figures").path("agency").asText())
                .filter(agency -> !agency.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        if (line.isDone()) {
            line.join().body().close();
        }
        line.cancel(true);
        hearing.cancel(true);
    }
}
