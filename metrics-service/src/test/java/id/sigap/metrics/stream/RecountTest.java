package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.recount.PublishedCounts;
import id.sigap.metrics.recount.RandomHistory;
import id.sigap.metrics.recount.Recount;
import id.sigap.metrics.recount.TestCalendars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the topology, and through a count of all events at once that knows nothing of it: every figure
 * is the same. {@code -Dsigap.metrics.conversations=10000} tells how many; 120 otherwise.
 */
class RecountTest {
    private static final Logger LOG = Logger.getLogger(RecountTest.class);
    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
    private static final int AT_ONCE = 100;

    @Test
    void everyFigureIsThatOfASlowCountOfTheWholeHistory() {
        int conversations = Integer.getInteger("sigap.metrics.conversations", 120);
        TestCalendars calendars = new TestCalendars();
        long told = 0;
        long figures = 0;
        for (int from = 0; from < conversations; from += AT_ONCE) {
            // Given a history, told in any order and a third of it twice
            List<SigapEvent> happened = RandomHistory.of(from, Math.min(AT_ONCE, conversations - from), START);
            List<SigapEvent> events = RandomHistory.asTold(happened, from);

            // When it goes through the topology
            TreeMap<String, Long> published;
            try (TopologyRun run = new TopologyRun(calendars, Promise.Book.NONE)) {
                events.forEach(run::tell);
                published = PublishedCounts.of(run.buckets().values(), run.lines(), run.activities());
                assertEquals(0, run.ledger().difference());
                assertEquals(List.of(), run.buried);
            }

            // Then what it published is what a count of the whole gives
            TreeMap<String, Long> recounted =
                    PublishedCounts.withoutNames(Recount.of(events, calendars::calendar).counts);
            assertSame(recounted, published, "history " + from);
            told += events.size();
            figures += published.size();
        }
        LOG.infof("%d conversations, %d events, %d figures: all equal", conversations, told, figures);
        assertTrue(figures > conversations);
    }

    /** Names the first difference instead of all of both. */
    private static void assertSame(Map<String, Long> recounted, Map<String, Long> published, String which) {
        Set<String> all = new TreeSet<>(recounted.keySet());
        all.addAll(published.keySet());
        long different = all.stream()
                .filter(key -> !recounted.getOrDefault(key, 0L).equals(published.getOrDefault(key, 0L)))
                .count();
        for (String key : all) {
            assertEquals(
                    recounted.getOrDefault(key, 0L),
                    published.getOrDefault(key, 0L),
                    () -> which + ", the first of " + different + ": " + key);
        }
    }
}
