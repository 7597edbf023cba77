package id.sigap.metrics.page;

import id.sigap.metrics.figure.ActorFigures;
import id.sigap.metrics.figure.ApprovalFigures;
import id.sigap.metrics.figure.CurvePoint;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.silence.Silence;
import id.sigap.runtime.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows, as text.
 *
 * @param asOf the moment of the figures
 * @param span when the turns began that are counted
 * @param name who is logged in
 * @param language of the page
 * @param otherAddress the page in the other language
 * @param filter what was asked for and what may be
 * @param total of everything that was asked for
 * @param rows the figures, all first and then by group, in order of their rank
 * @param actors by responder, of all
 * @param curve of answers
 * @param course of figures
 * @param stacks where the time went
 * @param approvals how long each level of approval took
 * @param traffic when citizens write
 * @param cohorts by when the messages of each day were answered
 * @param silence by account
 * @param ledger totals by channel
 * @param balances whether the ledger does
 */
record Dashboard(
        String asOf,
        String span,
        String name,
        Language language,
        String otherAddress,
        Filter filter,
        Row total,
        List<Row> rows,
        List<Row> actors,
        Curve curve,
        Course course,
        Stacks stacks,
        List<ApprovalRow> approvals,
        TrafficMap traffic,
        CohortRows cohorts,
        List<SilenceRow> silence,
        List<LedgerRow> ledger,
        boolean balances) {

    /** Whether there is anything to show. */
    public boolean empty() {
        return ledger.isEmpty();
    }

    record Row(
            String rank,
            String name,
            String n,
            String events,
            String waiting,
            Figure within,
            Figure ignored,
            Figure half,
            Figure nineOfTen) {
        static Row of(String rank, String name, Figures figures, Words words) {
            return new Row(
                    rank,
                    name,
                    words.number(figures.n()),
                    words.number(figures.events()),
                    words.number(figures.waiting()),
                    words.share(figures.within()),
                    words.share(figures.ignored()),
                    words.quantile(figures.p50()),
                    words.quantile(figures.p90()));
        }

        static Row of(ActorFigures actor, Words words) {
            return new Row(
                    "",
                    words.label(actor.actor().wire()),
                    "",
                    words.number(actor.events()),
                    "",
                    words.share(actor.within()),
                    Figure.NONE,
                    words.quantile(actor.p50()),
                    words.quantile(actor.p90()));
        }
    }

    /** The curve's numbers for the script, and rows for who reads them. */
    record Curve(String data, List<CurveRow> rows) {}

    record CurveRow(String time, String answered, String interval) {}

    /** The course's numbers for the script, and rows for who reads them. */
    record Course(String data, List<Row> rows) {}

    /** The stages' numbers for the script, and rows for who reads them. */
    record Stacks(String data, List<String> stages, List<StackRow> rows) {}

    /**
     * Where a group's time went.
     *
     * @param mean of all, per answer
     */
    record StackRow(String name, List<String> shares, String mean) {}

    /**
     * A level of approval.
     *
     * @param share of the time to all first responses
     */
    record ApprovalRow(String level, String decided, Figure half, Figure nineOfTen, Figure working, String share) {}

    /**
     * An account.
     *
     * @param bad whether citizens wrote and nobody answered
     */
    record SilenceRow(
            String rank,
            String name,
            String state,
            boolean bad,
            String turns,
            String replies,
            String posts,
            String twoWay,
            String coverage,
            Figure ignored,
            String lastAnswer) {}

    record LedgerRow(
            String channel,
            String received,
            String answered,
            String waiting,
            String needsNoAnswer,
            String closed,
            String withdrawn,
            String excluded) {}

    static Dashboard of(
            String person, Wanted wanted, Filter filter, DashboardReport.Read read, Names names, Words words) {
        Figures total = read.all().groups().get(0).figures();
        Row all = Row.of("", words.text().all(), total, words);
        List<Row> rows = new ArrayList<>();
        rows.add(all);
        List<Responsiveness.Group> groups = new ArrayList<>();
        for (Ranking.Placed placed : Ranking.of(read.groups())) {
            groups.add(placed.group());
            rows.add(Row.of(
                    placed.rank() == null ? words.text().notRanked() : words.number(placed.rank()),
                    names.of(placed.group().group()),
                    placed.group().figures(),
                    words));
        }
        return new Dashboard(
                words.moment(read.all().asOf()),
                words.text()
                        .span(
                                words.shortly(read.all().from()),
                                words.shortly(read.all().to())),
                person,
                words.language(),
                wanted.query(words.language().other().tag()),
                filter,
                all,
                rows,
                total.byActor().stream().map(actor -> Row.of(actor, words)).toList(),
                curve(read.curve(), words),
                course(read, words),
                stacks(total, groups, names, words),
                approvals(total, words),
                TrafficMap.of(read.traffic(), words),
                CohortRows.of(read.cohorts(), words),
                read.silence().accounts().stream()
                        .map(account -> silence(account, names, words))
                        .toList(),
                LedgerRows.of(read.ledger(), words),
                read.ledger().balances());
    }

    /** When some shares were reached, and how far the curve came, be it little. */
    static Curve curve(List<CurvePoint> points, Words words) {
        Set<CurvePoint> told = new LinkedHashSet<>();
        for (double share : new double[] {0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
            points.stream()
                    .filter(point -> point.answered() >= share - 1e-9)
                    .findFirst()
                    .ifPresent(told::add);
        }
        if (!points.isEmpty()) {
            told.add(points.get(points.size() - 1));
        }
        List<CurveRow> rows = told.stream()
                .map(point -> new CurveRow(
                        words.seconds(point.seconds()),
                        words.percent(point.answered()),
                        words.percent(point.low()) + " – " + words.percent(point.high())))
                .toList();
        return new Curve(ChartData.curve(points, words.text()), rows);
    }

    private static Course course(DashboardReport.Read read, Words words) {
        List<String> labels = read.course().keySet().stream()
                .map(start -> words.period(read.period(), start))
                .toList();
        List<Figures> figures = List.copyOf(read.course().values());
        return new Course(
                ChartData.course(read.course(), labels, words.text()),
                IntStream.range(0, labels.size())
                        .mapToObj(i -> Row.of("", labels.get(i), figures.get(i), words))
                        .toList());
    }

    private static Stacks stacks(Figures total, List<Responsiveness.Group> groups, Names names, Words words) {
        List<String> labels = new ArrayList<>(List.of(words.text().all()));
        List<Figures> figures = new ArrayList<>(List.of(total));
        groups.stream().filter(group -> group.figures().events() > 0).forEach(group -> {
            labels.add(names.of(group.group()));
            figures.add(group.figures());
        });
        List<String> stages =
                Stages.all().stream().map(stage -> stage.name(words.text())).toList();
        List<List<Double>> shares = Stages.all().stream()
                .map(stage ->
                        figures.stream().map(one -> stage.share(one.parts())).toList())
                .toList();
        List<StackRow> rows = IntStream.range(0, labels.size())
                .mapToObj(i -> new StackRow(
                        labels.get(i),
                        Stages.all().stream()
                                .map(stage ->
                                        words.percent(stage.share(figures.get(i).parts())))
                                .toList(),
                        figures.get(i).events() == 0
                                ? Figure.NONE.main()
                                : words.millis(figures.get(i).parts().total()
                                        / figures.get(i).events())))
                .toList();
        return new Stacks(ChartData.of(new ChartData.Stacks(labels, stages, shares)), stages, rows);
    }

    private static List<ApprovalRow> approvals(Figures total, Words words) {
        ApprovalFigures approval = total.approval();
        return approval == null
                ? List.of()
                : approval.levels().stream()
                        .map(level -> new ApprovalRow(
                                words.number(level.level()),
                                words.number(level.wall().n()),
                                words.quantile(level.wall().p50()),
                                words.quantile(level.wall().p90()),
                                level.working().n() == 0
                                        ? Figure.NONE
                                        : words.quantile(level.working().p50()),
                                share(level.share(), words)))
                        .toList();
    }

    private static SilenceRow silence(Silence.Account account, Names names, Words words) {
        PageText text = words.text();
        return new SilenceRow(
                account.rank() == null ? text.notRanked() : words.number(account.rank()),
                names.account(account.account()),
                words.state(account.state()),
                account.state() == Silence.State.POSTS_AND_IGNORES || account.state() == Silence.State.IGNORES,
                words.number(account.turns()),
                words.number(account.amounts().replies()),
                words.number(account.amounts().posts()),
                share(account.amounts().twoWayRatio(), words),
                share(account.amounts().citizens().coverage(), words),
                words.share(account.ignored()),
                account.lastOutbound() == null ? text.never() : words.shortly(account.lastOutbound()));
    }

    private static String share(@Nullable Double share, Words words) {
        return share == null ? Figure.NONE.main() : words.percent(share);
    }
}
