package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.figure.ActorFigures;
import id.sigap.metrics.figure.ApprovalFigures;
import id.sigap.metrics.figure.AttemptFigures;
import id.sigap.metrics.figure.ClosureFigures;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Proportion;
import id.sigap.metrics.figure.Quantile;
import id.sigap.metrics.figure.Share;
import id.sigap.metrics.table.Column;
import id.sigap.metrics.table.Column.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a table: one row per group and span, the same columns for every question, so that tables of many questions
 * lie below each other. Lists are not in it: levels of approval, attempts and marks are in JSON.
 */
final class FigureTable {
    private static final List<Column<Row>> COLUMNS = new FigureTable().columns();

    private final List<Column<Row>> columns = new ArrayList<>();

    private FigureTable() {}

    /**
     * A row: a group in the span that was asked for, or in the one before.
     *
     * @param from the span's start
     * @param to its end
     * @param answer what it is from
     * @param group the group
     * @param figures its figures in that span
     */
    record Row(Instant from, Instant to, Responsiveness answer, Responsiveness.Group group, Figures figures) {
        static List<Row> of(Responsiveness answer) {
            List<Row> rows = new ArrayList<>();
            for (Responsiveness.Group group : answer.groups()) {
                rows.add(new Row(answer.from(), answer.to(), answer, group, group.figures()));
                if (group.previous() != null && answer.previousFrom() != null) {
                    rows.add(new Row(answer.previousFrom(), answer.from(), answer, group, group.previous()));
                }
            }
            return rows;
        }
    }

    static List<Column<Row>> all() {
        return COLUMNS;
    }

    private List<Column<Row>> columns() {
        add("asOf", Type.MOMENT, row -> row.answer.asOf());
        add("from", Type.MOMENT, Row::from);
        add("to", Type.MOMENT, Row::to);
        for (Grouping grouping : Grouping.values()) {
            if (grouping != Grouping.HOUR) {
                add(grouping.wire(), Type.TEXT, row -> row.group.group().get(grouping.wire()));
            }
        }
        for (Granularity granularity : Granularity.values()) {
            add(granularity.wire(), Type.TEXT, row -> row.group.group().get(granularity.wire()));
        }
        add("ranked", Type.TRUTH, row -> row.figures.n() >= Responsiveness.RANKED_FROM);
        add("version", Type.NUMBER, row -> row.group.version());
        number("n", Figures::n);
        number("events", Figures::events);
        number("waiting", Figures::waiting);
        number("closed", Figures::closed);
        number("withdrawn", Figures::withdrawn);
        share("within", Figures::within);
        share("ignored", Figures::ignored);
        proportion("onTime", Figures::onTime);
        quantile("p50", Figures::p50);
        quantile("p90", Figures::p90);
        quantile("p95", Figures::p95);
        working();
        parts();
        actors();
        closures();
        return List.copyOf(columns);
    }

    private void working() {
        number("working.n", figures -> figures.working().n());
        number("working.unknown", figures -> figures.working().unknown());
        share("working.within", figures -> figures.working().within());
        proportion("working.ignored", figures -> figures.working().ignored());
        quantile("working.p50", figures -> figures.working().p50());
        quantile("working.p90", figures -> figures.working().p90());
        quantile("working.p95", figures -> figures.working().p95());
    }

    private void parts() {
        part("ingest", Decomposition::ingest);
        part("triage", Decomposition::triage);
        part("queue", Decomposition::queue);
        part("draft", Decomposition::draft);
        part("approval", Decomposition::approval);
        part("send", Decomposition::send);
        part("firstResponse", Decomposition::total);
        add("approval.share", Type.FRACTION, row -> {
            ApprovalFigures approval = row.figures.approval();
            return approval == null ? null : approval.share();
        });
        proportion("attempts.once", figures -> {
            AttemptFigures attempts = figures.attempts();
            return attempts == null ? null : attempts.once();
        });
    }

