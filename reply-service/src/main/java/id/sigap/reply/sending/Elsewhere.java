package id.sigap.reply.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.sigap.contracts.Channel;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.ReplySent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that an answer answers in conversations other than its own, because their case was merged. Events of a
 * conversation bear its key, so each of them is told that its citizen has an answer.
 */
record Elsewhere(UUID conversation, String account, Channel channel, List<UUID> answers) {
    private static final TypeReference<List<Elsewhere>> ALL = new TypeReference<>() {};

    /** The same answer, told to those conversations; none when there are none. */
    static List<ReplySent> of(ReplySent sent, @Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return EventJson.mapper().readValue(json, ALL).stream()
                    .map(elsewhere -> elsewhere.told(sent))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote conversations that are not JSON", e);
        }
    }

    private ReplySent told(ReplySent sent) {
        return new ReplySent(
                sent.caseId(),
                conversation,
                sent.agency(),
                account,
                channel,
                sent.unit(),
                sent.replyId(),
                answers.get(0),
                answers,
                sent.substantive(),
                sent.actor(),
                sent.agent(),
                sent.approvals(),
                sent.draftedAt(),
                sent.queuedAt(),
                sent.acceptedAt(),
                sent.externalId());
    }
}
