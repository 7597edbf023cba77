package id.sigap.reply.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of the WhatsApp Cloud API to a send. Codes from the vendor's documentation of error codes, read November
 * 2026.
 */
public final class WhatsAppAnswers {
    /** Too fast, or a fault of theirs that they declare as "not sent, try again". */
    private static final Set<Integer> LATER = Set.of(4, 80007, 130429, 131000, 131016, 131057);
    /** Too fast to this one citizen. */
    private static final int CITIZEN_TOO_FAST = 131056;
    /** The number is restricted, or the token has ended: nothing goes out until a person acts. */
    private static final Set<Integer> HELD = Set.of(0, 190, 131048, 368, 131031);
    /** More than 24 hours since the citizen's last message. */
    private static final int WINDOW = 131047;

    private WhatsAppAnswers() {}

    /** What an answer means. */
    public static SendOutcome judge(ChannelAnswer answer) {
        JsonNode body = answer.body();
        if (answer.success()) {
            String id =
                    body == null ? "" : body.path("messages").path(0).path("id").asText();
            // A 2xx without an id may have sent; only a person, or a receipt, can tell.
            return id.isEmpty() ? new SendOutcome.Unknown("no-message-id") : new SendOutcome.Accepted(id);
        }
        @Nullable Integer code = code(body);
        if (code != null) {
            return ofCode(code, answer);
        }
        return ofStatus(answer);
    }

    private static SendOutcome ofCode(int code, ChannelAnswer answer) {
        String word = Integer.toString(code);
        if (code == WINDOW) {
            return new SendOutcome.WindowClosed(word);
        }
        if (code == CITIZEN_TOO_FAST) {
            return new SendOutcome.RetryLater(word, longer(answer.asked(), Duration.ofSeconds(6)), false);
        }
        if (LATER.contains(code)) {
            return new SendOutcome.RetryLater(word, answer.asked(), true);
        }
        if (HELD.contains(code)) {
            return new SendOutcome.AccountHeld(word);
        }
        // Anything else that they name they did not send; a server fault with an unlisted code proves nothing.
        return answer.status() >= 500 ? new SendOutcome.Unknown(word) : new SendOutcome.RefusedForGood(word);
    }

    private static SendOutcome ofStatus(ChannelAnswer answer) {
        String word = "http-" + answer.status();
        return switch (answer.status()) {
            case 401, 403 -> new SendOutcome.AccountHeld(word);
            case 429 -> new SendOutcome.RetryLater(word, answer.asked(), true);
            default ->
                answer.status() >= 400 && answer.status() < 500
                        ? new SendOutcome.RefusedForGood(word)
                        : new SendOutcome.Unknown(word);
        };
    }

    private static @Nullable Integer code(@Nullable JsonNode body) {
        if (body == null || !body.path("error").path("code").isInt()) {
            return null;
        }
        return body.path("error").path("code").intValue();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
