package id.sigap.triage.incident;

import static id.sigap.triage.incident.Disruption.BOGOR;
import static id.sigap.triage.incident.Disruption.PASSENGERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.IncidentSketched;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SketchedIncident;
import id.sigap.contracts.event.SketchedMessage;
import id.sigap.contracts.event.SurgeDetected;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.Triager;
import id.sigap.triage.incident.Disruption.Message;
import id.sigap.triage.incident.Incidents.Taken;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole triage without Kafka: what is said of a message is what would be published. */
class IncidentsTest {
    private static final Agency AGENCY = DemoDirectory.kemenhub();
    private static final OrdinaryWords WORDS = Disruption.ordinary();
    private static final Triager TRIAGER = BundledTriage.TRIAGER;
    private static final TermFinder TERMS = new TermFinder(WORDS);
    private static final Duration WINDOW = Duration.ofHours(2);
    private static final Map<String, Understood> UNDERSTOOD = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneIncidentHoldsTheDisruption(long seed) {
        // Given 300 messages of one failed line within six minutes of an hour of 1 000 others
        List<Message> day =
                Disruption.with(seed).others(1_000).event(BOGOR, 300).messages();

        // When they come in
        Instance instance = new Instance();
        instance.take(day);

        // Then one incident is found within a minute of the tenth message and holds them, and hardly anything else
        Held held = instance.held(BOGOR);
        Duration found = Duration.between(nth(day, BOGOR, 10), instance.firstTold(BOGOR));
        print("seed " + seed, held, found);
        assertTrue(held.share() >= 0.90, held::toString);
        assertTrue(held.strangers() <= 0.05, held::toString);
        assertTrue(found.toSeconds() <= 60, found::toString);
    }

    @Test
    void otherPassengersAreNoPartOfIt() {
        // Given that also a hundred train passengers write of something else
        List<Message> day = Disruption.with(21)
                .others(900)
                .scattered(PASSENGERS, 100)
                .event(BOGOR, 300)
                .messages();
        Instance instance = new Instance();
        instance.take(day);
        Held held = instance.held(BOGOR);
        print("other passengers", held, Duration.ZERO);
        assertTrue(held.share() >= 0.90, held::toString);
        assertTrue(held.strangers() <= 0.07, held::toString);
    }

    @Test
    void anOrdinaryHourHasNoSurge() {
        Instance instance = new Instance();
        instance.take(Disruption.with(23).others(3_000).messages());
        assertEquals(List.of(), instance.surges);
    }

    @Test
    void aSurgeIsToldAtTenAndAtEachDoubling() {
        // Given
        Instance instance = new Instance();

        // When
        instance.take(Disruption.with(1).others(1_000).event(BOGOR, 300).messages());

        // Then
        List<Integer> sizes = instance.surges.stream().map(SurgeDetected::size).toList();
        assertEquals(sizes.stream().sorted().distinct().toList(), sizes);
        assertTrue(sizes.get(0) <= 20, sizes::toString);
        assertTrue(sizes.stream().allMatch(List.of(10, 20, 40, 80, 160, 320)::contains), sizes::toString);
        assertTrue(sizes.contains(160), sizes::toString);
        SurgeDetected last = instance.surges.get(instance.surges.size() - 1);
        assertEquals("kereta", last.topic().substring(0, 6));
        assertEquals(5, last.sample().size());
        assertEquals(
                1,
                instance.surges.stream().map(SurgeDetected::incident).distinct().count());
    }

    @Test
    void twoInstancesComeToTheSameIncident() {
        // Given two instances, each with half of the conversations, that hear of each other a little later
        List<Message> day = Disruption.with(3).others(1_000).event(BOGOR, 300).messages();
        Instance one = new Instance();
        Instance two = new Instance();

        // When the messages come in
        for (Message message : day) {
            Instance of = Math.floorMod(message.received().conversationId().hashCode(), 2) == 0 ? one : two;
            of.take(List.of(message));
            if (one.untold() >= 3 || two.untold() >= 3) {
                one.tell(two);
                two.tell(one);
            }
        }

        // Then together they hold it under one id, and each surge is told under the same event id
        Instance both = one.and(two);
        Held held = both.held(BOGOR);
        print("two instances", held, Duration.between(nth(day, BOGOR, 10), both.firstTold(BOGOR)));
        assertTrue(held.share() >= 0.90, held::toString);
        assertTrue(held.strangers() <= 0.05, held::toString);
        assertEquals(
                both.surges.stream().map(SurgeDetected::size).distinct().count(),
                both.surges.stream().map(SurgeDetected::id).distinct().count());
    }

