package id.sigap.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * When messages became visible in the responsiveness figures. The interface is asked every 250 ms; the k-th message to
 * be sent counts as visible at the first answer that counts at least k turns more than before the run.
 */
public final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final IntegrationToken token;
    private final List<Seen> seen = new ArrayList<>();

    /** Of one metrics service, asked as {@code sigap-integration}. */
    public Figures(String metricsBase, String issuer, String clientSecret) {
        this.address = URI.create(metricsBase + "/api/v1/responsiveness");
        this.token = new IntegrationToken(issuer, clientSecret);
    }

    /** Asks once and remembers the answer with its time. */
    public synchronized long read() {
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("authorization", "Bearer " + token.value())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("responsiveness answered " + response.statusCode());
            }
            long turns = 0;
            for (JsonNode group : JSON.readTree(response.body()).path("groups")) {
                turns += group.path("figures").path("n").asLong();
            }
            seen.add(new Seen(micros(), turns));
            return turns;
        } catch (IOException e) {
            throw new IllegalStateException("responsiveness cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * Latencies from due to visible, in microseconds, of eligible messages.
     *
     * @param dueMicros when each message was due
     * @param before the turns counted before the first of them
     */
    public synchronized Histogram latencies(Collection<Long> dueMicros, long before) {
        Histogram latency = new Histogram(600_000_000L, 3);
        long[] due = dueMicros.stream().mapToLong(Long::longValue).sorted().toArray();
        int k = 0;
        for (Seen each : seen) {
            long visible = Math.min(due.length, each.turns() - before);
            while (k < visible) {
                if (each.atMicros() >= due[k]) {
                    latency.recordValue(each.atMicros() - due[k]);
                }
                k++;
            }
        }
        return latency;
    }

    /** Forgets earlier answers. */
    public synchronized void reset() {
        seen.clear();
    }

    private static long micros() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    private record Seen(long atMicros, long turns) {}
}
