package id.sigap.reply.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.ApprovalLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalClockTest {
    private static final Instant NINE = Instant.parse("2026-03-02T02:00:00Z");
    private static final ApprovalRoute ROUTE = new ApprovalRoute(
            List.of(
                    new ApprovalRoute.Step("approvers", List.of("ratna"), List.of()),
                    new ApprovalRoute.Step("deputies", List.of("tono"), List.of())),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            ApprovalLevel.Edited.ANOTHER_APPROVER);

    @Test
    void itRunsFromWhenTheTextCameToTheLevel() {
        ApprovalClock clock = ApprovalClock.begin(1, ROUTE, NINE);

        assertEquals(NINE.plusSeconds(300), clock.dueAt());
        assertFalse(clock.late(NINE.plusSeconds(120)));
        assertTrue(clock.late(NINE.plusSeconds(121)));
    }

    @Test
    void aHopChangesWhoIsAskedAndNotSinceWhenOneWaits() {
        ApprovalClock before = ApprovalClock.begin(1, ROUTE, NINE);

        ApprovalClock after = before.handedOn(ROUTE, NINE.plusSeconds(300));

        assertEquals(1, after.hop());
        assertEquals(NINE, after.since());
        assertNull(after.dueAt(), "nobody is left behind the deputies");
        assertEquals("level 1 → deputies: tono", before.summary(after, ROUTE));
    }

    @Test
    void whereNobodyIsLeftItStays() {
        // Given a wait that was handed on further than the directory of now reaches
        ApprovalClock before = new ApprovalClock(1, NINE, 1, null, NINE.plusSeconds(300));

        ApprovalClock after = before.handedOn(ROUTE, NINE.plusSeconds(300));

        assertEquals(1, after.hop());
        assertNull(after.dueAt());
        assertEquals("level 1: nobody is left to hand it on to", before.summary(after, ROUTE));
    }
}
