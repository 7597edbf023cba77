package id.sigap.metrics.recount;

import id.sigap.contracts.directory.WorkingCalendar;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of what {@link Recount} counted, by asking every turn for each of them: whole numbers, no histograms, none of
 * the code that it checks. What it tells is text, so that a difference can be read.
 */
public final class SlowFigures {
    private static final long TARGET = 600_000;
    private static final long LIMIT = 86_400_000;

    private final List<Turn> turns = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final Instant now;
    /** Asked of many questions, worked out once. */
    private final Map<String, Age> ages = new HashMap<>();

    /** How old a turn is by its unit's clock; null where nobody knows. */
    private record Age(@Nullable Long worked, @Nullable Integer days) {}

    /**
     * One of the turns that fared alike.
     *
     * @param working ms, and {@code days} with it; null where nobody knows
     * @param due ms from the start; null where no target was told
     */
    public record Turn(
            String account,
            String unit,
            String kind,
            String topic,
            long hour,
            long start,
            String outcome,
            long lasted,
            @Nullable Long working,
            @Nullable Long days,
            @Nullable Long due) {
        boolean answered() {
            return outcome.startsWith("answered-");
        }
    }

    /** Something that was counted of a series beside its turns: {@code what} as Recount says it. */
    private record Ended(String account, String unit, String kind, String topic, long hour, String what, long count) {}

    /** What both have of which a figure can be asked. */
    public record Where(String account, String unit, String kind, String topic, long hour) {}

