package id.sigap.local.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingest answered to one message of a citizen.
 *
 * @param messageId the channel's id of the message
 * @param answers one for each time it was delivered, at least one
 * @param trackingLink where the citizen follows the case, when the answer had such a link
 */
public record Delivery(
        String messageId, List<Answer> answers, @Nullable String trackingLink) {
    /** Keeps its own copy of the answers. */
    public Delivery {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one answer");
        }
    }

    /** The worst status of all answers: 2xx only if every delivery was taken. */
    public int status() {
        return answers.stream().mapToInt(Answer::status).max().orElseThrow();
    }

    /** Whether ingest took every delivery of it. */
    public boolean taken() {
        return answers.stream().allMatch(Answer::taken);
    }

    /**
     * One HTTP answer of ingest.
     *
     * @param status its status
     * @param body the beginning of its body
     * @param millis from the request to the answer
     */
    public record Answer(int status, String body, long millis) {
        /** Whether it is a 2xx. */
        public boolean taken() {
            return status >= 200 && status < 300;
        }
    }
}
