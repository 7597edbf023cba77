package id.sigap.metrics.page;

import id.sigap.metrics.figure.CurvePoint;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Room;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.QuestionRoom;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how answers came in, and how that went over time. */
@Singleton
public class CourseReport {
    private static final int POINTS = 200;

    private final CountedTurns counted;
    private final QuestionRoom room;

    /** Over the turns that were counted. */
    public CourseReport(CountedTurns counted, QuestionRoom room) {
        this.counted = counted;
        this.room = room;
    }

    /**
     * How it went.
     *
     * @param curve of all answers
     * @param periods figures of the turns that began in each period
     */
    record Course(List<CurvePoint> curve, SortedMap<LocalDateTime, Figures> periods) {}

    /** The course of a selection in a span, as of a moment. */
    Course read(Selection selection, Span span, Period period, Instant now) {
        return room.with("per", within -> {
            Sample all = sample(now, within);
            SortedMap<LocalDateTime, Sample> course = new TreeMap<>();
            counted.each(selection, span, turns -> {
                Instant hour = Instant.ofEpochMilli(turns.hour() * Rounding.HOUR_MILLIS);
                all.add(turns.startsAt(), turns.outcome(), turns.lastedMillis(), turns.count());
                course.computeIfAbsent(period.start(hour), any -> sample(now, within))
                        .add(turns.startsAt(), turns.outcome(), turns.lastedMillis(), turns.count());
            });
            SortedMap<LocalDateTime, Figures> periods = new TreeMap<>();
            course.forEach((start, sample) -> periods.put(start, sample.figures()));
            return new Course(all.curve(POINTS), periods);
        });
    }

    private static Sample sample(Instant now, Room within) {
        return new Sample(now.toEpochMilli(), Question.TARGET.toMillis(), Question.LIMIT.toMillis(), null, within);
    }
}
