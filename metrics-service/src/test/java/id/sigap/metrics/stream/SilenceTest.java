package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {
    /** Where the clock of a {@link TopologyRun} begins. */
    private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void anAccountThatNormallyReceivesAndGetsNothingIsToldOfOnce() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, Promise.Book.NONE)) {
            // Given an account with a message every two hours, for three weeks, all answered
            Instant last = everyTwoHours(run, 21);

            // When nothing comes for two hours, then nobody is told
            run.pass(Duration.ofHours(2));
            assertEquals(List.of(), run.alerts());

            // When nothing comes for a day, which for 84 a week is far beyond once a year
            run.pass(Duration.ofHours(22));
            run.pass(Duration.ofHours(1));

            // Then it is told, once; nobody wrote, so no answer is missing
            List<SigapEvent> told = run.alerts();
            assertEquals(1, told.size());
            ChannelSilent silent = (ChannelSilent) told.get(0);
            assertTrue(silent.inbound());
            assertEquals(last.plusMillis(400), silent.since());
            assertEquals("kemenhub-wa", silent.account());
            run.pass(Duration.ofDays(2));
            assertEquals(List.of(), run.alerts());
        }
    }

    @Test
    void anAccountFromWhichNothingLeavesIsToldOf() {
        try (TopologyRun run = new TopologyRun(Calendars.NONE, Promise.Book.NONE)) {
            // Given the same, and then messages that nobody answers
            Instant last = everyTwoHours(run, 21);
            for (int hour = 1; hour <= 24; hour++) {
                Instant at = last.plus(Duration.ofHours(hour));
                run.pass(Duration.ofHours(1));
                run.tell(Citizen.onWhatsApp("diam-" + hour).wrote("m", at));
                run.pass(Duration.ofSeconds(30));
            }

            // Then it is told that nothing goes out
            List<SigapEvent> told = run.alerts();
            assertEquals(1, told.size());
            assertEquals(false, ((ChannelSilent) told.get(0)).inbound());
        }
    }

    private static Instant everyTwoHours(TopologyRun run, int days) {
        Instant first = T0.minus(Duration.ofDays(days));
        Instant last = first;
        for (Instant at = first; at.isBefore(T0); at = at.plus(Duration.ofHours(2))) {
            Citizen citizen = Citizen.onWhatsApp("warga-" + at);
            run.tell(citizen.wrote("m", at));
            run.tell(citizen.answered("r", Actor.HUMAN, at.plusSeconds(60), "m"));
            last = at;
        }
        run.pass(Duration.ofSeconds(1));
        run.pass(Duration.ofSeconds(1));
        return last;
    }
}
