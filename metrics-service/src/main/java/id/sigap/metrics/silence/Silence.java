package id.sigap.metrics.silence;

import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.metrics.activity.Activity;
import id.sigap.metrics.figure.Share;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts leave citizens without an answer.
 *
 * @param asOf the moment: how long who still waits
 * @param from start of the first hour
 * @param to end, exclusive
 * @param ignoredAfterSeconds from which age on an unanswered turn counts as ignored
 * @param leastToRank how many turns an account needs to have a rank
 * @param accounts the ranked first, then those of too few turns, then those without any; all of the directory's, and
 *     those that left it and had something in the span
 */
public record Silence(
        Instant asOf, Instant from, Instant to, long ignoredAfterSeconds, int leastToRank, List<Account> accounts) {
    /**
     * One account.
     *
     * @param rank from 1, by turns ignored, then by coverage, the lower first, then by the two-way ratio; absent below
     *     {@code leastToRank} turns: so few say nothing
     * @param agency whose
     * @param account its id
     * @param channel its channel's word
     * @param inDirectory whether the directory in force has it
     * @param state in a word
     * @param amounts what it received, answered and broadcast in the span
     * @param turns turns that began in the span
     * @param waiting of which nobody has answered yet
     * @param ignored unanswered at the limit ÷ turns at least that old
     * @param lastInbound when a citizen's message last arrived up to the span's end; absent if none did in the span and
     *     the 90 days before it, as with the two that follow
     * @param lastOutbound when the channel last accepted an answer or acknowledgement
     * @param lastPostHour the hour in which it last broadcast
     */
    @Schema(name = "SilentAccount")
    public record Account(
            @Nullable Integer rank,
            String agency,
            String account,
            String channel,
            boolean inDirectory,
            State state,
            Activity.Amounts amounts,
            long turns,
            long waiting,
            Share ignored,
            @Nullable Instant lastInbound,
            @Nullable Instant lastOutbound,
            @Nullable Instant lastPostHour) {}

    /** What an account did in the span. */
    @Schema(name = "AccountState")
    public enum State {
        /** Broadcasts, and answers nobody, although citizens wrote. */
        POSTS_AND_IGNORES("posts-and-ignores"),
        /** Citizens wrote, nobody was answered; it does not broadcast either. */
        IGNORES("ignores"),
        /** Answers. */
        ANSWERS("answers"),
        /** Broadcasts, and nobody wrote. */
        POSTS("posts"),
        /** Nothing in the span. */
        QUIET("quiet"),
        /** Nothing ever: perhaps it was never connected. */
        NEVER("never");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        /** The word in answers. */
        @JsonValue
        public String wire() {
            return wire;
        }
    }
}
