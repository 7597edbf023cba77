package id.sigap.ingest.api;

import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The keys of requests that this instance is working on. A second request with the same key is told to wait. Between
 * instances the unique key of the inbox decides, and the later one gets the earlier one's answer.
 */
@ApplicationScoped
public class RunningRequests {
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    /** Runs the work unless the same key is running already; then fails with 409. */
    public <T> Uni<T> alone(UUID key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (!running.add(key)) {
                return Uni.createFrom()
                        .failure(ProblemException.conflict(
                                "still-running", "A request with this Idempotency-Key is still running; try again."));
            }
            return Uni.createFrom().deferred(work::get).eventually(() -> {
                running.remove(key);
            });
        });
    }
}
