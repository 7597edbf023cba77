package id.sigap.triage.incident;

import id.sigap.contracts.event.IncidentSketched;
import id.sigap.contracts.event.SketchedIncident;
import id.sigap.contracts.event.SketchedMessage;
import id.sigap.contracts.event.SurgeDetected;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of all agencies: in memory, of bounded size, in microseconds per message. Safe for threads; those of one
 * agency wait for each other. What one instance takes it tells the others ({@link Taken}), and learns what they tell.
 */
public final class Incidents {
    /** Agencies that are watched; beyond it, the one that was written to least recently is forgotten. */
    private static final int MOST_AGENCIES = 100;
    /** The smallest size that is told as a surge; then its double, and so on. */
    private static final int SMALLEST_SURGE = 10;
    /** How many times the topic's ordinary number a surge has. */
    private static final double SEVERAL_TIMES = 3;
    /** An incident is told again when it has grown by half, and after this part of the window. */
    private static final double TOLD_AGAIN = 1.5;

    private static final int TOLD_PER_WINDOW = 8;

    private final OrdinaryWords words;
    private final long window;
    private final Map<String, Watch> agencies = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Without any knowledge yet.
     *
     * @param words what is ordinary before an agency's own messages say it
     * @param window messages of one incident are at most so far from one to the next; longer than a minute
     */
    public Incidents(OrdinaryWords words, Duration window) {
        if (window.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("the window of incidents must be a minute or longer");
        }
        this.words = words;
        this.window = window.toMillis();
    }

    /**
     * Takes a message of this instance. One that was taken before, here or elsewhere, is not counted again.
     *
     * @param at when this happens
     */
    public Taken take(String agency, Sketch sketch, Instant at) {
        Watch watch = watch(agency);
        synchronized (watch) {
            if (watch.incidents.hasSeen(sketch.message())) {
                return new Taken(watch.incidents.named(sketch.message()), null, null, null);
            }
            Incident incident = watch.incidents.take(sketch);
            if (incident == null) {
                return new Taken(null, sketch.told(null), null, null);
            }
            SurgeDetected surge = surge(agency, watch, incident, at);
            SketchedIncident told = surge != null || watch.isDue(incident, window) ? watch.tell(incident) : null;
            return new Taken(incident.id(), sketch.told(incident.id()), told, surge);
        }
    }

    private static @Nullable SurgeDetected surge(String agency, Watch watch, Incident incident, Instant at) {
        int level = level(incident.size());
        if (level <= incident.raised() || Incident.PACE < SEVERAL_TIMES * watch.incidents.expected(incident)) {
            return null;
        }
        incident.raise(level);
        return new SurgeDetected(agency, incident.id(), incident.topic(), level, incident.sample(), at);
    }

    /** The largest of 10, 20, 40 … that a size has reached; every instance comes to the same. */
    private static int level(int size) {
        int level = size < SMALLEST_SURGE ? 0 : SMALLEST_SURGE;
        while (level > 0 && level * 2L <= size) {
            level *= 2;
        }
        return level;
    }

    /**
     * Learns what another instance, or this one before it was started anew, has told. Raises nothing: who took a message
     * does.
     *
     * @throws IllegalArgumentException if it holds what no instance tells
     */
    public void learn(IncidentSketched told) {
        Watch watch = watch(told.agency());
        for (SketchedMessage message : told.messages()) {
            // Briefly: whoever takes messages meanwhile must not wait for a whole batch.
            synchronized (watch) {
                if (!watch.incidents.hasSeen(message.message())) {
                    watch.incidents.learn(Sketch.of(message), message.incident());
                }
            }
        }
        for (SketchedIncident incident : told.incidents()) {
            synchronized (watch) {
                watch.incidents.adopt(incident);
            }
        }
    }

    private Watch watch(String agency) {
        synchronized (agencies) {
            Watch watch = agencies.computeIfAbsent(agency, id -> new Watch(new AgencyIncidents(id, words, window)));
            if (agencies.size() > MOST_AGENCIES) {
                agencies.keySet().remove(agencies.keySet().iterator().next());
            }
            return watch;
        }
    }

    /**
     * What became of a message.
     *
     * @param incident its incident, or null
     * @param message to be told to the other instances; null when it was told before
     * @param grown to be told to them too, when it is new or has grown
     * @param surge to be published, when many write of it
     */
    public record Taken(
            @Nullable String incident,
            @Nullable SketchedMessage message,
            @Nullable SketchedIncident grown,
            @Nullable SurgeDetected surge) {}

    /** One agency's incidents and what was last told of them. */
    private static final class Watch {
        private final AgencyIncidents incidents;
        private final Map<String, Told> told = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                return size() > AgencyIncidents.MOST_LIVE;
            }
        };

        Watch(AgencyIncidents incidents) {
            this.incidents = incidents;
        }

        boolean isDue(Incident incident, long window) {
            Told last = told.get(incident.id());
            return last == null
                    || incident.size() >= last.size() * TOLD_AGAIN
                    || incidents.clock() - last.at() >= window / TOLD_PER_WINDOW;
        }

        SketchedIncident tell(Incident incident) {
            told.put(incident.id(), new Told(incident.size(), incidents.clock()));
            return incident.told();
        }
    }

    private record Told(int size, long at) {}
}
