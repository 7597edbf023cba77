package id.sigap.metrics.stream;

import com.fasterxml.jackson.databind.ObjectReader;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.turn.BucketKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of buckets in step with the store of all buckets. What the store holds at a start is read by a thread
 * of its own; until that is done, and if ever something cannot be read, questions are answered from the store: slower,
 * never otherwise.
 */
@ApplicationScoped
public class StoreIndex {
    private static final Logger LOG = Logger.getLogger(StoreIndex.class);
    private static final ObjectReader BUCKET = EventJson.mapper().readerFor(ResponsivenessBucket.class);
    private static final long END_MILLIS = 5_000;

    private final BucketIndex index;
    private volatile @Nullable Thread filling;
    private volatile boolean ending;

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
        ending = false;
        index.clear();
        Thread thread = new Thread(() -> fill(store), "bucket-index");
        thread.setDaemon(true);
        filling = thread;
        thread.start();
    }

    private void fill(KeyValueStore<Bytes, byte[]> store) {
        long since = System.nanoTime();
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (!ending && all.hasNext()) {
                index.fill(bucket(all.next().value));
                count++;
            }
            if (!ending) {
                index.filled();
                LOG.infof(
                        "The index holds %d buckets in %d bytes after %d ms",
                        count, index.bytes(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
            }
        } catch (IOException | RuntimeException e) {
            giveUp(e);
        }
    }

    void changed(Bytes key, byte @Nullable [] value) {
        try {
            if (value == null) {
                index.remove(BucketKey.of(new String(key.get(), StandardCharsets.UTF_8)));
            } else {
                index.put(bucket(value));
            }
        } catch (IOException | RuntimeException e) {
            ending = true;
            giveUp(e);
        }
    }

    private void giveUp(Exception fault) {
        index.clear();
        LOG.error("A published bucket cannot be read: questions are answered without the index, slower", fault);
    }

    void closing() {
        ending = true;
        Thread thread = filling;
        if (thread != null) {
            try {
                thread.join(END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
