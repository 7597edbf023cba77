package id.sigap.local.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Stands where ingest stands: notes every request and answers 200, or what it was told to. Has a form like ingest's. */
final class NotingIngest implements AutoCloseable {
    static final String FORM = """
            <!doctype html><html><body>
            <form method="get" action="/cari"><input name="q"></form>
            <form method="post" action="/">
              <input type="hidden" name="token" value="a&amp;b">
              <select name="account"><option value="">Pilih</option><option value="kemenkes-web">Kesehatan</option>
                <option value="kemenhub-web" >Perhubungan</option></select>
              <input type="text" name="name"><input name="website" class="trap">
              <input type="checkbox" name="consent" value="yes" required>
              <textarea name="text" required></textarea>
              <button type="submit" name="go" value="1">Kirim</button>
            </form></body></html>
            """;

    record Noted(String method, String path, Map<String, String> headers, Buffer body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Noted> noted = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    NotingIngest() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            noted.add(new Noted(
                    request.method().name(),
                    request.uri(),
                    request.headers().entries().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                                    Map.Entry::getValue,
                                    (first, second) -> first)),
                    body));
            if (request.path().equals("/") && request.method().name().equals("GET")) {
                request.response().putHeader("set-cookie", "visit=7; Path=/").end(FORM);
            } else if (request.path().equals("/")) {
                request.response()
                        .setStatusCode(303)
                        .putHeader(
                                "location", "http://localhost:8083/lacak/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_ABCDE")
                        .end();
            } else {
                request.response().setStatusCode(status).end();
            }
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void answersWith(int newStatus) {
        status = newStatus;
    }

    /** What citizens wrote. Receipts are left out: those of an earlier test may still come in. */
    List<Noted> written() {
        return noted.stream()
                .filter(one -> !one.body().toString().contains("\"statuses\""))
                .toList();
    }

    void forget() {
        noted.clear();
    }

    List<Noted> with(String words) {
        return noted.stream()
                .filter(one -> one.body().toString().contains(words))
                .toList();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
