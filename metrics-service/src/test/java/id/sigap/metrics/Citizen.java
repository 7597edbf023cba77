package id.sigap.metrics;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.SendFailure;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.CaseAssigned;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseRated;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.PostPublished;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.ReplyFailed;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.ReplyWithdrawn;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.Triage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One citizen's conversation, told as the events that the other services publish. Ids follow from names. */
public final class Citizen {
    public static final String UNIT = "layanan-kereta";

    private final String agency;
    private final String account;
    private final Channel channel;
    private final String name;
    private final UUID conversation;
    private final UUID caseId;

    public Citizen(String agency, String account, Channel channel, String name) {
        this.agency = agency;
        this.account = account;
        this.channel = channel;
        this.name = name;
        this.conversation = Ids.conversation(channel, account, name);
        this.caseId = Ids.derived("case", conversation.toString());
    }

    /** Writes to the demo agency's WhatsApp account. */
    public static Citizen onWhatsApp(String name) {
        return new Citizen("kemenhub-contoh", "kemenhub-wa", Channel.WHATSAPP, name);
    }

    public UUID id(String message) {
        return Ids.message(channel, account, name + "/" + message);
    }

    /** Received 400 ms after it was sent. */
    public MessageReceived wrote(String message, Instant sentAt) {
        return new MessageReceived(
                id(message),
                conversation,
                agency,
                account,
                channel,
                name + "/" + message,
                name,
                Visibility.PRIVATE,
                new Author(name, null),
                "Kereta terlambat lagi",
                null,
                null,
                List.of(),
                sentAt,
                sentAt.plusMillis(400));
    }

    /** Triaged 600 ms after it was sent. */
    public MessageTriaged understood(MessageReceived message, Kind kind) {
        return understood(message, kind, Reading.UNREAD);
    }

    /** Triaged 600 ms after it was sent, so unsurely that a person must look. */
    public MessageTriaged guessed(MessageReceived message, Kind kind) {
        return understood(
                message, kind, new Reading(true, WrittenLanguage.UNDETERMINED, List.of(), List.of(), List.of(), null));
    }

    private MessageTriaged understood(MessageReceived message, Kind kind, Reading reading) {
        Instant at = message.sentAt().plusMillis(600);
        return understood(message, kind, reading, "kereta", UNIT, at, at.plusSeconds(600));
    }

    /** Triaged at a moment, with everything that counts in turns. */
    public MessageTriaged understood(
            MessageReceived message,
            Kind kind,
            Reading reading,
            String topic,
            String unit,
            Instant at,
            Instant respondBy) {
        return new MessageTriaged(
                message,
                new Triage(
                        kind,
                        0.9,
                        new Scores(0.9, 0.05, 0.02, 0.02, 0.01),
                        topic,
                        unit,
                        Urgency.NORMAL,
                        0.4,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        respondBy,
                        "test",
                        reading),
                at);
    }

    /** Answered without approval: drafted 1 s after the start of {@code message}'s wait, queued just before acceptance. */
    public ReplySent answered(String reply, Actor actor, Instant acceptedAt, String... messages) {
        return reply(reply, actor, true, List.of(), acceptedAt.minusMillis(300), acceptedAt, messages);
    }

    public ReplySent reply(
            String reply,
            Actor actor,
            boolean substantive,
            List<Approval> approvals,
            Instant queuedAt,
            Instant acceptedAt,
            String... messages) {
        return reply(UNIT, reply, actor, substantive, approvals, queuedAt, acceptedAt, messages);
    }

    /** A reply of a unit; drafted 20 s before it was queued, or submitted for its first approval. */
    public ReplySent reply(
            String unit,
            String reply,
            Actor actor,
            boolean substantive,
            List<Approval> approvals,
            Instant queuedAt,
            Instant acceptedAt,
            String... messages) {
        return new ReplySent(
                caseId,
                conversation,
                agency,
                account,
                channel,
                unit,
                Ids.derived("reply", name, reply),
                id(messages[0]),
                Arrays.stream(messages).map(this::id).toList(),
                substantive,
                actor,
                null,
                approvals,
                Stream.concat(Stream.of(queuedAt), approvals.stream().map(Approval::submittedAt))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .minusSeconds(20),
                queuedAt,
                acceptedAt,
                "ext-" + reply);
    }

