package id.sigap.metrics.turn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import id.sigap.metrics.recount.RandomHistory;
import id.sigap.metrics.recount.TestCalendars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConversationFoldTest {
    private static final Instant T0 = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void anyOrderAndAnyRepetitionEndInTheSameBytesAndTheLedgerBalancesThroughout() {
        for (int seed = 0; seed < 100; seed++) {
            // Given a history, and the same events shuffled, a third of them told twice
            List<SigapEvent> events = RandomHistory.of(seed, 6, T0);
            List<SigapEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, events.size() / 3));
            Collections.shuffle(shuffled, new Random(seed));
            FoldedWorld inOrder = new FoldedWorld(new TestCalendars());
            FoldedWorld outOfOrder = new FoldedWorld(new TestCalendars());

            // When both are told
            events.forEach(inOrder::tell);
            for (SigapEvent event : shuffled) {
                outOfOrder.tell(event);
                assertTrue(outOfOrder.balances(), () -> "after " + event.type() + ": " + outOfOrder.lines);
            }

            // Then nothing tells them apart
            assertEquals(inOrder.content(), outOfOrder.content(), "seed " + seed);
            inOrder.conversations.forEach(
                    (key, stored) -> assertArrayEquals(stored, outOfOrder.conversations.get(key)));
            assertTrue(inOrder.ledger().received() > 0);
        }
    }

    @Test
    void whetherEventsAreFoldedOneByOneOrTogetherMakesNoDifference() {
        for (int seed = 0; seed < 100; seed++) {
            // Given a history in any order, a third of it told twice, cut into pieces of up to twenty events
            List<SigapEvent> events = new ArrayList<>(RandomHistory.of(seed, 6, T0));
            events.addAll(events.subList(0, events.size() / 3));
            Random random = new Random(seed);
            Collections.shuffle(events, random);
            FoldedWorld oneByOne = new FoldedWorld(new TestCalendars());
            FoldedWorld together = new FoldedWorld(new TestCalendars());

            // When each event is folded by itself, and those of a piece together
            events.forEach(oneByOne::tell);
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + random.nextInt(20));
                together.tellTogether(events.subList(from, to));
                assertTrue(together.balances(), () -> "ledger: " + together.lines);
                from = to;
            }

            // Then records and figures are the same
            assertEquals(oneByOne.content(), together.content(), "seed " + seed);
            assertEquals(oneByOne.conversations.keySet(), together.conversations.keySet());
            oneByOne.conversations.forEach((key, stored) -> assertArrayEquals(stored, together.conversations.get(key)));
        }
    }

    @Test
    void whatComesTogetherAndFillsTheRecordIsFoldedOneByOne() {
        // Given a flood in one piece, and a citizen who is answered each time
        List<SigapEvent> flood = new ArrayList<>();
        List<SigapEvent> talk = new ArrayList<>();
        Citizen flooding = Citizen.onWhatsApp("banjir");
        Citizen faithful = Citizen.onWhatsApp("setia");
        for (int i = 0; i < 260; i++) {
            flood.add(flooding.wrote("m" + i, T0.plusSeconds(i)));
            Instant at = T0.plusSeconds(120L * i);
            MessageReceived message = faithful.wrote("m" + i, at);
            talk.addAll(List.of(
                    message,
                    faithful.understood(message, Kind.COMPLAINT),
                    faithful.answered("r" + i, Actor.HUMAN, at.plusSeconds(60), "m" + i)));
        }

        // When all of it is folded at once
        FoldedWorld flooded = new FoldedWorld();
        flooded.tellTogether(flood);
        FoldedWorld answered = new FoldedWorld();
        answered.tellTogether(talk);

        // Then the bound holds, and nothing that was counted is lost
        assertEquals(new LedgerCount(260, 0, 200, 0, 0, 0, 60), flooded.ledger());
        assertEquals(new LedgerCount(260, 260, 0, 0, 0, 0, 0), answered.ledger());
        assertEquals(260, answered.turns(Outcome.ANSWERED_HUMAN));
    }

    @Test
    void endlessConversationStaysBoundedAndKeepsItsCounts() {
        FoldedWorld world = new FoldedWorld();
        Citizen citizen = Citizen.onWhatsApp("setia");
        for (int i = 0; i < 600; i++) {
            Instant at = T0.plusSeconds(120L * i);
            say(world, citizen, "m" + i, at);
            world.tell(citizen.answered("r" + i, Actor.HUMAN, at.plusSeconds(60), "m" + i));
            if (i % 100 == 0) {
                // A redelivery of what has long left the record
                world.tell(citizen.wrote("m" + i / 2, T0.plusSeconds(120L * (i / 2))));
            }
        }
        assertEquals(600, world.turns(Outcome.ANSWERED_HUMAN));
        assertEquals(0, world.turns(Outcome.WAITING));
        assertEquals(new LedgerCount(600, 600, 0, 0, 0, 0, 0), world.ledger());
        byte[] stored = world.conversations.values().iterator().next();
        assertTrue(stored.length < 80_000, () -> stored.length + " bytes");
    }

    @Test
    void floodThatNobodyAnswersIsCountedAsExcludedBeyondTheBound() {
        FoldedWorld world = new FoldedWorld();
        Citizen citizen = Citizen.onWhatsApp("banjir");
        for (int i = 0; i < 260; i++) {
            say(world, citizen, "m" + i, T0.plusSeconds(i));
        }
        assertEquals(1, world.turns(Outcome.WAITING));
        assertEquals(new LedgerCount(260, 0, 200, 0, 0, 0, 60), world.ledger());
    }

    @Test
    void aWithdrawnAnswerIsNoResponseWhicheverIsToldFirst() {
        Citizen citizen = Citizen.onWhatsApp("warga");
        SigapEvent sent = citizen.answered("r1", Actor.HUMAN, T0.plusSeconds(60), "a");
        SigapEvent gone = citizen.answerWithdrawn("r1", T0.plusSeconds(90));
        for (List<SigapEvent> order : List.of(List.of(sent, gone), List.of(gone, sent, gone))) {
            FoldedWorld world = new FoldedWorld();
            say(world, citizen, "a", T0);
            order.forEach(world::tell);

            // Then the citizen waits since they wrote
            assertEquals(1, world.turns(Outcome.WAITING));
            assertEquals(0, world.turns(Outcome.ANSWERED_HUMAN));
            assertEquals(new LedgerCount(1, 0, 1, 0, 0, 0, 0), world.ledger());

            // And the next answer is the response
            world.tell(citizen.answered("r2", Actor.HUMAN, T0.plusSeconds(300), "a"));
            assertEquals(1, world.turns(Outcome.ANSWERED_HUMAN));
            assertEquals(0, world.turns(Outcome.WAITING));
        }
    }

    @Test
    void whatIsPerhapsSpamWaitsUntilAPersonSaysSo() {
        // Given a message that triage is unsure is spam, which has a case at the desk
        FoldedWorld world = new FoldedWorld();
        Citizen citizen = Citizen.onWhatsApp("warga");
        MessageReceived message = citizen.wrote("a", T0);
        world.tell(message);
        world.tell(citizen.guessed(message, Kind.SPAM));

        // Then it waits
        assertEquals(new LedgerCount(1, 0, 1, 0, 0, 0, 0), world.ledger());

        // When a person says that it is spam, then it is excluded
        world.tell(citizen.reclassified("a", Kind.SPAM, Kind.SPAM, T0.plusSeconds(60)));
        assertEquals(new LedgerCount(1, 0, 0, 0, 0, 0, 1), world.ledger());
    }

    @Test
    void fullBucketRoundsFurtherAndLosesNoTurn() {
        BucketContent content = BucketContent.NONE;
        Random random = new Random(1);
        for (int i = 0; i < 9_000; i++) {
            content = content.plus(BucketContent.change(oneTurn(random), i));
        }
        assertTrue(content.size() <= BucketContent.MOST_COUNTS);
        ResponsivenessBucket published = content.published(BUCKET);
        assertEquals(9_000, published.cells().stream().mapToLong(Cell::count).sum());
        assertTrue(published.rounding() > 0);
        assertArrayEquals(content.toBytes(), BucketContent.of(content.toBytes()).toBytes());
    }

    @Test
    void whatWasPutIntoAFullBucketCanBeTakenOut() {
        Random random = new Random(2);
        BucketContent content = BucketContent.NONE;
        List<Counts> turns = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            turns.add(oneTurn(random));
        }
        for (Counts turn : turns) {
            content = content.plus(BucketContent.change(turn, 0));
        }
        for (Counts turn : turns) {
            content = content.plus(BucketContent.change(Counts.NONE.minus(turn), 0));
        }
        assertEquals(0, content.size());
    }

    private static final BucketKey BUCKET = new BucketKey("a", "u", Channel.WHATSAPP, Kind.COMPLAINT, 0);

    private static Counts oneTurn(Random random) {
        long lasted = Rounding.lasted(random.nextInt(4_000_000));
        TreeMap<CountKey, Long> counts = new TreeMap<>();
        CountKey.Writer turn = new CountKey.Writer().text("akun").text("kereta");
        BucketCounts.turn(turn, random.nextInt(361), Outcome.ANSWERED_HUMAN, lasted, lasted, 0, 600_000L);
        counts.put(turn.key(), 1L);
        CountKey.Writer millis = new CountKey.Writer().text("akun").text("kereta");
        BucketCounts.millis(millis, 0);
        counts.put(millis.key(), lasted);
        return Counts.of(counts);
    }

    @Test
    void roundingIsUpAndExactForWholeUnits() {
        assertEquals(600_000, Rounding.lasted(600_000));
        assertEquals(601_000, Rounding.lasted(600_400));
        assertEquals(10_800_000, Rounding.lasted(10_800_000));
        assertEquals(86_400_000, Rounding.lasted(86_399_001));
        assertEquals(350, Rounding.lasted(342));
        assertEquals(360, Rounding.slot(T0.toEpochMilli() - 1));
        assertEquals(0, Rounding.slot(T0.toEpochMilli()));
    }

    private static void say(FoldedWorld world, Citizen citizen, String name, Instant at) {
        MessageReceived message = citizen.wrote(name, at);
        world.tell(message);
        world.tell(citizen.understood(message, Kind.QUESTION));
    }
}
