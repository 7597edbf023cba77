package id.sigap.reply.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import org.junit.jupiter.api.Test;

class SharingTest {
    private static final StatementText TEXT = StatementText.parse("KRL sudah normal. {nomor}");

    @Test
    void whoWaitsIsAnswered() {
        assertEquals("KRL sudah normal. KHB-2026-000001", became(Audience.WAITING, Recipients.waiting()));
        assertEquals(
                "KRL sudah normal. KHB-2026-000001",
                became(Audience.WAITING, Recipients.waiting().in(CaseState.NEEDS_ATTENTION)));
    }

    @Test
    void whoWasAnsweredHearsOfTheEnd() {
        assertEquals("KRL sudah normal. KHB-2026-000001", became(Audience.ANSWERED, Recipients.answered()));
        assertEquals("not-answered", became(Audience.ANSWERED, Recipients.waiting()));
    }

    @Test
    void aPersonsWorkStaysTheirs() {
        assertEquals("answered", became(Audience.WAITING, Recipients.answered()));
        assertEquals("in-hand", became(Audience.WAITING, Recipients.waiting().with(ReplyState.DRAFT, true)));
        assertEquals("in-hand", became(Audience.WAITING, Recipients.waiting().with(ReplyState.SUBMITTED, false)));
        assertEquals("in-hand", became(Audience.WAITING, Recipients.waiting().with(ReplyState.QUEUED, false)));
        assertEquals(
                "in-hand",
                became(
                        Audience.WAITING,
                        Recipients.waiting().in(CaseState.SENDING).unsettled()));
    }

    @Test
    void whatNobodyCanTellOfWaitsForAPerson() {
        assertEquals(
                "unknown",
                became(
                        Audience.WAITING,
                        Recipients.waiting().in(CaseState.NEEDS_ATTENTION).unsettled()));
    }

    @Test
    void whatCannotArriveIsNotTried() {
        assertEquals(
                "window-closed", became(Audience.WAITING, Recipients.waiting().tooLate()));
        assertEquals("too-long", became(Audience.WAITING, Recipients.waiting().takingAtMost(10)));
        assertEquals("closed", became(Audience.ANSWERED, Recipients.answered().in(CaseState.CLOSED)));
        assertEquals(
                "withdrawn",
                became(Audience.WAITING, Recipients.waiting().takenBack().in(CaseState.CLOSED)));
    }

    private static String became(Audience audience, Recipients to) {
        return Sharing.of(TEXT, audience, to.one())
                .fold(Share.Words::body, skipped -> skipped.why().wire());
    }
}
