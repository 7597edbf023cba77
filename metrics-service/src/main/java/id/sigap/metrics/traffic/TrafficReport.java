package id.sigap.metrics.traffic;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.selection.Zones;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from the counted turns when citizens write, and by when the messages of a day were answered. */
@Singleton
public class TrafficReport {
    private static final int DAY = 24;
    private static final int WEEK = 168;
    private static final List<Duration> HORIZONS = List.of(
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(7));

    private final CountedTurns counted;
    private final Zones zones;

    /** Over what was counted. */
    public TrafficReport(CountedTurns counted, Zones zones) {
        this.counted = counted;
        this.zones = zones;
    }

    /** The map of the week. */
    public Traffic traffic(Selection selection, Span span, Duration target, Instant now) {
        Judged[] within = new Judged[WEEK];
        long[] turns = new long[WEEK];
        for (int i = 0; i < WEEK; i++) {
            within[i] = new Judged(now.toEpochMilli(), target.toMillis());
        }
        Map<String, ZoneId> byAgency = zones(selection);
        counted.each(selection, span, group -> {
            int place = place(at(group.hour(), byAgency.getOrDefault(group.agency(), Zones.OTHERWISE)));
            turns[place] += group.count();
            within[place].add(group);
        });
        long[] hours = hours(span, now, byAgency);
        List<Traffic.Hour> cells = new ArrayList<>();
        for (int i = 0; i < WEEK; i++) {
            cells.add(new Traffic.Hour(
                    DayOfWeek.of(i / DAY + 1),
                    i % DAY,
                    hours[i],
                    turns[i],
                    hours[i] == 0 ? 0 : (double) turns[i] / hours[i],
                    within[i].share()));
        }
        return new Traffic(now, span.from(), span.to(), target.toSeconds(), cells);
    }

    /** The turns of each day, or of each weekday. */
    public Cohorts cohorts(Selection selection, Span span, boolean byWeekday, Instant now) {
        Map<String, ZoneId> byAgency = zones(selection);
        Map<String, CohortSum> cohorts = new TreeMap<>();
        counted.each(selection, span, group -> {
            ZonedDateTime at = at(group.hour(), byAgency.getOrDefault(group.agency(), Zones.OTHERWISE));
            String day = byWeekday
                    ? Integer.toString(at.getDayOfWeek().getValue())
                    : at.toLocalDate().toString();
            cohorts.computeIfAbsent(day, any -> new CohortSum(HORIZONS, now.toEpochMilli()))
                    .add(group);
        });
        List<Cohorts.Cohort> told = cohorts.entrySet().stream()
                .map(entry -> entry.getValue()
                        .told(
                                byWeekday
                                        ? DayOfWeek.of(Integer.parseInt(entry.getKey()))
                                                .name()
                                        : entry.getKey()))
                .toList();
        return new Cohorts(now, span.from(), span.to(), told);
    }

    private Map<String, ZoneId> zones(Selection selection) {
        Map<String, ZoneId> byAgency = new HashMap<>();
        selection.agencies().forEach(agency -> byAgency.put(agency, zones.of(agency)));
        return byAgency;
    }

    /** How often the span has had each hour of the week; where zones differ, the most. */
    private static long[] hours(Span span, Instant now, Map<String, ZoneId> byAgency) {
        long[] most = new long[WEEK];
        Instant end = span.to().isBefore(now) ? span.to() : now;
        for (ZoneId zone : byAgency.values().stream().distinct().toList()) {
            long[] hours = new long[WEEK];
            for (Instant at = span.from(); at.isBefore(end); at = at.plusMillis(Rounding.HOUR_MILLIS)) {
                hours[place(at.atZone(zone))]++;
            }
            for (int i = 0; i < WEEK; i++) {
                most[i] = Math.max(most[i], hours[i]);
            }
        }
        return most;
    }

    private static ZonedDateTime at(long hour, ZoneId zone) {
        return Instant.ofEpochMilli(hour * Rounding.HOUR_MILLIS).atZone(zone);
    }

    private static int place(ZonedDateTime at) {
        return (at.getDayOfWeek().getValue() - 1) * DAY + at.getHour();
    }
}