    private void part(String name, ToLongFunction<Decomposition> part) {
        add(
                name + "Millis",
                Type.NUMBER,
                row -> row.figures.decomposition() == null ? null : part.applyAsLong(row.figures.parts()));
    }

    private void actors() {
        for (Actor actor : Actor.values()) {
            Function<Figures, @Nullable ActorFigures> of = figures -> figures.byActor().stream()
                    .filter(one -> one.actor() == actor)
                    .findFirst()
                    .orElse(null);
            String name = actor.wire() + '.';
            add(name + "events", Type.NUMBER, row -> {
                ActorFigures one = of.apply(row.figures);
                return one == null ? null : one.events();
            });
            add(name + "within.share", Type.FRACTION, row -> {
                ActorFigures one = of.apply(row.figures);
                return one == null ? null : one.within().share();
            });
            add(name + "p50", Type.FRACTION, row -> {
                ActorFigures one = of.apply(row.figures);
                return one == null ? null : one.p50().seconds();
            });
        }
    }

    private void closures() {
        closure("closures.n", Type.NUMBER, ClosureFigures::n);
        for (Disposition disposition : Disposition.values()) {
            closure(
                    "closures." + disposition.name().toLowerCase(Locale.ROOT),
                    Type.NUMBER,
                    closed -> closed.byDisposition().getOrDefault(disposition, 0L));
        }
        proportion("closures.resolution", closed(ClosureFigures::resolution));
        proportion("closures.reopened", closed(ClosureFigures::reopened));
        closure("closures.handOffs", Type.NUMBER, closed -> closed.transfers().handOffs());
        proportion("closures.rated", closed(closed -> closed.rating().answerRate()));
        proportion("closures.topMarks", closed(closed -> closed.rating().top()));
    }

    private void closure(String name, Type type, Function<ClosureFigures, Object> value) {
        add(name, type, row -> {
            ClosureFigures closed = row.figures.closures();
            return closed == null ? null : value.apply(closed);
        });
    }

    private static Function<Figures, @Nullable Proportion> closed(Function<ClosureFigures, Proportion> value) {
        return figures -> {
            ClosureFigures closed = figures.closures();
            return closed == null ? null : value.apply(closed);
        };
    }

    private void number(String name, ToLongFunction<Figures> value) {
        add(name, Type.NUMBER, row -> value.applyAsLong(row.figures));
    }

    private void share(String name, Function<Figures, Share> of) {
        number(name + ".seconds", figures -> of.apply(figures).seconds());
        number(name + ".count", figures -> of.apply(figures).count());
        number(name + ".matured", figures -> of.apply(figures).matured());
        add(name + ".share", Type.FRACTION, row -> of.apply(row.figures).share());
        add(name + ".low", Type.FRACTION, row -> of.apply(row.figures).low());
        add(name + ".high", Type.FRACTION, row -> of.apply(row.figures).high());
    }

    private void proportion(String name, Function<Figures, @Nullable Proportion> of) {
        cell(name + ".count", Type.NUMBER, of, Proportion::count);
        cell(name + ".of", Type.NUMBER, of, Proportion::of);
        cell(name + ".share", Type.FRACTION, of, Proportion::share);
        cell(name + ".low", Type.FRACTION, of, Proportion::low);
        cell(name + ".high", Type.FRACTION, of, Proportion::high);
    }

    private void cell(
            String name,
            Type type,
            Function<Figures, @Nullable Proportion> of,
            Function<Proportion, @Nullable Object> value) {
        add(name, type, row -> {
            Proportion proportion = of.apply(row.figures);
            return proportion == null ? null : value.apply(proportion);
        });
    }

    private void quantile(String name, Function<Figures, Quantile> of) {
        add(name, Type.FRACTION, row -> of.apply(row.figures).seconds());
        add(name + ".notReached", Type.TRUTH, row -> of.apply(row.figures).notReached());
        add(name + ".low", Type.FRACTION, row -> of.apply(row.figures).low());
        add(name + ".high", Type.FRACTION, row -> of.apply(row.figures).high());
    }

    private void add(String name, Type type, Function<Row, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
    }
}
