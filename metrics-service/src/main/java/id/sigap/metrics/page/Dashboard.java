package id.sigap.metrics.page;

import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.figure.ActorFigures;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.ledger.Ledger;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.metrics.responsiveness.Responsiveness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the page shows, as text.
 *
 * @param asOf the moment of the figures
 * @param name who is logged in
 * @param filter the filter as it was given
 * @param rows the figures, all first and then by group
 * @param actors by responder, of all
 * @param parts where the time went, of all
 * @param ledger totals by channel
 * @param balances whether the ledger does
 */
record Dashboard(
        String asOf,
        String name,
        Filter filter,
        List<Row> rows,
        List<Row> actors,
        List<Part> parts,
        List<LedgerRow> ledger,
        boolean balances) {

    /**
     * The filter's fields.
     *
     * @param from day
     * @param to day
     * @param agency id
     * @param choices of grouping
     */
    record Filter(String from, String to, String agency, List<Choice> choices) {
        static Filter of(String from, String to, String agency, String groupBy, Words words) {
            List<Choice> choices = List.of("unit", "channel", "kind", "agency").stream()
                    .map(word -> new Choice(word, words.label(word), word.equals(groupBy)))
                    .toList();
            return new Filter(from, to, agency, choices);
        }
    }

    record Choice(String word, String label, boolean chosen) {}

    record Row(
            String name,
            String n,
            String events,
            String waiting,
            Figure within,
            Figure ignored,
            Figure half,
            Figure nineOfTen) {
        static Row of(String name, Figures figures, Words words) {
            return new Row(
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

    record Part(String name, String mean, String share) {}

    record LedgerRow(
            String channel,
            String received,
            String answered,
            String waiting,
            String needsNoAnswer,
            String closed,
            String withdrawn,
            String excluded) {}

    /** Whether there is anything to show. */
    public boolean empty() {
        return ledger.isEmpty();
    }

    static Dashboard of(
            String person,
            Filter filter,
            Responsiveness all,
            Responsiveness grouped,
            Ledger ledger,
            Names names,
            Words words) {
        Instant now = all.asOf();
        Figures total = all.groups().get(0).figures();
        List<Row> rows = new ArrayList<>();
        grouped.groups().forEach(group -> rows.add(Row.of(names.of(group.group()), group.figures(), words)));
        rows.sort(Comparator.comparing(Row::name));
        rows.add(0, Row.of(words.text().all(), total, words));
        return new Dashboard(
                words.moment(now),
                person,
                filter,
                rows,
                total.byActor().stream().map(actor -> Row.of(actor, words)).toList(),
                parts(total, words),
                ledgerRows(ledger, words),
                ledger.balances());
    }

    private static List<Part> parts(Figures figures, Words words) {
        Decomposition sum = figures.decomposition();
        PageText text = words.text();
        return List.of(
                part(text.ingest(), sum.ingest(), figures, words),
                part(text.triage(), sum.triage(), figures, words),
                part(text.queue(), sum.queue(), figures, words),
                part(text.draft(), sum.draft(), figures, words),
                part(text.approval(), sum.approval(), figures, words),
                part(text.send(), sum.send(), figures, words),
                part(text.firstResponse(), figures.firstResponseMillis(), figures, words));
    }

    private static Part part(String name, long millis, Figures figures, Words words) {
        long total = figures.firstResponseMillis();
        return new Part(
                name,
                figures.events() == 0 ? Figure.NONE.main() : words.millis(millis / figures.events()),
                total == 0 ? Figure.NONE.main() : words.percent((double) millis / total));
    }

    private static List<LedgerRow> ledgerRows(Ledger ledger, Words words) {
        return ledger.lines().stream()
                .collect(Collectors.groupingBy(line -> words.label(line.channel()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> row(
                        entry.getKey(),
                        entry.getValue().stream().map(Ledger.Line::messages).toList(),
                        words))
                .toList();
    }

    private static LedgerRow row(String channel, List<Ledger.Balance> lines, Words words) {
        return new LedgerRow(
                channel,
                sum(lines, Ledger.Balance::received, words),
                sum(lines, Ledger.Balance::answered, words),
                sum(lines, Ledger.Balance::waiting, words),
                sum(lines, Ledger.Balance::needsNoAnswer, words),
                sum(lines, Ledger.Balance::closedWithoutAnswer, words),
                sum(lines, Ledger.Balance::withdrawn, words),
                sum(lines, Ledger.Balance::excluded, words));
    }

    private static String sum(List<Ledger.Balance> lines, ToLongFunction<Ledger.Balance> part, Words words) {
        return words.number(lines.stream().mapToLong(part).sum());
    }
}
