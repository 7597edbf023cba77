package id.sigap.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Requests that a friendly client would not make, or would not keep open. */
final class RunningHttp {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningHttp() {}

    /** Delivers a webhook that must be taken. */
    static void send(SignedWebhook webhook) throws IOException, InterruptedException {
        int status = HTTP.send(webhook.request(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("the webhook was answered with " + status);
        }
    }

    /** What a path is answered with, as it stands: clients tidy paths before they send them. */
    static int rawStatus(String address, String path, String bearer) throws IOException {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nConnection: close\r\n"
                    + (bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ", 3)[1]);
        }
    }

    /** Listens to server-sent events. */
    static Listening listen(Person person, String address, Consumer<String> lines)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + person.bearer())
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        Thread reader = new Thread(() -> {
            try {
                response.body().forEach(lines);
            } catch (RuntimeException e) {
                // Closed while it waited: the end of listening.
                return;
            }
        });
        reader.setDaemon(true);
        reader.start();
        return new Listening(response.statusCode(), response.body());
    }

    /**
     * An open stream.
     *
     * @param status what it was answered with
     * @param body its lines
     */
    record Listening(int status, Stream<String> body) implements AutoCloseable {
        @Override
        public void close() {
            body.close();
        }
    }
}
