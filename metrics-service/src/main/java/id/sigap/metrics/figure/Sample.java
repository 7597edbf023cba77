package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects counted turns and computes their {@link Figures} as of one moment.
 *
 * <p>A turn that was closed or withdrawn was never answered and stays in the denominator for as long as it could have
 * been watched: closing a case or losing patience makes no curve look better. Closed turns count as ignored; a withdrawn
 * one only if it had waited for the limit before.
 */
public final class Sample {
    private final long now;
    private final long target;
    private final long limit;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final TreeMap<Long, Long> watched = new TreeMap<>();
    private final Map<Actor, TreeMap<Long, Long>> answered = new EnumMap<>(Actor.class);
    /** For each actor's own curve: how long turns could have been watched that this actor answered. */
    private final Map<Actor, TreeMap<Long, Long>> ages = new EnumMap<>(Actor.class);

    private final Map<Actor, Long> within = new EnumMap<>(Actor.class);
    private long matureForTarget;
    private long matureForLimit;
    private long ignored;
    private Decomposition decomposition = Decomposition.NONE;

    /**
     * Starts empty.
     *
     * @param now the moment of the figures, ms since 1970
     * @param targetMillis T of within(T)
     * @param limitMillis H of ignored(H)
     */
    public Sample(long now, long targetMillis, long limitMillis) {
        this.now = now;
        this.target = targetMillis;
        this.limit = limitMillis;
        for (Actor actor : Actor.values()) {
            answered.put(actor, new TreeMap<>());
            ages.put(actor, new TreeMap<>());
        }
    }

    /** Adds the turns of a bucket's cell. */
    public void add(long hourStart, Cell cell) {
        add(
                hourStart + cell.start() * Rounding.SLOT_MILLIS,
                Outcome.of(cell.outcome()),
                cell.afterMillis(),
                cell.count());
    }

    /** Adds turns with a start and, unless they wait, the time to their outcome. */
    public void add(long startsAt, Outcome outcome, long lasted, long count) {
        counts.merge(outcome, count, Long::sum);
        long age = Math.max(0, now - startsAt);
        boolean judged = age >= target;
        matureForTarget += judged ? count : 0;
        Actor actor = actorOf(outcome);
        if (actor == null) {
            watched.merge(age, count, Long::sum);
        } else {
            map(answered, actor).merge(lasted, count, Long::sum);
            map(ages, actor).merge(Math.max(age, lasted), count, Long::sum);
            if (judged && lasted <= target) {
                within.merge(actor, count, Long::sum);
            }
        }
        if (age >= limit) {
            matureForLimit += count;
            boolean ended = outcome == Outcome.WITHDRAWN || outcome.answered();
            ignored += ended && lasted <= limit ? 0 : count;
        }
    }

    /** Adds where answered turns spent their time. */
    public void add(Decomposition parts) {
        decomposition = decomposition.plus(parts);
    }

    /** The figures of all that was added. */
    public Figures figures() {
        TreeMap<Long, Long> together = new TreeMap<>();
        answered.values().forEach(times -> times.forEach((time, count) -> together.merge(time, count, Long::sum)));
        SurvivalCurve curve = new SurvivalCurve(together, watched);
        List<ActorFigures> byActor = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            byActor.add(of(actor));
        }
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        long withinAll = within.values().stream().mapToLong(Long::longValue).sum();
        return new Figures(
                n,
                byActor.stream().mapToLong(ActorFigures::events).sum(),
                count(Outcome.WAITING),
                count(Outcome.CLOSED),
                count(Outcome.WITHDRAWN),
                Share.of(target, withinAll, matureForTarget),
                Share.of(limit, ignored, matureForLimit),
                curve.quantile(0.5),
                curve.quantile(0.9),
                byActor,
                decomposition,
                decomposition.total());
    }

    private ActorFigures of(Actor actor) {
        TreeMap<Long, Long> others = new TreeMap<>(watched);
        ages.forEach((other, times) -> {
            if (other != actor) {
                times.forEach((time, count) -> others.merge(time, count, Long::sum));
            }
        });
        SurvivalCurve curve = new SurvivalCurve(map(answered, actor), others);
        return new ActorFigures(
                actor,
                count(Outcome.answeredBy(actor)),
                Share.of(target, within.getOrDefault(actor, 0L), matureForTarget),
                curve.quantile(0.5),
                curve.quantile(0.9));
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    private static TreeMap<Long, Long> map(Map<Actor, TreeMap<Long, Long>> maps, Actor actor) {
        return maps.computeIfAbsent(actor, any -> new TreeMap<>());
    }

    private static @Nullable Actor actorOf(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED_HUMAN -> Actor.HUMAN;
            case ANSWERED_APPROVED_DRAFT -> Actor.APPROVED_DRAFT;
            case ANSWERED_AUTOMATIC -> Actor.AUTOMATIC;
            case WAITING, WITHDRAWN, CLOSED -> null;
        };
    }
}