    @Test
    void aRestartForgetsNothing() {
        // Given an instance that ends in the middle of the event
        List<Message> day = Disruption.with(4).others(1_000).event(BOGOR, 300).messages();
        Instance before = new Instance();
        int middle = day.indexOf(day.stream()
                .filter(message -> message.received().receivedAt().isAfter(Disruption.BEGIN.plusSeconds(33 * 60)))
                .findFirst()
                .orElseThrow());
        before.take(day.subList(0, middle));

        // When another begins with what that one told, and some messages are delivered again
        Instance after = new Instance();
        before.tell(after);
        after.take(day.subList(middle - 50, middle));
        long again = after.surges.size();
        after.take(day.subList(middle, day.size()));

        // Then it goes on with the same incident, and tells no surge twice
        Held held = before.and(after).held(BOGOR);
        print("restart", held, Duration.ZERO);
        assertEquals(0, again);
        assertTrue(held.share() >= 0.90, held::toString);
        assertEquals(
                before.and(after).surges.size(),
                before.and(after).surges.stream()
                        .map(SurgeDetected::id)
                        .distinct()
                        .count());
    }

    @Test
    void aMessageIsCountedOnce() {
        // Given
        List<Message> day = Disruption.with(5).others(500).event(BOGOR, 100).messages();
        Instance once = new Instance();
        Instance twice = new Instance();

        // When
        once.take(day);
        day.forEach(message -> twice.take(List.of(message, message)));

        // Then
        assertEquals(once.sizes(), twice.sizes());
    }

    @Test
    void oneCitizenIsNoIncident() {
        Instance instance = new Instance();
        MessageReceived first =
                Disruption.with(6).event(BOGOR, 1).messages().get(0).received();
        for (int i = 0; i < 40; i++) {
            Taken taken = instance.incidents.take(
                    AGENCY.id(), sketch(first, new UUID(1, i), first.conversationId()), first.receivedAt());
            assertNull(taken.incident());
        }
    }

    @Test
    void theSameMessagesGiveTheSameIncidents() {
        List<Message> day = Disruption.with(7).others(500).event(BOGOR, 150).messages();
        Instance first = new Instance();
        Instance second = new Instance();
        first.take(day);
        second.take(day);
        assertEquals(first.incidentOf, second.incidentOf);
        assertEquals(first.surges, second.surges);
    }

