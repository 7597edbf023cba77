package id.sigap.metrics.stream;

import com.fasterxml.jackson.databind.ObjectReader;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.turn.BucketKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of buckets in step with the store of all buckets. What the store holds at a start is read by a thread
 * of its own; until that is done, and while a bucket is published that cannot be read, questions are answered from the
 * store: slower, never otherwise.
 */
@ApplicationScoped
public class StoreIndex {
    private static final Logger LOG = Logger.getLogger(StoreIndex.class);
    private static final ObjectReader BUCKET = EventJson.mapper().readerFor(ResponsivenessBucket.class);
    private static final long END_MILLIS = 5_000;

    private final BucketIndex index;
    /** Keys of buckets that cannot be read, and are therefore not in the index. Guarded by this. */
    private final Set<Bytes> unreadable = new HashSet<>();
    /** Guarded by this. */
    private @Nullable Opening opening;

    /** A store that was opened, until it is closed. */
    private static final class Opening {
        private final Thread filling;
        private volatile boolean over;
        private boolean read;

        Opening(Consumer<Opening> fill) {
            this.filling = new Thread(() -> fill.accept(this), "bucket-index");
            this.filling.setDaemon(true);
        }
    }

    /** With the bytes that it may take. */
    public StoreIndex(@ConfigProperty(name = "sigap.metrics.index-bytes") long mostBytes) {
        this.index = new BucketIndex(mostBytes);
    }

    /** What it keeps. */
    public BucketIndex index() {
        return index;
    }

    /** A bucket as it was published. */
    static ResponsivenessBucket bucket(byte[] json) throws IOException {
        return BUCKET.readValue(json);
    }

    void opened(KeyValueStore<Bytes, byte[]> store) {
        closing();
        Opening opened = new Opening(now -> fill(store, now));
        synchronized (this) {
            index.clear();
            unreadable.clear();
            opening = opened;
        }
        opened.filling.start();
    }

    private void fill(KeyValueStore<Bytes, byte[]> store, Opening now) {
        long since = System.nanoTime();
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (!now.over && all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                fill(entry.key, entry.value, now);
                count++;
            }
        } catch (RuntimeException e) {
            if (!now.over) {
                LOG.error("The published buckets cannot be read: questions are answered without the index, slower", e);
            }
            return;
        }
        synchronized (this) {
            if (now == opening) {
                now.read = true;
                LOG.infof(
                        "The index holds %d buckets in %d bytes after %d ms",
                        count, index.bytes(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
                answer();
            }
        }
        if (!now.over) {
            index.sumUp();
        }
    }

    /** What was published before. A newer one may have come meanwhile, readable or not. */
    private void fill(Bytes key, byte[] value, Opening now) {
        try {
            ResponsivenessBucket bucket = bucket(value);
            synchronized (this) {
                if (now == opening && !unreadable.contains(key)) {
                    index.fill(bucket);
                }
            }
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                if (now == opening && !holds(key)) {
                    unreadable(key, e);
                }
            }
        }
    }

    void changed(Bytes key, byte @Nullable [] value) {
        try {
            ResponsivenessBucket bucket = value == null ? null : bucket(value);
            synchronized (this) {
                if (bucket == null) {
                    index.remove(key(key));
                } else {
                    index.put(bucket);
                }
                if (unreadable.remove(key)) {
                    answer();
                }
            }
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                unreadable(key, e);
            }
        }
    }

    private void unreadable(Bytes key, Exception fault) {
        if (unreadable.add(key)) {
            index.lacking();
            LOG.error("A published bucket cannot be read: questions are answered without the index, slower", fault);
        }
    }

    private void answer() {
        if (opening != null && opening.read && unreadable.isEmpty()) {
            index.filled();
        }
    }

    private boolean holds(Bytes key) {
        try {
            return index.holds(key(key));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static BucketKey key(Bytes key) {
        return BucketKey.of(new String(key.get(), StandardCharsets.UTF_8));
    }

    void closing() {
        Opening closed;
        synchronized (this) {
            closed = opening;
            opening = null;
        }
        if (closed != null) {
            closed.over = true;
            try {
                closed.filling.join(END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