    /** Of a recount, as of a moment. */
    public SlowFigures(Map<String, Long> counts, Instant now) {
        this.now = now;
        counts.forEach((key, count) -> {
            String[] parts = key.split("\\|", -1);
            if (parts[0].equals("turn") && parts.length == 12) {
                for (long i = 0; i < count; i++) {
                    turns.add(new Turn(
                            parts[1],
                            parts[2],
                            parts[3],
                            parts[4],
                            Long.parseLong(parts[5]),
                            Long.parseLong(parts[5]) * 3_600_000 + Long.parseLong(parts[6]) * 10_000,
                            parts[7],
                            Long.parseLong(parts[8]),
                            number(parts[9]),
                            number(parts[10]),
                            number(parts[11])));
                }
            } else if (parts[0].equals("turn") || parts[0].equals("closure")) {
                String what = String.join("|", List.of(parts).subList(6, parts.length));
                ended.add(new Ended(parts[1], parts[2], parts[3], parts[4], Long.parseLong(parts[5]), what, count));
            }
        });
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    /**
     * Figures by group.
     *
     * @param wanted which are asked about
     * @param groups in which groups each is
     * @param actor of one kind of responder alone; null for all
     */
    public TreeMap<String, TreeMap<String, String>> by(
            Predicate<Where> wanted,
            Function<Where, List<String>> groups,
            @Nullable String actor,
            BiFunction<String, String, @Nullable WorkingCalendar> calendars) {
        TreeMap<String, List<Turn>> turnsOf = new TreeMap<>();
        TreeMap<String, List<Ended>> endedOf = new TreeMap<>();
        for (Turn turn : turns) {
            Where where = new Where(turn.account, turn.unit, turn.kind, turn.topic, turn.hour);
            if (wanted.test(where)) {
                groups.apply(where)
                        .forEach(group -> turnsOf.computeIfAbsent(group, any -> new ArrayList<>())
                                .add(turn));
            }
        }
        for (Ended one : ended) {
            Where where = new Where(one.account, one.unit, one.kind, one.topic, one.hour);
            if (wanted.test(where)) {
                groups.apply(where)
                        .forEach(group -> endedOf.computeIfAbsent(group, any -> new ArrayList<>())
                                .add(one));
            }
        }
        TreeMap<String, TreeMap<String, String>> all = new TreeMap<>();
        TreeMap<String, List<Turn>> keys = new TreeMap<>(turnsOf);
        if (actor == null) {
            endedOf.forEach((group, list) -> {
                if (list.stream().anyMatch(one -> !one.what.contains(" "))) {
                    keys.putIfAbsent(group, List.of());
                }
            });
        }
        keys.forEach((group, members) -> {
            TreeMap<String, String> figures = new TreeMap<>();
            turns(members, actor, calendars, figures);
            if (actor == null) {
                ended(endedOf.getOrDefault(group, List.of()), figures);
            }
            all.put(group, figures);
        });
        return all;
    }

    /** A turn as a clock sees it: when it was answered, or for how long it was watched. */
    private record Seen(@Nullable Long event, long age) {}

    private void turns(
            List<Turn> members,
            @Nullable String actor,
            BiFunction<String, String, @Nullable WorkingCalendar> calendars,
            Map<String, String> figures) {
        List<Seen> wall = new ArrayList<>();
        List<Seen> working = new ArrayList<>();
        long ignored = 0;
        long old = 0;
        long onTime = 0;
        long late = 0;
        long dayIgnored = 0;
        long dayOld = 0;
        for (Turn turn : members) {
            boolean event = turn.answered() && (actor == null || turn.outcome.equals("answered-" + actor));
            long age = Math.max(0, now.toEpochMilli() - turn.start);
            wall.add(new Seen(event ? turn.lasted : null, age));
            boolean ends = turn.answered() || turn.outcome.equals("withdrawn");
            old += age >= LIMIT ? 1 : 0;
            ignored += age >= LIMIT && !(ends && turn.lasted <= LIMIT) ? 1 : 0;
            if (turn.due != null && age >= turn.due) {
                late++;
                onTime += event && turn.lasted <= turn.due ? 1 : 0;
            }
            WorkingCalendar calendar = calendars.apply("kemenhub-contoh", turn.unit);
            Instant start = Instant.ofEpochMilli(turn.start);
            Age workingAge = calendar == null
                    ? new Age(null, null)
                    : ages.computeIfAbsent(
                            turn.unit + start,
                            any -> new Age(
                                    SlowClock.between(calendar, start, now),
                                    SlowClock.daysPassed(calendar, start, now)));
            Long worked = workingAge.worked;
            Integer passed = workingAge.days;
            boolean waits = turn.outcome.equals("waiting");
            if (worked == null || passed == null || (!waits && (turn.working == null || turn.days == null))) {
                continue;
            }
            working.add(new Seen(event ? turn.working : null, worked));
            if (passed > 0 || (turn.days != null && turn.days > 0)) {
                dayOld++;
                dayIgnored += ends && turn.days != null && turn.days == 0 ? 0 : 1;
            }
        }
        figures.put("n", String.valueOf(members.size()));
        figures.put("events", count(wall, seen -> seen.event != null));
        for (String outcome : List.of("waiting", "closed", "withdrawn")) {
            figures.put(outcome, count(members, turn -> turn.outcome.equals(outcome)));
        }
        figures.put("within", within(wall));
        figures.put("ignored", ignored + "/" + old);
        figures.put("onTime", onTime + "/" + late);
        figures.put("working.n", working.size() + " of " + members.size());
        figures.put("working.within", within(working));
        figures.put("working.ignored", dayIgnored + "/" + dayOld);
        for (int percent : new int[] {50, 90, 95}) {
            figures.put("p" + percent, quantile(wall, percent));
            figures.put("working.p" + percent, quantile(working, percent));
        }
    }

    private static <T> String count(List<T> all, Predicate<T> of) {
        return String.valueOf(all.stream().filter(of).count());
    }

    private static String within(List<Seen> all) {
        List<Seen> old = all.stream().filter(seen -> seen.age >= TARGET).toList();
        return count(old, seen -> seen.event != null && seen.event <= TARGET) + "/" + old.size();
    }

    /** The product-limit estimate in whole numbers: at every time, who was still there? */
    private static String quantile(List<Seen> all, int percent) {
        List<Long> times = all.stream()
                .map(Seen::event)
                .flatMap(event -> event == null ? Stream.empty() : Stream.of(event))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (Long time : times) {
            long there = all.stream()
                    .filter(seen -> (seen.event == null ? seen.age : seen.event) >= time)
                    .count();
            long events = all.stream().filter(seen -> time.equals(seen.event)).count();
            above = above.multiply(BigInteger.valueOf(there - events));
            below = below.multiply(BigInteger.valueOf(there));
            if (above.multiply(BigInteger.valueOf(100)).compareTo(below.multiply(BigInteger.valueOf(100 - percent)))
                    <= 0) {
                return String.valueOf(time / 1_000.0);
            }
        }
        return "not reached";
    }

    private void ended(List<Ended> members, Map<String, String> figures) {
        long[] parts = new long[6];
        TreeMap<Integer, Long> attempts = new TreeMap<>();
        TreeMap<Integer, List<Long>> levels = new TreeMap<>();
        long closed = 0;
        long mature = 0;
        long reopened = 0;
        long handOffs = 0;
        long rated = 0;
        long top = 0;
        for (Ended one : members) {
            String[] words = one.what.split("[ |]", -1);
            if (one.what.startsWith("part ")) {
                parts[Integer.parseInt(words[1])] += one.count;
            } else if (one.what.startsWith("attempts ")) {
                attempts.merge(Integer.parseInt(words[1]), one.count, Long::sum);
            } else if (one.what.startsWith("approval ")) {
                for (long i = 0; i < one.count; i++) {
                    levels.computeIfAbsent(Integer.parseInt(words[1]), any -> new ArrayList<>())
                            .add(Long.parseLong(words[2]));
                }
            } else {
                closed += one.count;
                boolean judged = !words[1].isEmpty() && Long.parseLong(words[1]) * 3_600_000 <= now.toEpochMilli();
                mature += judged ? one.count : 0;
                reopened += judged && words[2].equals("true") ? one.count : 0;
                handOffs += Long.parseLong(words[3]) * one.count;
                rated += words[4].isEmpty() ? 0 : one.count;
                top += words[4].equals("4") || words[4].equals("5") ? one.count : 0;
            }
        }
        long first = 0;
        for (long part : parts) {
            first += part;
        }
        figures.put("parts", Arrays.toString(parts));
        figures.put("approval.share", first == 0 ? "null" : String.valueOf((double) parts[4] / first));
        figures.put("attempts", attempts.toString());
        TreeMap<Integer, String> medians = new TreeMap<>();
        levels.forEach((level, times) -> {
            times.sort(Comparator.naturalOrder());
            medians.put(level, times.size() + ": " + times.get((times.size() + 1) / 2 - 1) / 1_000.0);
        });
        figures.put("approvals", medians.toString());
        figures.put("closures", closed + ", " + reopened + "/" + mature + " reopened, " + handOffs + " hand-offs");
        figures.put("rating", top + "/" + rated + "/" + closed);
    }
}
