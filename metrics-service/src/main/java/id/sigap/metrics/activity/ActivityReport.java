package id.sigap.metrics.activity;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.selection.Zones;
import id.sigap.metrics.turn.Activities;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from the published hours what accounts did. */
@Singleton
public class ActivityReport {
    private final Activities activities;
    private final Zones zones;

    /** Over what was published. */
    public ActivityReport(Activities activities, Zones zones) {
        this.activities = activities;
        this.zones = zones;
    }

    /** What the accounts of a selection did in a span; its unit, topic and kind count for nothing here. */
    public Activity read(Selection selection, Span span, boolean byDay) {
        Map<String, OneAccount> accounts = new TreeMap<>();
        for (String agency : selection.agencies()) {
            ZoneId zone = zones.of(agency);
            activities.each(
                    agency,
                    selection::wants,
                    span.firstHour(),
                    span.hourBehind(),
                    (key, count) -> accounts.computeIfAbsent(
                                    key.agency() + '|' + key.account() + '|' + key.channel(), id -> new OneAccount(key))
                            .add(byDay ? key.startsAt().atZone(zone).toLocalDate() : null, count));
        }
        List<Activity.OfAccount> found = accounts.values().stream()
                .filter(account -> !account.none)
                .map(OneAccount::told)
                .toList();
        return new Activity(span.from(), span.to(), found);
    }

    private static final class OneAccount {
        private final ActivityKey key;
        private final AmountsSum total = new AmountsSum();
        private final Map<LocalDate, AmountsSum> days = new TreeMap<>();
        private boolean byDay;
        private boolean none = true;

        OneAccount(ActivityKey key) {
            this.key = key;
        }

        void add(@Nullable LocalDate day, ActivityCount count) {
            if (count.none()) {
                return;
            }
            none = false;
            total.add(count);
            if (day != null) {
                byDay = true;
                days.computeIfAbsent(day, any -> new AmountsSum()).add(count);
            }
        }

        Activity.OfAccount told() {
            List<Activity.Day> told = days.entrySet().stream()
                    .map(entry ->
                            new Activity.Day(entry.getKey(), entry.getValue().sum()))
                    .toList();
            return new Activity.OfAccount(
                    key.agency(), key.account(), key.channel().wire(), total.sum(), byDay ? told : null);
        }
    }
}
