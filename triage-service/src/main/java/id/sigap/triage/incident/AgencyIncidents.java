package id.sigap.triage.incident;

import id.sigap.contracts.Ids;
import id.sigap.contracts.event.SketchedIncident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one agency's messages speak of now. A message belongs to the live incident that its terms speak for most; one
 * that belongs to none may begin one, together with what came in of late. Time is that of the messages; the same messages
 * in the same order give the same incidents. Not safe for threads; of bounded size.
 */
final class AgencyIncidents {
    /** Log-odds that a message's terms alone must give, whatever share of the messages the incident has. */
    private static final double EVIDENCE = 1.1;
    /** Log-odds that remain with that share. */
    private static final double CERTAINTY = 0.4;

    private static final double SELDOM = -4;
    private static final double OFTEN = 1.5;
    /** Two incidents of one topic with so much in common are one. */
    private static final double ALIKE = 0.08;
    /** Of different topics they must have more: "kapan jalan lagi" is said of trains and of ferries. */
    private static final double ALIKE_ELSEWHERE = 0.25;

    private static final int MOST_RECENT = 2_048;
    private static final int MOST_NEWEST = 96;
    static final int MOST_LIVE = 16;
    private static final int MOST_SEEN = 4_096;
    private static final int MOST_RENAMED = 64;
    /** What goes on for so many windows is no event any more: it becomes ordinary. */
    private static final int LONGEST = 6;
    /** A message is recent for this part of the window. */
    private static final int RECENT = 8;

    private final String agency;
    private final long window;
    private final OrdinaryRates rates;
    private final RecentMessages recent = new RecentMessages(MOST_RECENT);
    private final RecentMessages newest = new RecentMessages(MOST_NEWEST);
    private final Outbreak outbreak = new Outbreak(recent, newest, this::share);
    private final List<Incident> live = new ArrayList<>();
    private final Map<UUID, String> seen = newest(MOST_SEEN);
    private final Map<String, String> renamed = newest(MOST_RENAMED);
    private final KnownShares shares = new KnownShares(this::share);
    private long clock = Long.MIN_VALUE;

    AgencyIncidents(String agency, OrdinaryWords words, long window) {
        this.agency = agency;
        this.window = window;
        this.rates = new OrdinaryRates(words, window);
    }

    /** Whether a message was taken already. */
    boolean hasSeen(UUID message) {
        return seen.containsKey(message);
    }

    /** The incident that was named when a message was taken, so that the same is named when it is delivered again. */
    @Nullable
    String named(UUID message) {
        String id = seen.get(message);
        return id == null || id.isEmpty() ? null : id;
    }

    /** Takes a message that was not seen. */
    @Nullable
    Incident take(Sketch sketch) {
        Incident incident = count(sketch, null);
        seen.put(sketch.message(), incident == null ? "" : incident.id());
        return incident;
    }

    /**
     * Learns of a message that was not seen.
     *
     * @param named the incident that the other instance named, if any
     */
    void learn(Sketch sketch, @Nullable String named) {
        count(sketch, named);
        seen.put(sketch.message(), named == null ? "" : named);
    }

    private @Nullable Incident count(Sketch sketch, @Nullable String told) {
        clock = Math.max(clock, sketch.at());
        if (sketch.at() < clock - window) {
            return null; // imported from another time; it says nothing of now
        }
        recent.forgetBefore(clock - window / RECENT);
        newest.forgetBefore(clock - window / RECENT);
        live.removeIf(incident -> incident.last() < clock - window);
        rates.know(sketch.terms());
        return belongs(sketch, told);
    }

    private @Nullable Incident belongs(Sketch sketch, @Nullable String told) {
        Incident named = told == null ? null : find(told);
        Incident best = named == null ? best(sketch) : named;
        for (Incident incident : live) {
            incident.next(incident == best);
        }
        if (best == null) {
            rates.add(sketch, clock);
            recent.add(sketch);
            newest.add(sketch);
            return sketch.asks() ? begin(sketch) : null;
        }
        int before = best.size();
        best.add(sketch);
        if (best.first() < clock - LONGEST * window) {
            rates.add(sketch, clock); // and so it slowly ends
        }
        // Whenever it has grown by half, what was too vague before may be clear now, and two may turn out to be one.
        if (growth(before) != growth(best.size())) {
            absorb(best);
            return unite(best);
        }
        return best;
    }

    private static int growth(int size) {
        return (int) (Math.log(size) / Math.log(1.5));
    }

