package id.sigap.reply.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatHasAnIdWasAccepted() {
        assertEquals(new SendOutcome.Accepted("wamid.1"), whatsApp(200, "{\"messages\":[{\"id\":\"wamid.1\"}]}"));
        assertEquals(
                new SendOutcome.Accepted("42:7"),
                TelegramAnswers.judge(answer(200, "{\"ok\":true,\"result\":{\"message_id\":7}}", null), "42"));
    }

    @Test
    void aSuccessWithoutAnIdIsUnknown() {
        assertInstanceOf(SendOutcome.Unknown.class, whatsApp(200, "{}"));
        assertInstanceOf(SendOutcome.Unknown.class, whatsApp(200, null));
        assertInstanceOf(SendOutcome.Unknown.class, TelegramAnswers.judge(answer(200, "[]", null), "42"));
    }

    @Test
    void listedCodesOfWhatsAppAreTriedAgain() {
        for (int code : List.of(4, 80007, 130429, 131000, 131016, 131057)) {
            SendOutcome.RetryLater later =
                    assertInstanceOf(SendOutcome.RetryLater.class, whatsApp(code == 131000 ? 500 : 400, error(code)));
            assertTrue(later.wholeAccount());
        }
    }

    @Test
    void aPairThatIsTooFastDoesNotHoldTheAccount() {
        assertEquals(new SendOutcome.RetryLater("131056", Duration.ofSeconds(6), false), whatsApp(400, error(131056)));
    }

    @Test
    void anEndedTokenHoldsTheAccount() {
        assertInstanceOf(SendOutcome.AccountHeld.class, whatsApp(401, error(190)));
        assertInstanceOf(SendOutcome.AccountHeld.class, whatsApp(400, error(131031)));
        assertInstanceOf(SendOutcome.AccountHeld.class, whatsApp(401, null));
        assertInstanceOf(SendOutcome.AccountHeld.class, TelegramAnswers.judge(answer(401, null, null), "42"));
    }

    @Test
    void aClosedWindowIsItsOwnOutcome() {
        assertEquals(new SendOutcome.WindowClosed("131047"), whatsApp(400, error(131047)));
    }

    @Test
    void aServerFaultProvesNothing() {
        for (int status : List.of(500, 502, 503, 504)) {
            assertInstanceOf(SendOutcome.Unknown.class, whatsApp(status, null));
            assertInstanceOf(SendOutcome.Unknown.class, whatsApp(status, error(999)));
            assertInstanceOf(SendOutcome.Unknown.class, TelegramAnswers.judge(answer(status, null, null), "42"));
        }
    }

    @Test
    void otherRefusalsAreForGood() {
        assertEquals(new SendOutcome.RefusedForGood("131026"), whatsApp(400, error(131026)));
        assertEquals(
                new SendOutcome.RefusedForGood("blocked-by-citizen"),
                TelegramAnswers.judge(answer(403, null, null), "42"));
    }

    @Test
    void theWaitIsWhatTheChannelAskedFor() {
        assertEquals(
                new SendOutcome.RetryLater("http-429", Duration.ofSeconds(31), true),
                TelegramAnswers.judge(answer(429, "{\"parameters\":{\"retry_after\":31}}", null), "42"));
        assertEquals(
                new SendOutcome.RetryLater("http-429", Duration.ofSeconds(9), true),
                WhatsAppAnswers.judge(answer(429, null, Duration.ofSeconds(9))));
    }

    @Test
    void onlyAMissingConnectionProvesThatNothingWasAccepted() {
        assertInstanceOf(SendOutcome.RetryLater.class, TransportFailures.judge(new ConnectException()));
        assertInstanceOf(SendOutcome.RetryLater.class, TransportFailures.judge(new UnknownHostException()));
        assertEquals(new SendOutcome.Unknown("time-out"), TransportFailures.judge(new TimeoutException()));
        assertEquals(new SendOutcome.Unknown("connection-lost"), TransportFailures.judge(new IOException()));
    }

    @Test
    void waitsDoubleUpToFiveMinutesAndNeverUndercutTheChannel() {
        assertEquals(Duration.ofSeconds(1), Backoff.after(1, Duration.ZERO));
        assertEquals(Duration.ofSeconds(4), Backoff.after(3, Duration.ZERO));
        assertEquals(Duration.ofMinutes(5), Backoff.after(60, Duration.ZERO));
        assertEquals(Duration.ofMinutes(20), Backoff.after(1, Duration.ofMinutes(20)));
    }

    @Test
    void nothingLeadsFromUnknownBackToSendingByItself() {
        assertTrue(!ReplyState.UNKNOWN.mayBecome(ReplyState.SENDING));
        assertTrue(!ReplyState.ACCEPTED.mayBecome(ReplyState.QUEUED));
        for (ReplyState state : ReplyState.values()) {
            assertEquals(state == ReplyState.QUEUED, state.mayBecome(ReplyState.SENDING), state.wire());
        }
    }

    private static SendOutcome whatsApp(int status, @Nullable String body) {
        return WhatsAppAnswers.judge(answer(status, body, null));
    }

    private static String error(int code) {
        return "{\"error\":{\"code\":" + code + "}}";
    }

    private static ChannelAnswer answer(int status, @Nullable String body, @Nullable Duration retryAfter) {
        try {
            return new ChannelAnswer(status, body == null ? null : JSON.readTree(body), retryAfter);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void theSameWordsAreWorthSendingAgainOnlyWhereTheyCanArrive() {
        Instant failed = Instant.parse("2026-11-23T03:00:00Z");
        Instant before = failed.minusSeconds(60);
        Instant after = failed.plusSeconds(60);

        // Too fast, a fault, a value that somebody can mend: nothing says that it cannot arrive
        for (String code : List.of("100", "131056", "given-up: 131000", "http-500", "not-delivered", "999")) {
            assertTrue(SendCause.of(code).worthRetrying(failed, before), code);
        }
        // Blocked, the window, an unreachable number: the citizen's next message opens the way
        for (String code : List.of("blocked-by-citizen", "reply-window", "131047", "131026")) {
            assertFalse(SendCause.of(code).worthRetrying(failed, before), code);
            assertTrue(SendCause.of(code).worthRetrying(failed, after), code);
        }
        // The words themselves
        for (String code : List.of("personal-data", "not-what-was-approved", "131051")) {
            assertFalse(SendCause.of(code).worthRetrying(failed, after), code);
        }
        assertEquals(SendCause.NO_PERMISSION, SendCause.of("203"));
        assertEquals(SendCause.OTHER, SendCause.of("12345678901"));
        assertEquals("window-closed", SendCause.of("131047").wire());
    }
}
