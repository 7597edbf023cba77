package id.sigap.metrics.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ListeningTest {
    @Test
    void theLineEndsWithTheTokenAndLetsGoOfWhatWasListenedTo() {
        // Given figures that never end, and a token with little time left
        AtomicBoolean letGo = new AtomicBoolean();
        BroadcastProcessor<String> figures = BroadcastProcessor.create();
        Multi<String> items = figures.onTermination().invoke(() -> letGo.set(true));

        // When somebody listens
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        Listening.whileValid(items, "alive", Duration.ofMillis(200))
                .subscribe()
                .with(heard::add, failure -> {}, () -> ended.set(true));
        figures.onNext("satu");

        // Then it hears them, and the end comes by itself
        await().atMost(60, SECONDS).untilTrue(ended);
        await().atMost(60, SECONDS).untilTrue(letGo);
        assertTrue(heard.containsAll(List.of("satu", "alive")), heard::toString);
    }
}
