package id.sigap.metrics.live;

import id.sigap.metrics.turn.TurnRow;
import java.time.LocalDate;

/** Adds up turns that began on a day. Not for several threads. */
final class TodaySum {
    private final LocalDate day;
    private final long now;
    private long turns;
    private long answered;
    private long judged;
    private long within;

    TodaySum(LocalDate day, long now) {
        this.day = day;
        this.now = now;
    }

    void add(TurnRow row) {
        turns++;
        answered += row.outcome().answered() ? 1 : 0;
        Long due = row.dueAt();
        if (due == null) {
            return;
        }
        // As everywhere only the matured are judged: what was answered early counts when its target has passed, or the
        // share would begin each day with the quick ones alone.
        if (due <= now) {
            judged++;
            within += row.outcome().answered() && row.endsAt() <= due ? 1 : 0;
        }
    }

    LiveFigures.Today sum() {
        return new LiveFigures.Today(
                day, turns, answered, judged, within, judged == 0 ? null : (double) within / judged);
    }
}