    /** Somebody at the desk had the channel delete an answer. */
    public ReplyWithdrawn answerWithdrawn(String reply, Instant at) {
        return new ReplyWithdrawn(
                caseId, conversation, agency, account, channel, UNIT, Ids.derived("reply", name, reply), "budi", at);
    }

    public MessageWithdrawn withdrew(String message, Instant at) {
        return new MessageWithdrawn(
                id(message), conversation, agency, account, channel, name + "/" + message, at, at.plusMillis(300));
    }

    public CaseReclassified reclassified(String message, Kind from, Kind to, Instant at) {
        return reclassified(message, from, to, "kereta", at);
    }

    public CaseReclassified reclassified(String message, Kind from, Kind to, String topic, Instant at) {
        return reclassified(message, from, to, topic, null, null, at);
    }

    /** Somebody, or the citizen's own edit, made it something else, which may wait for so long. */
    public CaseReclassified reclassified(
            String message,
            Kind from,
            Kind to,
            String topic,
            @Nullable Urgency urgency,
            @Nullable Instant respondBy,
            Instant at) {
        return new CaseReclassified(
                caseId,
                conversation,
                agency,
                account,
                channel,
                id(message),
                from,
                to,
                "kereta",
                topic,
                UNIT,
                urgency,
                respondBy,
                "kereta telat",
                "budi",
                at);
    }

    public CaseClosed closed(Disposition disposition, Instant at, String... unanswered) {
        return closed(UNIT, disposition, at, unanswered);
    }

    public CaseClosed closed(String unit, Disposition disposition, Instant at, String... unanswered) {
        return new CaseClosed(
                caseId,
                conversation,
                agency,
                account,
                channel,
                unit,
                disposition,
                Arrays.stream(unanswered).map(this::id).toList(),
                "sari",
                at);
    }

    public CaseReopened reopened(@Nullable String by, Instant at) {
        return new CaseReopened(caseId, conversation, agency, account, channel, by, null, at);
    }

    public CaseRouted routed(@Nullable String from, String unit, Instant at) {
        return new CaseRouted(caseId, conversation, agency, account, channel, from, unit, null, null, at);
    }

    /** The case of a message that triage has spoken of. */
    public CaseOpened opened(MessageTriaged triaged, Instant at) {
        return new CaseOpened(
                caseId,
                conversation,
                agency,
                account,
                channel,
                "KHB-1",
                triaged.message().messageId(),
                triaged.triage().kind(),
                triaged.triage().topic(),
                triaged.triage().unit(),
                triaged.triage().urgency(),
                triaged.triage().respondBy(),
                at);
    }

    public CaseRated rated(int rating, Instant at) {
        return new CaseRated(caseId, conversation, agency, account, channel, rating, at);
    }

    public CaseAssigned assigned(String agent, Instant at) {
        return new CaseAssigned(caseId, conversation, agency, account, channel, agent, null, at);
    }

    public ReplyFailed failed(String reply, Instant at) {
        return new ReplyFailed(
                caseId,
                conversation,
                agency,
                account,
                channel,
                UNIT,
                Ids.derived("reply", name, reply),
                SendFailure.REFUSED,
                "refused",
                at);
    }

    public MessageEdited edited(String message, Instant at) {
        return new MessageEdited(
                id(message),
                conversation,
                agency,
                account,
                channel,
                name + "/" + message,
                null,
                null,
                null,
                "Kereta terlambat sekali",
                at,
                at.plusMillis(300));
    }

    /** The account itself broadcasts something. */
    public PostPublished posted(String post, Instant at) {
        return new PostPublished(
                Ids.post(channel, account, post),
                agency,
                account,
                channel,
                post,
                "Selamat pagi",
                at,
                at.plusMillis(500));
    }

    public UUID conversation() {
        return conversation;
    }
}
