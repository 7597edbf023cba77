package id.sigap.metrics.scorecard;

import id.sigap.metrics.page.Words;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.metrics.scorecard.Scorecard.AgencyCard;
import id.sigap.metrics.scorecard.Scorecard.Card;
import id.sigap.metrics.scorecard.Scorecard.Part;
import id.sigap.runtime.language.Language;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as text.
 *
 * @param language in which it is
 * @param month in words
 * @param earlier the month before, if it is published
 * @param later the month behind, if it is published
 * @param query of the month and language as they were asked for, to stay with them
 * @param otherQuery the same in the other language
 * @param data of the month, as the interface for programs is asked for it
 * @param agencies what is shown of each
 */
record ScorecardView(
        Language language,
        String month,
        @Nullable Way earlier,
        @Nullable Way later,
        String query,
        String otherQuery,
        String data,
        List<AgencyView> agencies) {

    /** To another month. */
    record Way(String query, String label) {}

    /**
     * One agency.
     *
     * @param all its figures
     * @param byActor who answered in time
     * @param coverage of its citizens; nothing if not shown
     * @param frame what another site writes to show it
     */
    record AgencyView(
            String id,
            String name,
            Row all,
            List<Actor> byActor,
            @Nullable Figure coverage,
            List<Row> channels,
            List<Row> kinds,
            String frame) {

        /** Whether there are figures. */
        public boolean shown() {
            return all.shown();
        }
    }

    /** Who answered so much of all within the target. */
    record Actor(String name, String within) {}

    /** Figures of all or of a part; without them if they are not shown. */
    record Row(String name, boolean shown, String turns, String within, String ignored, Figure median) {
        static Row of(String name, Card card, Words words) {
            return new Row(
                    name,
                    card.shown(),
                    card.turns() == null ? "" : words.number(card.turns()),
                    percent(card.within(), words),
                    percent(card.ignored(), words),
                    card.median() == null ? Figure.NONE : words.quantile(card.median()));
        }
    }

    /** The agency of a page of one. */
    public AgencyView agency() {
        return agencies.get(0);
    }

    static ScorecardView of(Scorecard card, YearMonth month, Instant now, String asked, URI base, Words words) {
        Language language = words.language();
        return new ScorecardView(
                language,
                words.month(month),
                way(month.minusMonths(1), now, words),
                way(month.plusMonths(1), now, words),
                query(asked, language),
                query(asked, language.other()),
                asked.isEmpty() ? "" : "month=" + asked,
                card.agencies().stream()
                        .map(agency -> view(agency, base, words))
                        .toList());
    }

    private static AgencyView view(AgencyCard card, URI base, Words words) {
        URI embedded = base.resolve("/publik/" + card.agency() + "/sematan");
        return new AgencyView(
                card.agency(),
                card.name(),
                Row.of(card.name(), card.all(), words),
                card.byActor().stream()
                        .map(actor -> new Actor(words.label(actor.actor().wire()), words.percent(actor.within())))
                        .toList(),
                card.coverage() == null
                        ? null
                        : new Figure(
                                words.percent(card.coverage().answered()),
                                words.text().of(words.number(card.coverage().citizens()))),
                rows(card.channels(), words),
                rows(card.kinds(), words),
                "<iframe src=\"" + embedded + "\" width=\"360\" height=\"400\" title=\""
                        + card.name().replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>");
    }

    private static List<Row> rows(List<Part> parts, Words words) {
        return parts.stream()
                .map(part -> Row.of(words.label(part.name()), part.card(), words))
                .toList();
    }

    private static @Nullable Way way(YearMonth month, Instant now, Words words) {
        return Months.published(month, now)
                ? new Way(query(month.toString(), words.language()), words.month(month))
                : null;
    }

    private static String query(String month, Language language) {
        String bahasa = "?bahasa=" + language.tag();
        return month.isEmpty() ? bahasa : bahasa + "&bulan=" + month;
    }

    private static String percent(@Nullable Double share, Words words) {
        return share == null ? words.text().notYetKnown() : words.percent(share);
    }
}
