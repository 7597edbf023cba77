package id.sigap.metrics.backlog;

import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the backlog from the turns that wait, and from the counted ones how it grows. */
@Singleton
public class BacklogReport {
    /** How long before the first hour of the flow turns may have begun that are counted as they end. */
    private static final int LOOK_BACK_HOURS = 14 * 24;

    private final PublishedFigures published;
    private final CountedTurns counted;
    private final Promise.Book promises;

    /** Over what was published. */
    public BacklogReport(PublishedFigures published, CountedTurns counted, Promise.Book promises) {
        this.published = published;
        this.counted = counted;
        this.promises = promises;
    }

    /**
     * The backlog as of a moment.
     *
     * @param flowHours how many hours of in- and outflow, the current one included; 0 for none
     */
    public Backlog read(Selection selection, List<WaitingBy> groupBy, int flowHours, Instant now) {
        Map<Map<String, String>, WaitingSum> sums = new HashMap<>();
        if (groupBy.isEmpty()) {
            sums.put(Map.of(), new WaitingSum(now.toEpochMilli(), promises));
        }
        for (String agency : selection.agencies()) {
            published.waiting(agency, row -> {
                if (selection.wants(row)) {
                    sums.computeIfAbsent(
                                    WaitingBy.group(groupBy, row),
                                    group -> new WaitingSum(now.toEpochMilli(), promises))
                            .add(row);
                }
            });
        }
        List<Backlog.Group> groups = sums.entrySet().stream()
                .map(entry -> new Backlog.Group(entry.getKey(), entry.getValue().sum()))
                .sorted(Comparator.comparing(
                                (Backlog.Group group) -> -group.waiting().count())
                        .thenComparing(group -> String.join("\n", group.group().values())))
                .toList();
        return new Backlog(now, groups, flow(selection, flowHours, Rounding.hour(now.toEpochMilli())));
    }

    private List<Backlog.Flow> flow(Selection selection, int hours, long current) {
        if (hours == 0) {
            return List.of();
        }
        long first = current - hours + 1;
        long[] inflow = new long[hours];
        long[] outflow = new long[hours];
        counted.each(selection, first - LOOK_BACK_HOURS, current + 1, group -> {
            add(inflow, group.hour() - first, group.count());
            if (group.endsAt() != Long.MAX_VALUE) {
                // Ends are rounded up, and must not lie in an hour that is still to come.
                add(outflow, Math.min(current, Rounding.hour(group.endsAt())) - first, group.count());
            }
        });
        List<Backlog.Flow> flow = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            flow.add(new Backlog.Flow(
                    Instant.ofEpochMilli((first + i) * Rounding.HOUR_MILLIS),
                    inflow[i],
                    outflow[i],
                    inflow[i] - outflow[i]));
        }
        return flow;
    }

    private static void add(long[] hours, long place, long count) {
        if (place >= 0 && place < hours.length) {
            hours[(int) place] += count;
        }
    }
}
