package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import id.sigap.metrics.Histories;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.turn.LedgerCount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class MetricsTopologyTest {
    private static final Instant T0 = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void goldenCaseHoldsToTheDigit() {
        try (TopologyRun run = new TopologyRun()) {
            // Given ten turns at one t0, of which six are answered after 1, 2, 3, 4, 5 and 60 minutes
            int[] minutes = {1, 2, 3, 4, 5, 60};
            for (int i = 0; i < 10; i++) {
                Citizen citizen = Citizen.onWhatsApp("warga-" + i);
                MessageReceived message = citizen.wrote("m", T0);
                run.tell(message);
                run.tell(citizen.understood(message, Kind.COMPLAINT));
                if (i < minutes.length) {
                    run.tell(citizen.answered("r", Actor.HUMAN, T0.plus(Duration.ofMinutes(minutes[i])), "m"));
                }
            }

            // When the figures are read at t0 + 120 min
            Figures figures = run.figures(T0.plus(Duration.ofHours(2)));

            // Then they are those of the definition
            assertEquals(10, figures.n());
            assertEquals(6, figures.events());
            assertEquals(4, figures.waiting());
            assertEquals(300.0, figures.p50().seconds());
            assertFalse(figures.p50().notReached());
            assertNull(figures.p90().seconds());
            assertTrue(figures.p90().notReached());
            assertEquals(0.5, figures.within().share());
            assertNull(figures.ignored().share());
            assertEquals(75 * 60_000, figures.parts().total());
            assertEquals(Long.valueOf(figures.parts().total()), figures.firstResponseMillis());
            assertEquals(new LedgerCount(10, 6, 4, 0, 0, 0, 0), run.ledger());
        }
    }

    @Test
    void sameEventsTwiceCountOnce() {
        try (TopologyRun once = new TopologyRun();
                TopologyRun twice = new TopologyRun()) {
            for (SigapEvent event : Histories.of(7, 3, T0)) {
                once.tell(event);
                twice.tell(event);
                twice.tell(event);
            }
            assertEquals(once.content(), twice.content());
        }
    }

    @Test
    void anyOrderGivesTheSameFigures() {
        List<SigapEvent> events = Histories.of(3, 4, T0);
        List<SigapEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(3));
        try (TopologyRun inOrder = new TopologyRun();
                TopologyRun outOfOrder = new TopologyRun()) {
            events.forEach(inOrder::tell);
            shuffled.forEach(outOfOrder::tell);
            assertEquals(inOrder.content(), outOfOrder.content());
            assertEquals(0, outOfOrder.ledger().difference());
        }
    }

    @Test
    void severalMessagesInARowAreOneTurnFromTheFirst() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.OTHER);
            say(run, citizen, "b", T0.plusSeconds(30), Kind.COMPLAINT);
            run.tell(citizen.answered("r", Actor.AUTOMATIC, T0.plusSeconds(90), "a", "b"));

            Figures figures = run.figures(T0.plusSeconds(3_600));
            assertEquals(1, figures.n());
            assertEquals(90.0, figures.p50().seconds());
            assertEquals(Kind.COMPLAINT, only(run).kind());
            assertEquals(2, run.ledger().answered());
        }
    }

    @Test
    void thanksAfterAnAnswerOpensNoTurn() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.QUESTION);
            run.tell(citizen.answered("r", Actor.HUMAN, T0.plusSeconds(60), "a"));
            say(run, citizen, "terima kasih", T0.plusSeconds(90), Kind.PRAISE);
            // Even if it is answered politely, it was no turn.
            run.tell(citizen.answered("sama-sama", Actor.AUTOMATIC, T0.plusSeconds(91), "terima kasih"));

            assertEquals(1, run.figures(T0.plusSeconds(3_600)).n());
            assertEquals(new LedgerCount(2, 1, 0, 1, 0, 0, 0), run.ledger());
        }
    }

    @Test
    void acknowledgementIsNoResponse() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.COMPLAINT);
            run.tell(
                    citizen.reply("ack", Actor.AUTOMATIC, false, List.of(), T0.plusSeconds(1), T0.plusSeconds(2), "a"));
            assertEquals(1, run.figures(T0.plusSeconds(60)).waiting());
        }
    }

    @Test
    void reclassifyingRestatesHistory() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.SPAM);
            assertEquals(0, run.figures(T0.plusSeconds(60)).n());
            assertEquals(1, run.ledger().excluded());

            run.tell(citizen.reclassified("a", Kind.SPAM, Kind.COMPLAINT, T0.plus(Duration.ofDays(2))));
            assertEquals(Kind.COMPLAINT, only(run).kind());
            assertEquals(T0, only(run).hour());
            assertEquals(1, run.ledger().waiting());
            long revision = only(run).revision();

            run.tell(citizen.reclassified("a", Kind.COMPLAINT, Kind.QUESTION, T0.plus(Duration.ofDays(3))));
            run.tell(citizen.reclassified("a", Kind.QUESTION, Kind.COMPLAINT, T0.plus(Duration.ofDays(4))));
            assertEquals(Kind.COMPLAINT, only(run).kind());
            assertTrue(only(run).revision() > revision);
        }
    }

    @Test
    void withdrawnCompetesAndDoesNotVanish() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.COMPLAINT);
            run.tell(citizen.withdrew("a", T0.plusSeconds(300)));

            Figures figures = run.figures(T0.plus(Duration.ofHours(25)));
            assertEquals(1, figures.n());
            assertEquals(1, figures.withdrawn());
            assertEquals(0, figures.within().count());
            assertEquals(1, figures.within().matured());
            assertEquals(0, figures.ignored().count());
            assertTrue(figures.p50().notReached());
            assertEquals(1, run.ledger().withdrawn());
        }
    }

    @Test
    void closingWithoutAnAnswerCountsAsIgnoredAndReopeningStartsAnew() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.COMPLAINT);
            run.tell(citizen.closed(Disposition.WITHOUT_ANSWER, T0.plusSeconds(300), "a"));
            Instant nextDay = T0.plus(Duration.ofHours(25));
            assertEquals(1, run.figures(nextDay).ignored().count());

            run.tell(citizen.reopened("budi", T0.plusSeconds(600)));
            assertEquals(1, run.figures(nextDay).waiting());
            run.tell(citizen.answered("r", Actor.HUMAN, T0.plusSeconds(660), "a"));
            Figures figures = run.figures(nextDay);
            assertEquals(2, figures.n());
            assertEquals(60_000, figures.parts().total());
            assertEquals(new LedgerCount(1, 0, 0, 0, 1, 0, 0), run.ledger());
        }
    }

    @Test
    void decompositionIsTakenApartAndSumsExactly() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.COMPLAINT);
            run.tell(citizen.reply(
                    "r",
                    Actor.APPROVED_DRAFT,
                    true,
                    List.of(
                            new Approval(1, T0.plusSeconds(40), T0.plusSeconds(70), "budi"),
                            new Approval(2, T0.plusSeconds(70), T0.plusSeconds(100), "rina")),
                    T0.plusSeconds(30),
                    T0.plusSeconds(100).plusMillis(333),
                    "a"));

            // Drafted at 10 s, submitted at 40 s, decided at 100 s
            assertEquals(
                    new Decomposition(400, 200, 9_400, 30_000, 60_000, 333),
                    only(run).decomposition());
            assertEquals(100_333, run.figures(T0.plusSeconds(600)).parts().total());
        }
    }

    @Test
    void reroutedTurnMovesToItsUnit() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            say(run, citizen, "a", T0, Kind.COMPLAINT);
            run.tell(citizen.routed(null, "layanan-udara", T0.plusSeconds(5)));
            assertEquals("layanan-udara", only(run).unit());
        }
    }

    @Test
    void whatCannotBeReadIsBuriedWithItsReasonAndThePartitionGoesOn() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen citizen = Citizen.onWhatsApp("warga");
            RecordHeaders headers = new RecordHeaders();
            headers.add("ce_type", "id.sigap.message.received".getBytes(StandardCharsets.UTF_8));

            run.raw(Topics.MESSAGES, "k", "{oops".getBytes(StandardCharsets.UTF_8), headers, T0);
            run.tell(new Citizen("kemenhub-contoh", "palsu", Channel.WHATSAPP, "x").wrote("a", T0));
            say(run, citizen, "a", T0, Kind.COMPLAINT);

            TestRecord<byte[], byte[]> letter = run.nextDeadLetter(Topics.MESSAGES);
            assertEquals("{oops", new String(letter.value(), StandardCharsets.UTF_8));
            assertNotNull(letter.headers().lastHeader("dead-letter-reason"));
            assertEquals(List.of(Topics.MESSAGES, Topics.MESSAGES), run.buried);
            assertEquals(1, run.figures(T0.plusSeconds(60)).waiting());
        }
    }

    @Test
    void settledConversationsLeaveAndWhatTheyCountedStays() {
        try (TopologyRun run = new TopologyRun()) {
            Citizen settled = Citizen.onWhatsApp("selesai");
            say(run, settled, "a", T0, Kind.COMPLAINT);
            run.tell(settled.answered("r", Actor.HUMAN, T0.plusSeconds(60), "a"));
            Citizen waiting = Citizen.onWhatsApp("menunggu");
            say(run, waiting, "a", T0, Kind.COMPLAINT);

            say(run, Citizen.onWhatsApp("baru"), "a", T0.plus(Duration.ofDays(46)), Kind.COMPLAINT);
            run.pass(Duration.ofMinutes(2));

            assertEquals(2, run.conversations());
            assertEquals(3, run.ledger().received());
            assertEquals(1, run.ledger().answered());
        }
    }

    @Test
    void whatWasReadIsPassedOnWithItsCommitAndNotOnlyByTheClock() {
        try (TopologyRun run = new TopologyRun()) {
            // When events are read and committed, and the clock stands still
            say(run, Citizen.onWhatsApp("warga"), "a", T0, Kind.COMPLAINT);

            // Then what they change has left, and is summed and published
            assertTrue(run.travelled(MetricsTopology.BUCKET_CHANGES) > 0);
            assertEquals(1, run.conversations());
            assertEquals(1, run.restorable(MetricsTopology.BUCKETS).size());
        }
    }

    @Test
    void whatWasPublishedIsNotPendingAnyMore() {
        try (TopologyRun run = new TopologyRun()) {
            // Given changes that were committed as pending
            say(run, Citizen.onWhatsApp("warga"), "a", T0, Kind.COMPLAINT);

            // When they are published
            assertEquals(1, run.figures(T0.plusSeconds(60)).waiting());

            // Then a successor finds nothing of them
            assertEquals(Map.of(), run.restorable("pending-" + MetricsTopology.BUCKETS));
        }
    }

    private static void say(TopologyRun run, Citizen citizen, String name, Instant at, Kind kind) {
        MessageReceived message = citizen.wrote(name, at);
        run.tell(message);
        run.tell(citizen.understood(message, kind));
    }

    private static ResponsivenessBucket only(TopologyRun run) {
        assertEquals(1, run.buckets().size(), () -> run.buckets().keySet().toString());
        return run.buckets().values().iterator().next();
    }
}
