package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message is taken for has changed: a person corrected what triage understood, or the citizen changed the words
 * and triage read them again. History is restated.
 *
 * @param caseId the case
 * @param conversationId its conversation; the record's key
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 * @param messageId the message that is taken for something else
 * @param fromKind the kind before
 * @param kind the kind now
 * @param fromTopic the topic before
 * @param topic the topic now
 * @param unit the unit that has the case now; absent in events from before it was told
 * @param urgency how much the message may wait now; absent in events from before it was told
 * @param respondBy when the answer to the case is due now, never later than was promised; absent when nothing waits for
 *     one, and in events from before it was told
 * @param text what the message says, with the personal data that triage found covered, for whoever learns from the
 *     correction; absent when the message was withdrawn, or edited and not yet read again, and of a citizen's own edit
 * @param by who; {@link #BY_EDIT} when it was the citizen's own edit
 * @param reclassifiedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseReclassified(
        UUID caseId,
        UUID conversationId,
        String agency,
        String account,
        Channel channel,
        UUID messageId,
        Kind fromKind,
        Kind kind,
        String fromTopic,
        String topic,
        @Nullable String unit,
        @Nullable Urgency urgency,
        @Nullable Instant respondBy,
        @Nullable String text,
        String by,
        Instant reclassifiedAt)
        implements CaseEvent {
    /** Nobody at the desk: the citizen changed the words, and triage read them again. */
    public static final String BY_EDIT = "citizen-edit";

    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public CaseReclassified {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(conversationId, "conversationId");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(fromKind, "fromKind");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fromTopic, "fromTopic");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(by, "by");
        respondBy = respondBy == null ? null : Millis.of(respondBy, "respondBy");
        reclassifiedAt = Millis.of(reclassifiedAt, "reclassifiedAt");
    }

    @Override
    public EventType type() {
        return EventType.CASE_RECLASSIFIED;
    }

    @Override
    public UUID id() {
        return BY_EDIT.equals(by)
                ? Ids.derived(
                        "case.reclassified",
                        caseId.toString(),
                        reclassifiedAt.toString(),
                        messageId.toString(),
                        kind.wire(),
                        topic,
                        urgency == null ? "" : urgency.wire(),
                        respondBy == null ? "" : respondBy.toString())
                : Ids.derived("case.reclassified", caseId.toString(), reclassifiedAt.toString());
    }

    @Override
    public String key() {
        return conversationId.toString();
    }

    @Override
    public Instant time() {
        return reclassifiedAt;
    }

    @Override
    public <R> R fold(Fold<R> fold) {
        return fold.caseReclassified(this);
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "CaseReclassified[" + caseId + "]";
    }
}
