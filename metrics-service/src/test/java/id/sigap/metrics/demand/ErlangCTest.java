package id.sigap.metrics.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErlangCTest {
    @Test
    void onePersonIsTheQueueWhoseAnswerIsKnown() {
        // Given one person, 3 min a message, ten an hour: M/M/1, in which time in all is exponential with μ − λ
        double perSecond = 1 / 180.0 - 10 / 3_600.0;

        // Then
        assertEquals(1 - Math.exp(-perSecond * 600), ErlangC.answeredWithin(1, 10, 180, 600), 1e-12);
    }

    @Test
    void theProbabilityOfWaitingIsTheTextbookSum() {
        // Given five Erlang and eight people, by the formula with factorials
        double load = 5;
        int people = 8;
        double sum = 0;
        double term = 1;
        for (int n = 0; n < people; n++) {
            sum += term;
            term *= load / (n + 1);
        }
        double allBusy = term * people / (people - load);

        // When it is computed by Erlang B's recursion, then it is the same
        double blocked = 1;
        for (int n = 1; n <= people; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        assertEquals(allBusy / (sum + allBusy), ErlangC.waits(people, load, blocked), 1e-12);
    }

    @Test
    void aSimulatedQueueAnswersAsMany() {
        // Given 40 an hour, 4 min each, four people; the same as a simulation with a fixed seed
        Random random = new Random(5);
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < 4; i++) {
            free.add(0.0);
        }
        double at = 0;
        int within = 0;
        int messages = 400_000;
        for (int i = 0; i < messages; i++) {
            at += -Math.log(1 - random.nextDouble()) * 90;
            Double person = free.remove();
            double done = Math.max(at, person) - Math.log(1 - random.nextDouble()) * 240;
            free.add(done);
            within += done - at <= 600 ? 1 : 0;
        }

        // Then both agree to a hundredth
        assertEquals((double) within / messages, ErlangC.answeredWithin(4, 40, 240, 600), 0.01);
    }

    @Test
    void theLeastPeopleReachTheShareAndOneLessDoesNot() {
        for (double perHour : new double[] {1, 7.5, 60, 900}) {
            Integer people = ErlangC.people(perHour, 180, 600, 0.9);
            assertNotNull(people);
            assertTrue(ErlangC.answeredWithin(people, perHour, 180, 600) >= 0.9);
            assertTrue(ErlangC.answeredWithin(people - 1, perHour, 180, 600) < 0.9);
        }
    }

    @Test
    void muchTimeNeedsNoMoreThanWhoKeepsUp() {
        // Given half an Erlang, a minute a message, and a day for each: one person has hours to spare
        assertEquals(1, ErlangC.answeredWithin(1, 30, 60, 86_400), 1e-12);
        assertEquals(1, ErlangC.people(30, 60, 86_400, 0.9));
    }

    @Test
    void nothingNeedsNobodyAndWhatTakesTooLongIsReachedByNobody() {
        assertEquals(0, ErlangC.people(0, 180, 600, 0.9));
        assertNull(ErlangC.people(1, 600, 600, 0.9));
        assertEquals(0, ErlangC.answeredWithin(2, 60, 180, 600));
    }
}
