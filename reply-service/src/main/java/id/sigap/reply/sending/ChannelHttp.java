package id.sigap.reply.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.reply.dispatch.ChannelAnswer;
import id.sigap.reply.dispatch.SendOutcome;
import id.sigap.reply.dispatch.TransportFailures;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One HTTP call to a channel: posts JSON, follows no redirect, and always ends in an outcome. */
@ApplicationScoped
class ChannelHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_MILLIS = 3_000;
    /** Short, so that a connection that the other side is about to close is seldom used: such a call ends unknown. */
    private static final int IDLE_SECONDS = 5;
    /** More than is ever in flight: no call waits for a connection with its time running. */
    private static final int CONNECTIONS = 256;

    private final WebClient client;

    ChannelHttp(Vertx vertx) {
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setMaxPoolSize(CONNECTIONS)
                        .setUserAgent("sigap"));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Posts once and judges what came back. */
    Uni<SendOutcome> post(
            String address,
            @Nullable String bearer,
            Map<String, ?> body,
            Duration timeout,
            Function<ChannelAnswer, SendOutcome> judge) {
        return asked(address, bearer, body, timeout, judge, TransportFailures::judge);
    }

    /** Asks once for something that is no send, and judges what came back. */
    <R> Uni<R> ask(
            String address,
            Map<String, ?> body,
            Duration timeout,
            Function<ChannelAnswer, R> judge,
            Function<Throwable, R> judgeFailure) {
        return asked(address, null, body, timeout, judge, judgeFailure);
    }

    private <R> Uni<R> asked(
            String address,
            @Nullable String bearer,
            Map<String, ?> body,
            Duration timeout,
            Function<ChannelAnswer, R> judge,
            Function<Throwable, R> judgeFailure) {
        return Uni.createFrom()
                .deferred(() -> {
                    var request = client.postAbs(address)
                            .timeout(timeout.toMillis())
                            .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json");
                    if (bearer != null) {
                        request.bearerTokenAuthentication(bearer);
                    }
                    return request.sendBuffer(Buffer.buffer(write(body)));
                })
                .map(response -> judge.apply(answer(response)))
                .onFailure()
                .recoverWithItem(judgeFailure);
    }

    private static byte[] write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings can be written", e);
        }
    }

    private static ChannelAnswer answer(HttpResponse<Buffer> response) {
        return new ChannelAnswer(
                response.statusCode(), json(response.body()), seconds(response.getHeader("Retry-After")));
    }

    private static @Nullable JsonNode json(@Nullable Buffer body) {
        if (body == null || body.length() == 0) {
            return null;
        }
        try {
            return JSON.readTree(body.getBytes());
        } catch (java.io.IOException notJson) {
            return null;
        }
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        if (header == null
                || header.isEmpty()
                || header.length() > 6
                || !header.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Duration.ofSeconds(Integer.parseInt(header));
    }
}
