package id.sigap.reply.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseLifeTest {
    private static final Instant DUE = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void everyActIsDecidedInEveryStateAndARefusalSaysWhy() {
        for (CaseState state : CaseState.values()) {
            for (CaseAct act : CaseAct.values()) {
                String decided =
                        CaseLife.after(state, act).fold(moved -> moved.to().wire(), Transition.Refused::why);
                assertFalse(decided.isBlank(), () -> state + ", " + act);
            }
        }
    }

    @Test
    void theBookShowsThisTable() throws IOException {
        // Given the table as it is written in the docs
        String book = Files.readString(Path.of("..", "docs", "case-life.md"));
        int from = book.indexOf("<!-- table -->");
        int to = book.indexOf("<!-- /table -->");

        // When the same is written from the code
        String table = "<!-- table -->\n" + written();

        // Then they are one
        assertEquals(table, book.substring(from, to), () -> "docs/case-life.md should have:\n" + table);
    }

    @Test
    void everyStateIsReachedAndNoneIsATrap() {
        for (CaseState state : CaseState.values()) {
            assertTrue(reached(CaseState.NEW).contains(state), () -> state + " is never reached");
            assertTrue(reached(state).contains(CaseState.CLOSED), () -> state + " never ends");
            assertTrue(reached(state).contains(CaseState.DRAFTING), () -> state + " is never taken up again");
        }
    }

    @Test
    void aMessageAlwaysPutsAnOpenCaseBeforeUsAgain() {
        for (CaseState state : CaseState.values()) {
            boolean ours = CaseLife.after(state, CaseAct.MESSAGE)
                    .fold(moved -> moved.to() == CaseState.DRAFTING || moved.to() == CaseState.NEW, refused -> false);
            assertEquals(state != CaseState.CLOSED, ours, state.wire());
        }
    }

    @Test
    void whatIsOnItsWayIsNotClosed() {
        assertTrue(refused(CaseState.SENDING, CaseAct.CLOSE));
        assertTrue(refused(CaseState.SENDING, CaseAct.MERGE));
    }

    @Test
    void whatAnotherOfficeHasIsNotClosed() {
        for (CaseAct act : List.of(CaseAct.CLOSE, CaseAct.RESOLVE, CaseAct.THANK, CaseAct.MERGE)) {
            assertTrue(refused(CaseState.TRANSFERRED, act), act::name);
        }
    }

    @Test
    void thanksEndOnlyWhatIsAnswered() {
        for (CaseState state : CaseState.values()) {
            boolean answered = state == CaseState.ANSWERED
                    || state == CaseState.WAITING_FOR_CITIZEN
                    || state == CaseState.RESOLVED;
            assertEquals(answered, !refused(state, CaseAct.THANK), state.wire());
        }
    }

    @Test
    void aNoteNamesPeopleAndNoAddresses() {
        assertEquals(
                List.of("sari", "budi.s", "rina"),
                Mentions.in("@Sari tolong cek, cc @budi.s. Warga: a@contoh.go.id (@rina, @sari)"));
        assertEquals(List.of(), Mentions.in("@ @@ sari@"));
    }

    @Test
    void onlyWhatIsSettledIsReopened() {
        for (CaseState state : CaseState.values()) {
            boolean reopened = CaseLife.after(state, CaseAct.REOPEN).fold(moved -> true, refused -> false);
            assertEquals(state == CaseState.CLOSED || state == CaseState.RESOLVED, reopened, state.wire());
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

    private static boolean refused(CaseState state, CaseAct act) {
        return CaseLife.after(state, act).fold(moved -> false, refused -> true);
    }

    private static Set<CaseState> reached(CaseState from) {
        Set<CaseState> seen = EnumSet.of(from);
        Deque<CaseState> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            CaseState state = next.pop();
            for (CaseAct act : CaseAct.values()) {
                CaseLife.after(state, act).fold(moved -> seen.add(moved.to()) && next.add(moved.to()), r -> false);
            }
        }
        return seen;
    }

    private static String written() {
        StringBuilder table = new StringBuilder("| state |");
        StringBuilder rule = new StringBuilder("|---|");
        for (CaseAct act : CaseAct.values()) {
            table.append(' ').append(act.name().toLowerCase(Locale.ROOT)).append(" |");
            rule.append("---|");
        }
        table.append('\n').append(rule).append('\n');
        for (CaseState state : CaseState.values()) {
            table.append("| **").append(state.wire()).append("** |");
            for (CaseAct act : CaseAct.values()) {
                String cell = CaseLife.after(state, act)
                        .fold(
                                moved -> moved.to() == state
                                        ? "stays"
                                        : moved.to().wire(),
                                refused -> "–");
                table.append(' ').append(cell).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static Understanding of(Kind kind, String topic) {
        return new Understanding(
                kind, 0.9, topic, "layanan-" + topic, Urgency.NORMAL, 0.1, false, List.of(), null, DUE);
    }
}
