package id.sigap.metrics.page;

import id.sigap.metrics.figure.Share;
import id.sigap.metrics.page.Words.Figure;
import id.sigap.metrics.traffic.Cohorts;
import java.time.LocalDate;
import java.util.List;

/**
 * By when the messages of each day were answered, as text.
 *
 * @param horizons the times that are asked about
 * @param rows the last days, in their order
 */
record CohortRows(List<String> horizons, List<Row> rows) {
    /** As many days as a reader takes in. */
    private static final int MOST = 31;

    record Row(String day, String turns, List<String> shares) {}

    static CohortRows of(Cohorts cohorts, Words words) {
        List<Cohorts.Cohort> days = cohorts.cohorts();
        List<Cohorts.Cohort> newest = days.subList(Math.max(0, days.size() - MOST), days.size());
        return new CohortRows(
                newest.stream()
                        .limit(1)
                        .flatMap(day -> day.answeredBy().stream())
                        .map(share -> words.seconds((double) share.seconds()))
                        .toList(),
                newest.stream()
                        .map(day -> new Row(
                                words.period(
                                        Period.DAY, LocalDate.parse(day.day()).atStartOfDay()),
                                words.number(day.turns()),
                                day.answeredBy().stream()
                                        .map(share -> share(share, words))
                                        .toList()))
                        .toList());
    }

    private static String share(Share share, Words words) {
        return share.share() == null ? Figure.NONE.main() : words.percent(share.share());
    }
}
