package id.sigap.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The topics through which the services meet. All have {@link #PARTITIONS} partitions and are keyed alike. */
public final class Topics {
    /** What citizens and accounts wrote, and what channels report of replies. */
    public static final String MESSAGES = "sigap.messages.v1";
    /** Messages together with what triage understood. */
    public static final String TRIAGE = "sigap.triage.v1";
    /** The life of cases and replies. */
    public static final String CASES = "sigap.cases.v1";
    /** Responsiveness, one record per bucket, compacted. */
    public static final String RESPONSIVENESS = "sigap.responsiveness.v1";
    /** What needs somebody's eyes before, or when, a promise breaks. */
    public static final String ALERTS = "sigap.alerts.v1";

    /** What triage instances tell each other of incidents; kept for a short time. */
    public static final String INCIDENTS = "sigap.incidents.v1";

    /** Partitions of every topic; equal everywhere, because metrics joins them by conversation. */
    public static final int PARTITIONS = 12;

    private Topics() {}

    /** All topics that carry events. */
    public static List<String> all() {
        return List.of(MESSAGES, TRIAGE, CASES, RESPONSIVENESS, ALERTS, INCIDENTS);
    }

    /** Topics of which only the newest record per key counts. */
    public static List<String> compacted() {
        return List.of(RESPONSIVENESS);
    }

    /**
     * How long records are kept. Most for good, because every figure can be recomputed from them; what instances tell
     * each other only for as long as one that starts may want it.
     */
    public static Optional<Duration> retention(String topic) {
        return topic.equals(INCIDENTS) ? Optional.of(Duration.ofHours(6)) : Optional.empty();
    }

    /** Where records of {@code topic} go that could not be processed. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
