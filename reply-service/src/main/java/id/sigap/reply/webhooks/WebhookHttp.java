package id.sigap.reply.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.net.SocketAddress;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** One call to an endpoint: signed, to an address that was looked at, without redirects; always ends in an answer. */
@ApplicationScoped
public class WebhookHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int CONNECTIONS = 8;

    private final Vertx vertx;
    private final WebClient client;
    private final AddressGuard guard;
    private final SecretKeys keys;

    /**
     * Over the service's own threads.
     *
     * @param allowed hosts that may be told although they are not on the public internet
     */
    public WebhookHttp(
            Vertx vertx,
            SecretKeys keys,
            @ConfigProperty(name = "sigap.webhooks.allowed-hosts") Optional<List<String>> allowed) {
        this.vertx = vertx;
        this.keys = keys;
        this.guard = new AddressGuard(hosts(allowed));
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxPoolSize(CONNECTIONS)
                        .setUserAgent("sigap-webhooks"));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** What looks at addresses. */
    AddressGuard guard() {
        return guard;
    }

    /** Posts once. */
    Uni<Answer> post(CourierStore.Claimed claimed) {
        long begun = System.nanoTime();
        URI uri = URI.create(claimed.url());
        long now = Instant.now().getEpochSecond();
        List<String> secrets = claimed.secrets().stream()
                .flatMap(kept -> keys.open(kept, claimed.endpointId()).stream())
                .toList();
        if (secrets.isEmpty()) {
            // Its key is gone: nothing leaves unsigned, and it is tried again later.
            return Uni.createFrom().item(new Answer(null, "no-key", Duration.ZERO, 0));
        }
        String signature = Signature.of(secrets, claimed.eventId(), now, claimed.payload());
        return vertx.executeBlocking(() -> guard.resolved(uri.getHost()), false)
                .flatMap(address -> send(claimed, uri, address, now, signature))
                .map(response -> Answer.of(response, millis(begun)))
                .onFailure()
                .recoverWithItem(failure -> Answer.of(failure, millis(begun)));
    }

    private Uni<HttpResponse<Void>> send(
            CourierStore.Claimed claimed, URI uri, InetAddress address, long now, String signature) {
        boolean tls = uri.getScheme().equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return client.requestAbs(
                        HttpMethod.POST, SocketAddress.inetSocketAddress(port, address.getHostAddress()), claimed.url())
                .timeout(TIMEOUT.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("webhook-id", claimed.eventId())
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", signature)
                // What it answers beside its status is nobody's business here, and may be endless.
                .as(BodyCodec.none())
                .sendBuffer(Buffer.buffer(claimed.payload().getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> hosts(Optional<List<String>> allowed) {
        return allowed.orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /**
     * What an endpoint answered.
     *
     * @param status absent when there was none
     * @param outcome in a word
     * @param asked how long it wants to be left alone; zero when it said nothing
     * @param millis how long it took
     */
    record Answer(@Nullable Integer status, String outcome, Duration asked, long millis) {
        private static final int GONE = 410;

        static Answer of(HttpResponse<Void> response, long millis) {
            int status = response.statusCode();
            String outcome = status / 100 == 2 ? "taken" : status == GONE ? "gone" : "refused";
            return new Answer(status, outcome, seconds(response.getHeader("Retry-After")), millis);
        }

        static Answer of(Throwable failure, long millis) {
            String outcome = failure instanceof AddressGuard.ForbiddenAddress
                    ? "forbidden-address"
                    : failure instanceof TimeoutException ? "time-out" : "not-connected";
            return new Answer(null, outcome, Duration.ZERO, millis);
        }

        boolean taken() {
            return status != null && status / 100 == 2;
        }

        boolean gone() {
            return status != null && status == GONE;
        }

        private static Duration seconds(@Nullable String header) {
            boolean number = header != null
                    && !header.isEmpty()
                    && header.length() < 7
                    && header.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Duration.ofSeconds(Long.parseLong(header)) : Duration.ZERO;
        }
    }
}
