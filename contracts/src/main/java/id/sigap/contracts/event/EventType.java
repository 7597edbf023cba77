package id.sigap.contracts.event;

import id.sigap.contracts.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of events, with the topic and the record that belong to each. */
public enum EventType {
    /** {@link MessageReceived}. */
    MESSAGE_RECEIVED("message.received", Topics.MESSAGES, MessageReceived.class),
    /** {@link MessageEdited}. */
    MESSAGE_EDITED("message.edited", Topics.MESSAGES, MessageEdited.class),
    /** {@link MessageWithdrawn}. */
    MESSAGE_WITHDRAWN("message.withdrawn", Topics.MESSAGES, MessageWithdrawn.class),
    /** {@link PostPublished}. */
    POST_PUBLISHED("post.published", Topics.MESSAGES, PostPublished.class),
    /** {@link DeliveryReported}. */
    DELIVERY_REPORTED("delivery.reported", Topics.MESSAGES, DeliveryReported.class),
    /** {@link MessageTriaged}. */
    MESSAGE_TRIAGED("message.triaged", Topics.TRIAGE, MessageTriaged.class),
    /** {@link MessageRetriaged}. */
    MESSAGE_RETRIAGED("message.retriaged", Topics.TRIAGE, MessageRetriaged.class),
    /** {@link CaseOpened}. */
    CASE_OPENED("case.opened", Topics.CASES, CaseOpened.class),
    /** {@link CaseRouted}. */
    CASE_ROUTED("case.routed", Topics.CASES, CaseRouted.class),
    /** {@link CaseAssigned}. */
    CASE_ASSIGNED("case.assigned", Topics.CASES, CaseAssigned.class),
    /** {@link CaseReclassified}. */
    CASE_RECLASSIFIED("case.reclassified", Topics.CASES, CaseReclassified.class),
    /** {@link ReplyDrafted}. */
    REPLY_DRAFTED("reply.drafted", Topics.CASES, ReplyDrafted.class),
    /** {@link ReplySubmitted}. */
    REPLY_SUBMITTED("reply.submitted", Topics.CASES, ReplySubmitted.class),
    /** {@link ReplyApproved}. */
    REPLY_APPROVED("reply.approved", Topics.CASES, ReplyApproved.class),
    /** {@link ReplyRejected}. */
    REPLY_REJECTED("reply.rejected", Topics.CASES, ReplyRejected.class),
    /** {@link ReplyDelegated}. */
    REPLY_DELEGATED("reply.delegated", Topics.CASES, ReplyDelegated.class),
    /** {@link ReplySent}. */
    REPLY_SENT("reply.sent", Topics.CASES, ReplySent.class),
    /** {@link ReplyFailed}. */
    REPLY_FAILED("reply.failed", Topics.CASES, ReplyFailed.class),
    /** {@link ReplyWithdrawn}. */
    REPLY_WITHDRAWN("reply.withdrawn", Topics.CASES, ReplyWithdrawn.class),
    /** {@link CaseClosed}. */
    CASE_CLOSED("case.closed", Topics.CASES, CaseClosed.class),
    /** {@link CaseReopened}. */
    CASE_REOPENED("case.reopened", Topics.CASES, CaseReopened.class),
    /** {@link CaseRated}. */
    CASE_RATED("case.rated", Topics.CASES, CaseRated.class),
    /** {@link ResponsivenessBucket}. */
    RESPONSIVENESS_BUCKET("responsiveness.bucket", Topics.RESPONSIVENESS, ResponsivenessBucket.class),
    /** {@link TurnDueSoon}. */
    TURN_DUE_SOON("turn.due-soon", Topics.ALERTS, TurnDueSoon.class),
    /** {@link TurnOverdue}. */
    TURN_OVERDUE("turn.overdue", Topics.ALERTS, TurnOverdue.class),
    /** {@link ChannelSilent}. */
    CHANNEL_SILENT("channel.silent", Topics.ALERTS, ChannelSilent.class),
    /** {@link SurgeDetected}. */
    SURGE_DETECTED("surge.detected", Topics.ALERTS, SurgeDetected.class),
    /** {@link IncidentSketched}. */
    INCIDENT_SKETCHED("incident.sketched", Topics.INCIDENTS, IncidentSketched.class);

    /** What every CloudEvents type of Sigap begins with. */
    public static final String PREFIX = "id.sigap.";

    private static final Map<String, EventType> BY_CLOUD_EVENT_TYPE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::cloudEventType, Function.identity()));

    private final String name;
    private final String topic;
    private final Class<? extends SigapEvent> record;
    private final String cloudEventType;

    EventType(String name, String topic, Class<? extends SigapEvent> record) {
        this.name = name;
        this.topic = topic;
        this.record = record;
        this.cloudEventType = PREFIX + name;
    }

    /** The kind with this {@code ce_type}, or null for one that this version does not know. */
    public static @Nullable EventType ofCloudEventType(String cloudEventType) {
        return BY_CLOUD_EVENT_TYPE.get(cloudEventType);
    }

    /** The type without the prefix, e.g. {@code message.received}. */
    public String wire() {
        return name;
    }

    /** The CloudEvents type, e.g. {@code id.sigap.message.received}. */
    public String cloudEventType() {
        return cloudEventType;
    }

    /** The topic on which it travels. */
    public String topic() {
        return topic;
    }

    /** The record that holds its data. */
    public Class<? extends SigapEvent> record() {
        return record;
    }
}
