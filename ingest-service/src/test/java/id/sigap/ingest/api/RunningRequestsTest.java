package id.sigap.ingest.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RunningRequestsTest {
    private final RunningRequests running = new RunningRequests();
    private final UUID key = UUID.randomUUID();

    @Test
    void theSameKeyIsToldToWaitWhileTheFirstRuns() {
        // Given
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> first = start(work);

        // When
        CompletableFuture<String> second = start(CompletableFuture.completedFuture("second"));

        // Then
        ProblemException refusal = assertInstanceOf(
                ProblemException.class,
                assertThrows(CompletionException.class, second::join).getCause());
        assertEquals(409, refusal.problem().status());
        work.complete("first");
        assertEquals("first", first.join());
        assertEquals("third", start(CompletableFuture.completedFuture("third")).join());
    }

    @Test
    void afterAFailureTheKeyIsFree() {
        assertThrows(
                CompletionException.class,
                start(CompletableFuture.failedFuture(new IllegalStateException("away")))::join);

        assertEquals("again", start(CompletableFuture.completedFuture("again")).join());
    }

    private CompletableFuture<String> start(CompletableFuture<String> work) {
        return running.alone(key, () -> Uni.createFrom().completionStage(work)).subscribeAsCompletionStage();
    }
}
