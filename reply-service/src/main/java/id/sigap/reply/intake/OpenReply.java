package id.sigap.reply.intake;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.dispatch.ReplyState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer in the making of a case, as the batch found or made it.
 *
 * @param replyId the reply
 * @param state draft, submitted or queued
 * @param body the text
 * @param textHash SHA-256 of the text
 * @param writtenBy the person whose words it has; absent when they are the system's
 * @param release how it is released
 * @param approvals how many were given and not voided
 * @param draftedAt when its first draft stood
 * @param automatic whether the policy released it
 * @param sendAfter when it may go out; absent while it is not released
 */
record OpenReply(
        UUID replyId,
        ReplyState state,
        String body,
        String textHash,
        @Nullable String writtenBy,
        Release release,
        int approvals,
        Instant draftedAt,
        boolean automatic,
        @Nullable Instant sendAfter) {}
