package id.sigap.reply.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's API answered to a send, before anybody has judged it.
 *
 * @param status HTTP status
 * @param body the JSON of the body; absent when there was none, or something else
 * @param retryAfter the header of that name; absent when there was none, or a date
 */
public record ChannelAnswer(
        int status, @Nullable JsonNode body, @Nullable Duration retryAfter) {
    boolean success() {
        return status >= 200 && status < 300;
    }

    Duration asked() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }
}
