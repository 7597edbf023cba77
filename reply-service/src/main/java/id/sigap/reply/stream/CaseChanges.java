package id.sigap.reply.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The changes of cases that this instance made, for whoever watches. A hint without contents: whoever gets it asks the
 * API, which decides what they may see. Nothing is kept; a watcher that is slow misses hints.
 */
@ApplicationScoped
public class CaseChanges {
    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
    private final AtomicInteger watchers = new AtomicInteger();

    /** Tells that a case changed. Free while nobody watches. */
    public void changed(String agency, UUID caseId) {
        if (watchers.get() > 0) {
            changes.onNext(new Change(agency, caseId));
        }
    }

    /** The changes of these agencies from now on. */
    public Multi<Change> of(Set<String> agencies) {
        return changes.filter(change -> agencies.contains(change.agency()))
                .onOverflow()
                .drop()
                .onSubscription()
                .invoke(watchers::incrementAndGet)
                .onTermination()
                .invoke(watchers::decrementAndGet);
    }

    /**
     * A case changed.
     *
     * @param agency whose it is
     * @param caseId which
     */
    public record Change(String agency, UUID caseId) {}
}
