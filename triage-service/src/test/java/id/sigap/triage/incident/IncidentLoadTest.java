package id.sigap.triage.incident;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A million messages: memory does not grow, and the time for one stays far below that of the triage itself. */
class IncidentLoadTest {
    /** Enough to fill everything that is kept; {@code -Dsigap.incident.messages=1000000} sends more. */
    private static final int MESSAGES = Integer.getInteger("sigap.incident.messages", 80_000);

    private static final int WORDS = 14;
    private static final int VOCABULARY = 60_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    @Test
    void memoryIsBounded() {
        // Given an agency, and words as unevenly used as those of a language
        Incidents incidents = new Incidents(OrdinaryWords.NONE, Duration.ofHours(2));
        Random random = new Random(1);

        // When a tenth of a million messages has come in, and when all have
        send(incidents, random, 0, MESSAGES / 10);
        long before = used();
        long started = System.nanoTime();
        send(incidents, random, MESSAGES / 10, MESSAGES);
        double micros = (System.nanoTime() - started) / 1e3 / (MESSAGES * 0.9);
        long grown = used() - before;

        // Then
        System.out.printf(
                "incidents: %.1f µs a message, %d kB more after %d messages%n", micros, grown / 1024, MESSAGES);
        assertTrue(grown < MOST_BYTES, () -> grown + " bytes");
        assertTrue(incidents.take("a", sketch(random, MESSAGES), Instant.EPOCH).message() != null);
    }

    /** A thousand a second; every fifth message speaks of one of twenty events that come and go. */
    private static void send(Incidents incidents, Random random, int from, int to) {
        for (int i = from; i < to; i++) {
            incidents.take("a", sketch(random, i), Instant.EPOCH);
        }
    }

    private static Sketch sketch(Random random, int number) {
        int[] terms = new int[WORDS];
        int event = random.nextInt(5) == 0 ? number / 50_000 + 1 : 0;
        for (int i = 0; i < WORDS; i++) {
            // Zipf's law, as it is for words: the n-th word is used 1/n as often as the first.
            int word = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
            terms[i] = event > 0 && i < 5 ? hash(-event * 8 - random.nextInt(8)) : hash(word);
        }
        return new Sketch(
                new UUID(1, number),
                new UUID(2, random.nextInt(200_000)),
                1_700_000_000_000L + number,
                "kereta",
                true,
                new Terms(terms, 1));
    }

    private static int hash(int word) {
        return TermFinder.topic(Integer.toString(word));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