    private @Nullable Incident best(Sketch sketch) {
        Incident best = null;
        double most = 0;
        shares.of(sketch.terms());
        for (Incident incident : live) {
            double evidence = incident.evidence(sketch.terms(), shares);
            double certainty = evidence + prior(incident.share());
            if (evidence >= EVIDENCE && certainty >= CERTAINTY && certainty > most) {
                best = incident;
                most = certainty;
            }
        }
        return best;
    }

    /** Whether a message belongs to an incident that has a share of what comes in. */
    static boolean belongs(Sketch sketch, Incident incident, double share, Incident.Ordinary ordinary) {
        double evidence = incident.evidence(sketch.terms(), ordinary);
        return evidence >= EVIDENCE && evidence + prior(share) >= CERTAINTY;
    }

    private static double prior(double share) {
        return Math.max(SELDOM, Math.min(OFTEN, Math.log(share / Math.max(1e-6, 1 - share))));
    }

    private double share(int term) {
        return rates.share(term, recent.with(term), recent.size());
    }

    private @Nullable Incident begin(Sketch sketch) {
        Set<Sketch> members = outbreak.around(sketch);
        if (members.isEmpty()) {
            return null;
        }
        Sketch first = members.stream()
                .min(Comparator.comparingLong(Sketch::at).thenComparing(Sketch::message))
                .orElseThrow();
        Incident incident = new Incident(
                Ids.derived("incident", agency, first.message().toString()).toString(),
                first.at(),
                (double) members.size() / recent.size());
        move(members, incident);
        Incident kept = unite(admit(incident));
        return members.contains(sketch) ? kept : null;
    }

    private Incident admit(Incident incident) {
        if (live.size() >= MOST_LIVE) {
            live.stream().min(Comparator.comparingLong(Incident::last)).ifPresent(live::remove);
        }
        live.add(incident);
        return incident;
    }

    private void absorb(Incident incident) {
        Set<Sketch> members = new LinkedHashSet<>();
        for (Sketch sketch : recent) {
            if (belongs(sketch, incident, incident.share(), this::share)) {
                members.add(sketch);
            }
        }
        move(members, incident);
    }

    private void move(Set<Sketch> members, Incident incident) {
        members.forEach(incident::add);
        recent.removeAll(members, removed -> rates.remove(removed, clock));
        newest.removeAll(members, removed -> {});
    }

    private boolean areOne(Incident one, Incident other) {
        boolean sameTopic = one.topTopic(rates::isTop) == other.topTopic(rates::isTop);
        return one.likeness(other, this::share) >= (sameTopic ? ALIKE : ALIKE_ELSEWHERE);
    }

    /** Makes one of an incident and those like it. */
    private Incident unite(Incident incident) {
        Incident kept = incident;
        for (Incident other : List.copyOf(live)) {
            if (other != kept && areOne(kept, other)) {
                Incident older = Incident.SENIORITY.compare(kept, other) <= 0 ? kept : other;
                Incident younger = older == kept ? other : kept;
                older.merge(younger);
                live.remove(younger);
                renamed.put(younger.id(), older.id());
                kept = older;
            }
        }
        return kept;
    }

    /**
     * Learns of an incident that another instance recognised or saw grow.
     *
     * @throws IllegalArgumentException if its terms are none
     */
    void adopt(SketchedIncident told) {
        if (told.lastAt().toEpochMilli() < clock - window) {
            return;
        }
        Incident known = find(told.incident());
        if (known != null) {
            known.heed(told);
            return;
        }
        Incident its = Incident.of(told);
        for (Incident mine : live) {
            if (areOne(mine, its)) {
                if (Incident.SENIORITY.compare(its, mine) < 0) {
                    renamed.put(mine.id(), its.id());
                    mine.become(its.id());
                } else {
                    renamed.put(its.id(), mine.id());
                }
                mine.heed(told);
                return;
            }
        }
        absorb(admit(its));
        its.recount(told.size()); // what was absorbed here, the other instance has heard of and counted
    }

    private @Nullable Incident find(String id) {
        String now = renamed.getOrDefault(id, id);
        for (Incident incident : live) {
            if (incident.id().equals(now)) {
                return incident;
            }
        }
        return null;
    }

    /** Messages that the topic of an incident ordinarily has in the time in which its newest came in. */
    double expected(Incident incident) {
        return rates.perMilli(TermFinder.topic(incident.topic()), clock) * incident.pace();
    }

    long clock() {
        return clock;
    }

    private static <K, V> Map<K, V> newest(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
