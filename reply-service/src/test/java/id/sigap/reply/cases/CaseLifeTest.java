package id.sigap.reply.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseLifeTest {
    private static final Instant DUE = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void everyStateAnswersEveryAct() {
        for (CaseState state : CaseState.values()) {
            for (CaseAct act : CaseAct.values()) {
                CaseLife.after(state, act);
            }
        }
    }

    @Test
    void aMessageAlwaysLeadsBackToDraftingUnlessTheCaseIsClosed() {
        for (CaseState state : CaseState.values()) {
            Transition transition = CaseLife.after(state, CaseAct.MESSAGE);
            if (state == CaseState.CLOSED) {
                assertEquals(new Transition.Refused(state, CaseAct.MESSAGE), transition);
            } else {
                assertEquals(new Transition.Moved(CaseState.DRAFTING), transition);
            }
        }
    }

    @Test
    void whatIsOnItsWayIsNotClosed() {
        assertEquals(
                new Transition.Refused(CaseState.SENDING, CaseAct.CLOSE),
                CaseLife.after(CaseState.SENDING, CaseAct.CLOSE));
    }

    @Test
    void onlyAClosedCaseIsReopened() {
        for (CaseState state : CaseState.values()) {
            boolean reopened = CaseLife.after(state, CaseAct.REOPEN).fold(moved -> true, refused -> false);
            assertEquals(state == CaseState.CLOSED, reopened, state.wire());
        }
    }

    @Test
    void spamOpensNothingWhereverItComes() {
        for (Reception.Standing standing : Reception.Standing.values()) {
            assertEquals(Reception.EXCLUDED, Reception.of(standing, of(Kind.SPAM, "lainnya"), false));
        }
    }

    @Test
    void whatMayBeNoSpamWaitsForAPerson() {
        Understanding spam = of(Kind.SPAM, "lainnya");
        assertEquals(Reception.OPENED, Reception.of(Reception.Standing.NONE, spam, true));
        assertEquals(Reception.CONTINUED, Reception.of(Reception.Standing.WAITING, spam, true));
        assertEquals(Reception.CONTINUED, Reception.of(Reception.Standing.ANSWERED, spam, true));
        assertEquals(Reception.OPENED, Reception.of(Reception.Standing.CLOSED_ANSWERED, spam, true));
    }

    @Test
    void whatMayBeMoreThanThanksIsANewTurn() {
        Understanding thanks = of(Kind.PRAISE, "lainnya");
        assertEquals(Reception.CONTINUED, Reception.of(Reception.Standing.ANSWERED, thanks, true));
        assertEquals(Reception.OPENED, Reception.of(Reception.Standing.CLOSED_ANSWERED, thanks, true));
    }

    @Test
    void thanksBehindAnAnswerWaitForNothing() {
        Understanding thanks = of(Kind.PRAISE, "lainnya");
        assertEquals(Reception.ATTACHED, Reception.of(Reception.Standing.ANSWERED, thanks, false));
        assertEquals(Reception.ATTACHED, Reception.of(Reception.Standing.CLOSED_ANSWERED, thanks, false));
        assertEquals(Reception.CONTINUED, Reception.of(Reception.Standing.WAITING, thanks, false));
        assertEquals(Reception.OPENED, Reception.of(Reception.Standing.NONE, thanks, false));
    }

    @Test
    void aComplaintBehindAnAnswerIsANewTurn() {
        assertEquals(
                Reception.CONTINUED, Reception.of(Reception.Standing.ANSWERED, of(Kind.COMPLAINT, "kereta"), false));
        assertEquals(
                Reception.OPENED,
                Reception.of(Reception.Standing.CLOSED_ANSWERED, of(Kind.COMPLAINT, "kereta"), false));
    }

    @Test
    void aTurnStaysAComplaintAndForgetsWhatWasGiven() {
        // Given a complaint that lacks two details
        Understanding first = new Understanding(
                Kind.COMPLAINT,
                0.9,
                "kereta",
                "layanan-kereta",
                Urgency.NORMAL,
                0.3,
                false,
                List.of("jam", "stasiun"),
                null,
                DUE);

        // When the next message gives one, urgently and with thanks
        Understanding both = first.and(new Understanding(
                Kind.PRAISE,
                0.6,
                "kereta",
                "layanan-pelanggan",
                Urgency.HIGH,
                0.8,
                true,
                List.of("stasiun"),
                "inc-1",
                DUE.plusSeconds(60)));

        // Then
        assertEquals(Kind.COMPLAINT, both.kind());
        assertEquals("layanan-kereta", both.unit());
        assertEquals(Urgency.HIGH, both.urgency());
        assertEquals(0.8, both.intensity());
        assertTrue(both.personalData());
        assertEquals(List.of("stasiun"), both.missing());
        assertEquals("inc-1", both.incident());
        assertEquals(DUE, both.respondBy(), "the citizen waits since the first");
    }

    @Test
    void aGreetingThatTurnsIntoAComplaintIsOne() {
        Understanding turn = of(Kind.OTHER, "lainnya").and(of(Kind.COMPLAINT, "kereta"));
        assertEquals(Kind.COMPLAINT, turn.kind());
        assertEquals("kereta", turn.topic());
        assertFalse(turn.needsNoAnswerAfterOne());
    }

    @Test
    void aNumberCanBeReadOut() {
        assertEquals("KHB-2026-000123", CaseNumber.of("KHB", 2026, 123));
    }

    private static Understanding of(Kind kind, String topic) {
        return new Understanding(
                kind, 0.9, topic, "layanan-" + topic, Urgency.NORMAL, 0.1, false, List.of(), null, DUE);
    }
}
