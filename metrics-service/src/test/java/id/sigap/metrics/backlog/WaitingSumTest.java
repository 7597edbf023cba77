package id.sigap.metrics.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.selection.Turns;
import id.sigap.metrics.turn.TurnRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WaitingSumTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    /** Warned of two minutes before the target, and a deadline by law three days after the start. */
    private static final Promise.Book BOOK = WaitingSumTest::promises;

    @Test
    void everyAgeIsInOneBandAndTheOldestIsNamed() {
        WaitingSum sum = new WaitingSum(NOW, Promise.Book.NONE);
        TurnRow oldest = waits("sebulan", 30 * 24 * HOUR);
        List.of(
                        waits("baru", 0),
                        waits("hampir", 10 * MINUTE - 1),
                        waits("sepuluh", 10 * MINUTE),
                        waits("sejam", HOUR),
                        oldest,
                        waits("sehari", 24 * HOUR))
                .forEach(sum::add);

        Backlog.Waiting waiting = sum.sum();
        assertEquals(6, waiting.count());
        assertEquals(
                List.of(2L, 1L, 1L, 0L, 1L, 0L, 1L),
                waiting.bands().stream().map(Backlog.Band::count).toList());
        assertNull(waiting.bands().get(6).toSeconds());
        assertEquals(604_800, waiting.bands().get(6).fromSeconds());
        Backlog.Oldest named = waiting.oldest();
        assertNotNull(named);
        assertEquals(oldest.caseId(), named.caseId());
        assertEquals(30 * 24 * 3_600, named.seconds());
    }

    @Test
    void dueSoonAndOverdueGoByTheSamePromisesAsAlerts() {
        WaitingSum sum = new WaitingSum(NOW, BOOK);
        sum.add(waits("tenang", 7 * MINUTE));
        sum.add(waits("segera", 8 * MINUTE));
        sum.add(waits("pas", 10 * MINUTE));
        sum.add(waits("lewat", 4 * 24 * HOUR));

        Backlog.Waiting waiting = sum.sum();
        assertEquals(1, waiting.dueSoon());
        assertEquals(2, waiting.overdue());
        assertEquals(1, waiting.overdueByLaw());
        assertEquals(0, waiting.withoutTarget());
    }

    @Test
    void nobodyWaits() {
        Backlog.Waiting waiting = new WaitingSum(NOW, BOOK).sum();
        assertEquals(0, waiting.count());
        assertNull(waiting.oldest());
    }

    private static TurnRow waits(String name, long age) {
        return Turns.waiting(name, NOW - age, NOW - age + 10 * MINUTE);
    }

    private static List<Promise> promises(TurnRow row) {
        long due = Objects.requireNonNull(row.dueAt());
        List<Promise> promises = new ArrayList<>();
        promises.add(new Promise(null, due - 2 * MINUTE, due));
        promises.add(new Promise("legal", row.startsAt() + 48 * HOUR, row.startsAt() + 72 * HOUR));
        return promises;
    }
}