    @Test
    void whatIsToldHoldsNoWordsAndNonsenseIsRefused() {
        // Given
        MessageReceived message =
                Disruption.with(8).event(BOGOR, 1).messages().get(0).received();
        SketchedMessage told = new Incidents(WORDS, WINDOW)
                .take(AGENCY.id(), sketch(message, message.messageId(), message.conversationId()), Instant.EPOCH)
                .message();

        // Then
        assertNotNull(told);
        assertTrue(told.terms().matches("[A-Za-z0-9+/=]*"), told::terms);
        SketchedMessage nonsense = new SketchedMessage(
                new UUID(1, 1), new UUID(2, 2), Instant.EPOCH, "kereta", true, null, 0, "no base64!");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Incidents(WORDS, WINDOW)
                        .learn(new IncidentSketched(
                                AGENCY.id(), new UUID(3, 3), List.of(nonsense), List.of(), Instant.EPOCH)));
    }

    private static void print(String name, Held held, Duration found) {
        System.out.printf(
                "%-18s holds %.1f %%, strangers %.1f %%, found %d s after the tenth%n",
                name, held.share() * 100, held.strangers() * 100, found.toSeconds());
    }

    private static Instant nth(List<Message> day, String event, int n) {
        return day.stream()
                .filter(message -> message.event().equals(event))
                .skip(n - 1)
                .findFirst()
                .orElseThrow()
                .received()
                .receivedAt();
    }

    private static Sketch sketch(MessageReceived message, UUID id, UUID conversation) {
        Understood understood = understood(message);
        return new Sketch(
                id,
                conversation,
                message.receivedAt().toEpochMilli(),
                understood.topic(),
                understood.kind() == Kind.COMPLAINT || understood.kind() == Kind.QUESTION,
                understood.terms());
    }

    /** Days have many messages in common, and what triage says of one here depends on its words alone. */
    private static Understood understood(MessageReceived message) {
        return UNDERSTOOD.computeIfAbsent(message.text(), words -> {
            NormalText text = Normaliser.normalise(words);
            Triage triage = TRIAGER.understand(message, text, AGENCY);
            return new Understood(
                    triage.kind(), triage.topic(), TERMS.of(text, triage.topic(), AGENCY, triage.personalData()));
        });
    }

    /** What an incident is made of. */
    private record Understood(Kind kind, String topic, Terms terms) {}

    /**
     * How much of an event is in one incident.
     *
     * @param share of the event's messages
     * @param strangers share of the incident's messages that speak of something else
     */
    private record Held(String incident, double share, double strangers) {}

    /** An instance of triage with what it published. */
    private static final class Instance {
        private final UUID id = UUID.randomUUID();
        private final Incidents incidents = new Incidents(WORDS, WINDOW);
        private final Map<Message, String> incidentOf = new HashMap<>();
        private final List<SurgeDetected> surges = new ArrayList<>();
        private final Map<String, Integer> sizes = new HashMap<>();
        private final List<SketchedMessage> messages = new ArrayList<>();
        private final List<SketchedIncident> grown = new ArrayList<>();

        void take(List<Message> all) {
            for (Message message : all) {
                MessageReceived received = message.received();
                if (understood(received).kind() != Kind.SPAM) {
                    take(message, sketch(received, received.messageId(), received.conversationId()));
                } else {
                    incidentOf.put(message, "");
                }
            }
        }

        private void take(Message message, Sketch sketch) {
            Taken taken = incidents.take(AGENCY.id(), sketch, message.received().receivedAt());
            incidentOf.merge(message, taken.incident() == null ? "" : taken.incident(), (old, now) -> old);
            if (taken.message() != null) {
                messages.add(taken.message());
            }
            if (taken.grown() != null) {
                grown.add(taken.grown());
                sizes.put(taken.grown().incident(), taken.grown().size());
            }
            if (taken.surge() != null) {
                surges.add(taken.surge());
            }
        }

        int untold() {
            return messages.size();
        }

        void tell(Instance other) {
            other.incidents.learn(new IncidentSketched(AGENCY.id(), id, messages, grown, Disruption.BEGIN));
            messages.clear();
            grown.clear();
        }

        Instance and(Instance other) {
            Instance both = new Instance();
            both.incidentOf.putAll(incidentOf);
            other.incidentOf.forEach((message, incident) -> both.incidentOf.merge(message, incident, (a, b) -> a));
            both.surges.addAll(surges);
            both.surges.addAll(other.surges);
            return both;
        }

        Map<String, Integer> sizes() {
            return sizes;
        }

        Instant firstTold(String event) {
            String incident = held(event).incident();
            return incidentOf.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(incident))
                    .map(entry -> entry.getKey().received().receivedAt())
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
        }

        Held held(String event) {
            Map<String, int[]> counts = new HashMap<>();
            int all = 0;
            for (Map.Entry<Message, String> entry : incidentOf.entrySet()) {
                boolean own = entry.getKey().event().equals(event);
                all += own ? 1 : 0;
                if (!entry.getValue().isEmpty()) {
                    counts.computeIfAbsent(entry.getValue(), id -> new int[2])[own ? 0 : 1]++;
                }
            }
            Held best = new Held("", 0, 0);
            for (Map.Entry<String, int[]> entry : counts.entrySet()) {
                int[] count = entry.getValue();
                double share = (double) count[0] / all;
                if (share > best.share()) {
                    best = new Held(entry.getKey(), share, (double) count[1] / (count[0] + count[1]));
                }
            }
            return best;
        }
    }
}
