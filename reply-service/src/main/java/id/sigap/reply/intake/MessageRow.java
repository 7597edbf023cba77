package id.sigap.reply.intake;

import id.sigap.contracts.event.MessageTriaged;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param event what came
 * @param caseId its case; absent when it is excluded
 * @param part what it means for the turn
 * @param early a change that overtook it; absent when none did
 */
record MessageRow(
        MessageTriaged event,
        @Nullable UUID caseId,
        Part part,
        @Nullable EarlyChange early) {

    /** Whether triage has read other words than these. */
    boolean unread() {
        return early != null && early.body() != null && !early.read();
    }

    String body() {
        return early != null && early.body() != null
                ? early.body()
                : event.message().text();
    }

    /** What a message means for the turn. */
    enum Part {
        /** It waits, or waited, for an answer. */
        TURN("turn"),
        /** Thanks, or withdrawn before it was read. */
        NO_ANSWER("no-answer"),
        /** Spam. */
        EXCLUDED("excluded");

        private final String wire;

        Part(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /**
     * The citizen's change that came before the message did.
     *
     * @param body the words now; absent when only withdrawn
     * @param editedAt the channel's time of the edit
     * @param receivedAt when ingest had the edit; absent when it is not known
     * @param withdrawnAt the channel's time of the withdrawal
     * @param read whether the triage is of the words now
     */
    record EarlyChange(
            @Nullable String body,
            @Nullable Instant editedAt,
            @Nullable Instant receivedAt,
            @Nullable Instant withdrawnAt,
            boolean read) {}
}
