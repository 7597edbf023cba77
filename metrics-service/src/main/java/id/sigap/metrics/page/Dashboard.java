package id.sigap.metrics.page;

import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.figure.ActorFigures;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.ledger.Ledger;
import id.sigap.metrics.responsiveness.Responsiveness;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final DateTimeFormatter WIB = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu HH.mm.ss", Locale.forLanguageTag("id-ID"))
            .withZone(ZoneId.of("Asia/Jakarta"));

    /**
     * The filter's fields.
     *
     * @param from day
     * @param to day
     * @param groupBy word
     * @param agency id
     */
    record Filter(String from, String to, String groupBy, String agency) {
        /** The choices of grouping that the page offers. */
        public List<Choice> choices() {
            return List.of("unit", "channel", "kind", "agency").stream()
                    .map(word -> new Choice(word, Words.label(word), word.equals(groupBy)))
                    .toList();
        }
    }

    record Choice(String word, String label, boolean chosen) {}

    record Row(
            String name,
            String n,
            String events,
            String waiting,
            String within,
            String ignored,
            String p50,
            String interval,
            String p90) {
        static Row of(String name, Figures figures) {
            return new Row(
                    name,
                    Words.number(figures.n()),
                    Words.number(figures.events()),
                    Words.number(figures.waiting()),
                    Words.share(figures.within()),
                    Words.share(figures.ignored()),
                    Words.quantile(figures.p50()),
                    Words.interval(figures.p50()),
                    Words.quantile(figures.p90()));
        }

        static Row of(ActorFigures actor) {
            return new Row(
                    Words.label(actor.actor().wire()),
                    "",
                    Words.number(actor.events()),
                    "",
                    Words.share(actor.within()),
                    "",
                    Words.quantile(actor.p50()),
                    Words.interval(actor.p50()),
                    Words.quantile(actor.p90()));
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

    static Dashboard of(
            String name, Filter filter, Responsiveness all, Responsiveness grouped, Ledger ledger, Instant now) {
        Figures total = all.groups().get(0).figures();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Semua", total));
        grouped.groups()
                .forEach(group -> rows.add(Row.of(
                        group.group().values().stream().map(Words::label).collect(Collectors.joining(" · ")),
                        group.figures())));
        return new Dashboard(
                WIB.format(now) + " WIB",
                name,
                filter,
                rows,
                total.byActor().stream().map(Row::of).toList(),
                parts(total),
                ledgerRows(ledger),
                ledger.balances());
    }

    private static List<Part> parts(Figures figures) {
        Decomposition sum = figures.decomposition();
        return List.of(
                part("Masuk (kanal sampai diterima)", sum.ingest(), figures),
                part("Pemilahan", sum.triage(), figures),
                part("Antrean sampai ada draf", sum.queue(), figures),
                part("Penyusunan", sum.draft(), figures),
                part("Persetujuan", sum.approval(), figures),
                part("Pengiriman", sum.send(), figures),
                part("Jumlah = respons pertama", figures.firstResponseMillis(), figures));
    }

    private static Part part(String name, long millis, Figures figures) {
        long total = figures.firstResponseMillis();
        return new Part(
                name,
                figures.events() == 0 ? "–" : Words.millis(millis / figures.events()),
                total == 0 ? "–" : Math.round(1_000.0 * millis / total) / 10.0 + " %");
    }

    private static List<LedgerRow> ledgerRows(Ledger ledger) {
        return ledger.lines().stream()
                .collect(Collectors.groupingBy(line -> Words.label(line.channel()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> row(
                        entry.getKey(),
                        entry.getValue().stream().map(Ledger.Line::messages).toList()))
                .toList();
    }

    private static LedgerRow row(String channel, List<Ledger.Balance> lines) {
        return new LedgerRow(
                channel,
                sum(lines, Ledger.Balance::received),
                sum(lines, Ledger.Balance::answered),
                sum(lines, Ledger.Balance::waiting),
                sum(lines, Ledger.Balance::needsNoAnswer),
                sum(lines, Ledger.Balance::closedWithoutAnswer),
                sum(lines, Ledger.Balance::withdrawn),
                sum(lines, Ledger.Balance::excluded));
    }

    private static String sum(List<Ledger.Balance> lines, ToLongFunction<Ledger.Balance> part) {
        return Words.number(lines.stream().mapToLong(part).sum());
    }
}
