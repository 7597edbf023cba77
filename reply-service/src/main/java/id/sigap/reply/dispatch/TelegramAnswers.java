package id.sigap.reply.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Reads answers of the Telegram Bot API to {@code sendMessage}, as its documentation stood in November 2026. */
public final class TelegramAnswers {
    private TelegramAnswers() {}

    /**
     * What an answer means.
     *
     * @param chat where it was sent; together with the number in that chat it is the id of a message
     */
    public static SendOutcome judge(ChannelAnswer answer, String chat) {
        JsonNode body = answer.body();
        if (answer.success()) {
            JsonNode id = body == null ? null : body.path("result").path("message_id");
            return id == null || !id.isIntegralNumber()
                    ? new SendOutcome.Unknown("no-message-id")
                    : new SendOutcome.Accepted(chat + ":" + id.asText());
        }
        String word = "http-" + answer.status();
        return switch (answer.status()) {
            case 401, 404 -> new SendOutcome.AccountHeld(word); // the token is in the path: a wrong one is a 404
            case 429 -> new SendOutcome.RetryLater(word, asked(answer), true);
            case 403 -> new SendOutcome.RefusedForGood("blocked-by-citizen");
            default ->
                answer.status() >= 400 && answer.status() < 500
                        ? new SendOutcome.RefusedForGood(word)
                        : new SendOutcome.Unknown(word);
        };
    }

    /** What an answer to {@code deleteMessage} means. A message that is not there any more is gone. */
    public static Deletion judgeDeletion(ChannelAnswer answer) {
        if (answer.success()) {
            return Deletion.gone("deleted");
        }
        JsonNode body = answer.body();
        String said = body == null ? "" : body.path("description").asText();
        if (answer.status() == 400 && said.contains("message to delete not found")) {
            return Deletion.gone("not-there");
        }
        String word = "http-" + answer.status();
        return answer.status() >= 400 && answer.status() < 500 ? Deletion.refused(word) : Deletion.unclear(word);
    }

    private static Duration asked(ChannelAnswer answer) {
        JsonNode body = answer.body();
        JsonNode seconds = body == null ? null : body.path("parameters").path("retry_after");
        return seconds != null && seconds.canConvertToInt() && seconds.isIntegralNumber()
                ? Duration.ofSeconds(seconds.intValue())
                : answer.asked();
    }
}
