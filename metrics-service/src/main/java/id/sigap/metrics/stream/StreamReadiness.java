package id.sigap.metrics.stream;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the stream runs and its stores can be asked. Once it ran it stays ready while work is shared out again, or
 * an instance that comes or goes would make all others unready with it; the copies that questions are answered from do
 * not change hands.
 */
@Readiness
@Singleton
public class StreamReadiness implements HealthCheck {
    private final KafkaStreams streams;
    private volatile boolean ran;

    /** Over the running stream. */
    public StreamReadiness(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        if (state == KafkaStreams.State.RUNNING) {
            ran = true;
        }
        return HealthCheckResponse.named("stream")
                .status(ran && state.isRunningOrRebalancing())
                .withData("state", state.name())
                .build();
    }
}
