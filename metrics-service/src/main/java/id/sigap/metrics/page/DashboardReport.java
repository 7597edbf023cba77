package id.sigap.metrics.page;

import id.sigap.metrics.figure.CurvePoint;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.ledger.Ledger;
import id.sigap.metrics.ledger.LedgerReport;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Layout;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.responsiveness.ResponsivenessReport;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.selection.Selections;
import id.sigap.metrics.silence.Silence;
import id.sigap.metrics.silence.SilenceReport;
import id.sigap.metrics.traffic.Cohorts;
import id.sigap.metrics.traffic.Traffic;
import id.sigap.metrics.traffic.TrafficReport;
import id.sigap.runtime.access.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Reads what the dashboard shows: each part from the report that the interface of the same name answers from. */
@Singleton
public class DashboardReport {
    private final ResponsivenessReport responsiveness;
    private final LedgerReport ledger;
    private final SilenceReport silence;
    private final TrafficReport traffic;
    private final CourseReport course;
    private final Selections selections;

    /** Over the reports. */
    public DashboardReport(
            ResponsivenessReport responsiveness,
            LedgerReport ledger,
            SilenceReport silence,
            TrafficReport traffic,
            CourseReport course,
            Selections selections) {
        this.responsiveness = responsiveness;
        this.ledger = ledger;
        this.silence = silence;
        this.traffic = traffic;
        this.course = course;
        this.selections = selections;
    }

    /**
     * What the dashboard shows.
     *
     * @param agencies whose
     * @param all of everything
     * @param groups by the grouping that was asked for, or by unit
     * @param by that grouping
     * @param curve of answers
     * @param period of the course
     * @param course figures of the turns that began in each period
     * @param traffic when citizens wrote
     * @param cohorts by when the messages of each day were answered
     * @param silence by account
     * @param ledger of messages
     */
    record Read(
            Set<String> agencies,
            Responsiveness all,
            List<Responsiveness.Group> groups,
            Grouping by,
            List<CurvePoint> curve,
            Period period,
            SortedMap<LocalDateTime, Figures> course,
            Traffic traffic,
            Cohorts cohorts,
            Silence silence,
            Ledger ledger) {}

    /** Of the caller's agencies, or the one that is wanted. */
    Read read(Caller caller, Wanted wanted, Instant now) {
        Selection selection = selections.of(
                caller,
                new Selections.Asked(wanted.agency(), wanted.unit(), null, wanted.channel(), wanted.kind(), null));
        Span span = Span.of(wanted.from(), wanted.to(), now);
        Grouping by = Grouping.of(wanted.groupBy()).stream().findFirst().orElse(Grouping.UNIT);
        Period period = Period.of(wanted.per(), span);
        CourseReport.Course went = course.read(selection, span, period, now);
        return new Read(
                selection.agencies(),
                answer(selection, wanted, span, List.of(), now),
                wanted(selection, answer(selection, wanted, span, List.of(by), now)),
                by,
                went.curve(),
                period,
                went.periods(),
                traffic.traffic(selection, span, Question.TARGET, now),
                traffic.cohorts(selection, span, false, now),
                silence.read(selection, span, now),
                ledger.read(selection.agencies(), span, Scope.channel(wanted.channel())));
    }

    /** Of a unit with all below it, as everything else on the page. */
    private Responsiveness answer(Selection selection, Wanted wanted, Span span, List<Grouping> groupBy, Instant now) {
        String unit = Scope.given(wanted.unit());
        return responsiveness.answer(
                new Question(
                        selection.agencies(),
                        span,
                        new id.sigap.metrics.responsiveness.Filter(
                                unit, Scope.channel(wanted.channel()), Scope.kind(wanted.kind()), null, null, null),
                        new Layout(groupBy, null, unit != null, false),
                        Question.TARGET,
                        Question.LIMIT),
                now);
    }

    /** Without the units above the one that is wanted, of which only a part is counted. */
    private static List<Responsiveness.Group> wanted(Selection selection, Responsiveness grouped) {
        Map<String, Set<String>> units = selection.units();
        return grouped.groups().stream()
                .filter(group -> {
                    String unit = group.group().get(Grouping.UNIT.wire());
                    return units == null
                            || unit == null
                            || units.values().stream().anyMatch(some -> some.contains(unit));
                })
                .toList();
    }
}
