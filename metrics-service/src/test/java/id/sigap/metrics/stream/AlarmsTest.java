package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.metrics.Citizen;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    /** Where the clock of a {@link TopologyRun} begins. */
    private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");

    private static final Duration TARGET = Duration.ofSeconds(600).plusMillis(600);
    private static final Promise.Book A_FIFTH_BEFORE = turn -> {
        long due = Objects.requireNonNull(turn.dueAt());
        return List.of(new Promise(null, due - (due - turn.startsAt()) / 5, due));
    };
    private static final Promise.Book ALSO_BY_LAW = turn -> List.of(
            A_FIFTH_BEFORE.of(turn).get(0),
            new Promise("informasi-publik", turn.startsAt() + 800_000, turn.startsAt() + 1_000_000));

    @Test
    void aTurnThatNobodyOwnsIsWarnedOfBeforeItsTargetAndToldWhenItPasses() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            // Given a message that waits ten minutes and 0.6 s for nobody
            say(run, "warga", T0);
            Instant due = T0.plus(TARGET);
            Instant warned = due.minus(TARGET.dividedBy(5));

            // Then there is silence until the last fifth, and a warning within two seconds of it
            run.pass(Duration.between(T0, warned).minusMillis(300));
            assertEquals(List.of(), run.alerts());
            run.pass(Duration.ofMillis(800));
            List<SigapEvent> soon = run.alerts();
            assertEquals(1, soon.size());
            TurnDueSoon warning = (TurnDueSoon) soon.get(0);
            assertEquals(due, warning.dueAt());
            assertEquals(T0, warning.startedAt());
            assertEquals(Citizen.UNIT, warning.unit());
            assertEquals(Citizen.onWhatsApp("warga").id("m"), warning.turnFirstMessageId());
            assertEquals(true, warning.at().isBefore(warned.plusSeconds(2)));

            // And the breach within two seconds of the moment, though nothing has arrived since
            run.pass(TARGET.dividedBy(5));
            List<SigapEvent> over = run.alerts();
            assertEquals(1, over.size());
            TurnOverdue breach = (TurnOverdue) over.get(0);
            assertEquals(true, !breach.at().isBefore(due) && breach.at().isBefore(due.plusSeconds(2)));

            // And nothing ever again
            run.pass(Duration.ofDays(2));
            say(run, "lain", T0.plus(Duration.ofDays(3)));
            run.tell(Citizen.onWhatsApp("warga").routed(null, "layanan-udara", T0.plusSeconds(3_000)));
            run.pass(Duration.ofSeconds(5));
            assertEquals(List.of(), run.alerts());
        }
    }

    @Test
    void whatIsAnsweredInTimeIsNotTold() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            say(run, "warga", T0);
            run.pass(Duration.ofSeconds(60));
            run.tell(Citizen.onWhatsApp("warga").answered("r", Actor.HUMAN, T0.plusSeconds(60), "m"));
            run.pass(Duration.ofHours(1));
            assertEquals(List.of(), run.alerts());
            assertEquals(Map.of(), run.held(Alarms.BY_MOMENT));
            run.held(MetricsTopology.CONVERSATIONS)
                    .values()
                    .forEach(stored -> assertEquals(0, Filed.alarms(stored).length));
        }
    }

    @Test
    void whatBecameUrgentIsWarnedOfByItsNewTime() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            // Given a message that may wait for ten minutes
            say(run, "warga", T0);
            run.pass(Duration.ofSeconds(30));

            // When the citizen's edit makes it one that may wait for three
            Citizen citizen = Citizen.onWhatsApp("warga");
            Instant due = T0.plusSeconds(180);
            run.tell(citizen.reclassified(
                    "m", Kind.COMPLAINT, Kind.COMPLAINT, "kereta", Urgency.CRITICAL, due, T0.plusSeconds(30)));
            run.pass(Duration.ofSeconds(120));

            // Then it is warned of, and overdue, by that
            TurnDueSoon warning = (TurnDueSoon) run.alerts().get(0);
            assertEquals(due, warning.dueAt());
            assertEquals(Urgency.CRITICAL, warning.urgency());
            run.pass(Duration.ofSeconds(35));
            TurnOverdue breach = (TurnOverdue) run.alerts().get(0);
            assertEquals(due, breach.dueAt());

            // And nothing more at the time that triage told first
            run.pass(Duration.ofHours(1));
            assertEquals(List.of(), run.alerts());

            // And a correction from before times were told leaves the newest that was
            run.tell(citizen.reclassified("m", Kind.COMPLAINT, Kind.QUESTION, T0.plusSeconds(20)));
            run.pass(Duration.ofSeconds(5));
            assertEquals(List.of(), run.alerts());
        }
    }

    @Test
    void severalPromisesOfOneTurnAreToldApart() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, ALSO_BY_LAW)) {
            say(run, "warga", T0);
            for (int i = 0; i < 11; i++) {
                run.pass(Duration.ofSeconds(100));
            }
            List<String> told = run.alerts().stream()
                    .map(event -> event.type().wire()
                            + (event instanceof TurnOverdue over ? " " + over.deadline() : "")
                            + (event instanceof TurnDueSoon soon ? " " + soon.deadline() : ""))
                    .toList();
            assertEquals(
                    List.of(
                            "turn.due-soon null",
                            "turn.overdue null",
                            "turn.due-soon informasi-publik",
                            "turn.overdue informasi-publik"),
                    told);
        }
    }

    @Test
    void aSuccessorTellsWhatWasNotToldAndNothingTwice() {
        Map<Bytes, byte[]> conversations;
        Map<Bytes, byte[]> moments;

        // Given a task that has warned, and is gone before the target passes
        try (TopologyRun gone = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            say(gone, "warga", T0);
            gone.pass(Duration.ofSeconds(500));
            assertEquals(1, gone.alerts().size());
            conversations = gone.restorable(MetricsTopology.CONVERSATIONS);
            moments = gone.restorable(Alarms.BY_MOMENT);
        }

        // When the next owner restores the stores
        try (TopologyRun successor = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            successor.restore(MetricsTopology.CONVERSATIONS, conversations, bytes -> bytes);
            successor.restore(Alarms.BY_MOMENT, moments, bytes -> bytes);
            successor.pass(Duration.ofSeconds(700));

            // Then it tells of the breach alone
            List<SigapEvent> told = successor.alerts();
            assertEquals(1, told.size());
            assertEquals("turn.overdue", told.get(0).type().wire());
        }
    }

    @Test
    void whileItReadsWhatWasLongAgoItWarnsOfNothing() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, A_FIFTH_BEFORE)) {
            // Given a replay of what happened a day ago, which is read for ten seconds
            run.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 10; i++) {
                say(run, "warga-" + i, T0.minus(Duration.ofDays(1)).plusSeconds(i));
                run.pass(Duration.ofSeconds(1));
            }

            // Then nobody is warned of what may have been answered in what is still to be read
            assertEquals(List.of(), run.alerts());

            // When there is no more, and nine had been answered
            for (int i = 0; i < 9; i++) {
                run.tell(Citizen.onWhatsApp("warga-" + i)
                        .answered("r", Actor.HUMAN, T0.minus(Duration.ofHours(23)), "m"));
            }
            run.pass(Duration.ofSeconds(3));

            // Then the one that waits is overdue, and was not warned of late
            List<SigapEvent> told = run.alerts();
            assertEquals(1, told.size());
            assertEquals(Citizen.onWhatsApp("warga-9").id("m"), ((TurnOverdue) told.get(0)).turnFirstMessageId());
        }
    }

    private static void say(TopologyRun run, String name, Instant at) {
        Citizen citizen = Citizen.onWhatsApp(name);
        MessageReceived message = citizen.wrote("m", at);
        run.tell(message);
        run.tell(citizen.understood(message, Kind.COMPLAINT));
    }
}
