package id.sigap.reply.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The changes of cases, of this instance and of the others, for whoever watches. A hint without contents: whoever gets
 * it asks the API, which decides what they may see. Nothing is kept; a watcher that is slow misses hints.
 */
@ApplicationScoped
public class CaseChanges {
    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
    private final AtomicInteger watchers = new AtomicInteger();
    private final List<Consumer<Change>> here = new CopyOnWriteArrayList<>();

    /** Tells that a case changed. */
    public void changed(String agency, UUID caseId) {
        tellHere(new Change(agency, caseId, What.CASE));
    }

    /** Tells that somebody else looks at a case now, or types in it. */
    public void watched(String agency, UUID caseId) {
        tellHere(new Change(agency, caseId, What.PRESENCE));
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

    /** Calls back for each change that this instance makes; the callback returns at once. */
    public void whenChangedHere(Consumer<Change> callback) {
        here.add(callback);
    }

    /** A change that another instance made. */
    void toldByOthers(Change change) {
        if (watchers.get() > 0) {
            changes.onNext(change);
        }
    }

    private void tellHere(Change change) {
        here.forEach(callback -> callback.accept(change));
        if (watchers.get() > 0) {
            changes.onNext(change);
        }
    }

    /** What of a case changed. */
    public enum What {
        /** The case itself. */
        CASE("case-changed"),
        /** Who looks at it, or types. */
        PRESENCE("case-watched");

        private final String wire;

        What(String wire) {
            this.wire = wire;
        }

        /** The word as hints have it. */
        public String wire() {
            return wire;
        }
    }

    /**
     * A case changed.
     *
     * @param agency whose it is
     * @param caseId which
     * @param what of it
     */
    public record Change(String agency, UUID caseId, What what) {}
}
