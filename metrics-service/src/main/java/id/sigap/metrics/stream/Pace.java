package id.sigap.metrics.stream;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread commits, which is when what it did can be seen. Kafka Streams does it by itself once per
 * {@code commit.interval.ms}; whoever has something to show asks for it here, and gets it half a second after the last one.
 *
 * <p>Not while a task is behind and reads plenty of what is old: nobody waits for it to the second, and the more is folded
 * and summed between two commits, the less is written for each event. For all threads of a topology; each commits all of
 * its tasks at once.
 */
final class Pace {
    /** With a look every tenth of a second and what it takes to travel, figures are seen within two seconds. */
    private static final long SEEN_MILLIS = 500;
    /** How long after the last that was read in plenty. */
    private static final long BEHIND_MILLIS = 1_000;

    private final ThreadLocal<Moments> ofThread = ThreadLocal.withInitial(Moments::new);

    private static final class Moments {
        private long committed = Long.MIN_VALUE / 2;
        private long behind = Long.MIN_VALUE / 2;
    }

    /** A task commits. */
    void committed(long now) {
        ofThread.get().committed = now;
    }

    /** A task is behind. */
    void behind(long now) {
        ofThread.get().behind = now;
    }

    /** A task has something to show: asks for a commit if it is time. */
    void show(ProcessorContext<?, ?> context, long now) {
        if (now - ofThread.get().behind >= BEHIND_MILLIS) {
            warn(context, now);
        }
    }

    /** The same of what people are warned of, which waits for no other task of the thread to be no longer behind. */
    void warn(ProcessorContext<?, ?> context, long now) {
        if (now - ofThread.get().committed >= SEEN_MILLIS) {
            context.commit();
        }
    }
}
