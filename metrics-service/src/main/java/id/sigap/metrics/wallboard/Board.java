package id.sigap.metrics.wallboard;

import id.sigap.contracts.directory.Agency;
import id.sigap.metrics.backlog.Backlog;
import id.sigap.metrics.live.LiveFigures;
import id.sigap.metrics.page.Words;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.runtime.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this moment, as text. Ages are moments, which the page's script counts on from.
 *
 * @param language of the page
 * @param now the server's time, ms, as the browser's clock may be wrong
 * @param asOf the moment in words
 * @param agency whose
 * @param agencyName as people know it
 * @param others the reader's agencies; none if there is but one
 * @param total of all channels
 * @param channels one by one
 */
record Board(
        Language language,
        long now,
        String asOf,
        String agency,
        String agencyName,
        List<Other> others,
        Line total,
        List<Line> channels) {

    /** One of the reader's agencies. */
    record Other(String id, String name, boolean here) {}

    /**
     * One channel, or all.
     *
     * @param oldestSince since when the oldest waits, ms; absent if none waits
     * @param oldest how long that is, in words
     * @param overdue whose target or deadline by law has passed
     * @param within of today's that can be judged
     */
    record Line(
            String name,
            String waiting,
            @Nullable Long oldestSince,
            String oldest,
            String dueSoon,
            boolean soon,
            String overdue,
            boolean late,
            Figure within) {
        static Line of(String name, LiveFigures.Now now, Words words) {
            Backlog.Oldest oldest = now.oldest();
            long overdue = now.overdue() + now.overdueByLaw();
            LiveFigures.Today today = now.today();
            return new Line(
                    name,
                    words.number(now.waiting()),
                    oldest == null ? null : Long.valueOf(oldest.startsAt().toEpochMilli()),
                    oldest == null ? Figure.NONE.main() : words.seconds((double) oldest.seconds()),
                    words.number(now.dueSoon()),
                    now.dueSoon() > 0,
                    words.number(overdue),
                    overdue > 0,
                    today.share() == null
                            ? Figure.NONE
                            : new Figure(
                                    words.percent(today.share()), words.text().of(words.number(today.judged()))));
        }
    }

    static Board of(LiveFigures figures, List<Agency> theirs, Words words) {
        String agency = figures.agency();
        return new Board(
                words.language(),
                figures.asOf().toEpochMilli(),
                words.moment(figures.asOf()),
                agency,
                theirs.stream()
                        .filter(one -> one.id().equals(agency))
                        .map(Agency::name)
                        .findFirst()
                        .orElse(agency),
                theirs.size() < 2
                        ? List.of()
                        : theirs.stream()
                                .map(one ->
                                        new Other(one.id(), one.name(), one.id().equals(agency)))
                                .toList(),
                Line.of(words.text().all(), figures.total(), words),
                figures.channels().stream()
                        .map(one -> Line.of(words.label(one.channel()), one.now(), words))
                        .toList());
    }
}
