package id.sigap.contracts.event;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.SendFailure;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One event of every type, telling one story of the demo directory: a traveller writes on WhatsApp that her train is
 * late, triage understands it, sari submits a draft, budi approves it, the channel accepts it. Every method without
 * parameters gives the same event each time; those with parameters follow from what they are given.
 */
public final class SampleEvents {
    /** The agency of the story. */
    public static final String AGENCY = "kemenhub-contoh";
    /** Its WhatsApp account. */
    public static final String ACCOUNT = "kemenhub-wa";
    /** The unit that answers. */
    public static final String UNIT = "layanan-kereta";
    /** The channel's time of the first message: Thursday, 22 January 2026, 08:15 in Jakarta. */
    public static final Instant T0 = Instant.parse("2026-01-22T01:15:00.000Z");
    /** The citizen's thread with the account. */
    public static final String THREAD = "6281234567890";
    /** The case. */
    public static final UUID CASE = UUID.fromString("019be358-1d60-7000-8000-000000000001");
    /** The reply. */
    public static final UUID REPLY = UUID.fromString("019be358-1d60-7000-8000-000000000002");
    /** SHA-256 of the reply's text. */
    public static final String TEXT_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleEvents() {}

    /** One event of every type, in the order of {@link EventType}. */
    public static List<SigapEvent> all() {
        return List.of(
                received(),
                edited(received()),
                withdrawn(received()),
                posted(),
                delivered(sent(triaged())),
                triaged(),
                retriaged(edited(received())),
                opened(triaged()),
                routed(triaged()),
                assigned(triaged()),
                reclassified(triaged()),
                drafted(triaged()),
                submitted(triaged()),
                approved(triaged()),
                rejected(triaged()),
                delegated(triaged()),
                sent(triaged()),
                failed(triaged()),
                withdrawn(triaged()),
                closed(triaged()),
                reopened(triaged()),
                rated(triaged()),
                bucket(),
                dueSoon(triaged()),
                overdue(triaged()),
                silent(),
                surge(),
                sketched());
    }

    /** The traveller's message. */
    public static MessageReceived received() {
        return received("wamid.HBgMNjI4MTIzNDU2Nzg5MA", "Min, KRL telat lagi di st. Manggarai. Kapan datang?");
    }

    /** Another message in the same conversation. */
    public static MessageReceived received(String externalId, String text) {
        return received(Channel.WHATSAPP, ACCOUNT, externalId, THREAD, text, T0);
    }

    /** A message on any account of the story's agency; private, with one attachment, received 180 ms after it was sent. */
    public static MessageReceived received(
            Channel channel, String account, String externalId, String thread, String text, Instant sentAt) {
        return new MessageReceived(
                Ids.message(channel, account, externalId),
                Ids.conversation(channel, account, thread),
                AGENCY,
                account,
                channel,
                externalId,
                thread,
                Visibility.PRIVATE,
                new Author(thread, "Ratna"),
                text,
                "id",
                null,
                List.of(new Attachment("media-1", "image/jpeg", 48_213, null)),
                sentAt,
                sentAt.plusMillis(180));
    }

    /** The same message with other words, 30 s later. */
    public static MessageEdited edited(MessageReceived message) {
        return new MessageEdited(
                message.messageId(),
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                message.externalId(),
                message.threadKey(),
                message.visibility(),
                message.author(),
                "Min, KRL telat 40 menit di st. Manggarai. Kapan datang?",
                message.sentAt().plusSeconds(30),
                message.receivedAt().plusSeconds(30));
    }

    /** What triage reads in the new words: the hour is no longer missing. */
    public static MessageRetriaged retriaged(MessageEdited edit) {
        return new MessageRetriaged(edit, triaged().triage(), edit.receivedAt().plusMillis(20));
    }

    /** The same message taken back, a minute later. */
    public static MessageWithdrawn withdrawn(MessageReceived message) {
        return new MessageWithdrawn(
                message.messageId(),
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                message.externalId(),
                message.sentAt().plusSeconds(60),
                message.receivedAt().plusSeconds(60));
    }

    /** The account's greeting of the day. */
    public static PostPublished posted() {
        return new PostPublished(
                Ids.post(Channel.X, "kemenhub-x", "1881234567890123456"),
                AGENCY,
                "kemenhub-x",
                Channel.X,
                "1881234567890123456",
                "Selamat pagi, Sobat Perjalanan!",
                T0.minusSeconds(900),
                T0.minusSeconds(898));
    }

    /** The channel says that the reply reached the citizen's phone, 2 s after it was accepted. */
    public static DeliveryReported delivered(ReplySent reply) {
        return new DeliveryReported(
                reply.conversationId(),
                reply.agency(),
                reply.account(),
                reply.channel(),
                reply.externalId(),
                reply.replyId(),
                DeliveryStatus.DELIVERED,
                null,
                reply.acceptedAt().plusSeconds(2),
                reply.acceptedAt().plusMillis(2150));
    }

    /** The traveller's message, understood. */
    public static MessageTriaged triaged() {
        return triaged(received());
    }

    /** A message, understood as a complaint about a late train. */
    public static MessageTriaged triaged(MessageReceived message) {
        return triaged(message, Kind.COMPLAINT);
    }

    /** A message, understood as of this kind with probability 0.92, 20 ms after it was received. */
    public static MessageTriaged triaged(MessageReceived message, Kind kind) {
        Triage triage = new Triage(
                kind,
                0.92,
                new Scores(
                        score(kind, Kind.COMPLAINT),
                        score(kind, Kind.QUESTION),
                        score(kind, Kind.PRAISE),
                        score(kind, Kind.OTHER),
                        score(kind, Kind.SPAM)),
                "kereta-terlambat",
                UNIT,
                Urgency.NORMAL,
                0.4,
                List.of(),
                List.of("jam"),
                null,
                List.of(new Because("krl telat", 2.31), new Because("lagi", 0.87)),
                message.sentAt().plus(Duration.ofMinutes(10)),
                "baseline-1",
                new Reading(
                        false,
                        WrittenLanguage.INDONESIAN,
                        List.of(),
                        List.of(new Passage(38, 51)),
                        List.of(new KnownSlot("stasiun", 23, 36)),
                        "routing[0]: topics kereta"));
        return new MessageTriaged(message, triage, message.receivedAt().plusMillis(20));
    }

    /** The message opened a case. */
    public static CaseOpened opened(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        Triage triage = triaged.triage();
        return new CaseOpened(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                "KHB-2026-000123",
                message.messageId(),
                triage.kind(),
                triage.topic(),
                triage.unit(),
                triage.urgency(),
                triage.respondBy(),
                triaged.triagedAt().plusMillis(15));
    }

    /** A rule sent the case to its unit. */
    public static CaseRouted routed(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseRouted(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                null,
                triaged.triage().unit(),
                "routing[0]: topics kereta",
                null,
                triaged.triagedAt().plusMillis(15));
    }

    /** Sari took the case. */
    public static CaseAssigned assigned(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseAssigned(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                "sari",
                "sari",
                message.sentAt().plusSeconds(40));
    }

    /** Budi corrected the kind to a question. */
    public static CaseReclassified reclassified(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseReclassified(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                message.messageId(),
                triaged.triage().kind(),
                Kind.QUESTION,
                triaged.triage().topic(),
                "kereta",
                "layanan-kereta",
                triaged.triage().urgency(),
                triaged.triage().respondBy(),
                message.text(),
                "budi",
                message.sentAt().plusSeconds(600));
    }

    /** An answer was drafted by the system. */
    public static ReplyDrafted drafted(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyDrafted(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                Actor.AUTOMATIC,
                TEXT_HASH,
                triaged.triagedAt().plusMillis(15));
    }

    /** Sari submitted it. */
    public static ReplySubmitted submitted(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplySubmitted(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                1,
                TEXT_HASH,
                "sari",
                message.sentAt().plusSeconds(90));
    }

    /** Budi approved it. */
    public static ReplyApproved approved(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyApproved(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                1,
                TEXT_HASH,
                "budi",
                message.sentAt().plusSeconds(90),
                message.sentAt().plusSeconds(150));
    }

    /** Budi refused it. */
    public static ReplyRejected rejected(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyRejected(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                1,
                "budi",
                "Sebutkan jam keberangkatan berikutnya.",
                message.sentAt().plusSeconds(120));
    }

    /** Nobody gave the approval in time. */
    public static ReplyDelegated delegated(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyDelegated(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                1,
                1,
                "deputies",
                List.of("tono"),
                List.of("supervisor"),
                message.sentAt().plusSeconds(390));
    }

    /** A supervisor had the channel delete what was sent. */
    public static ReplyWithdrawn withdrawn(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyWithdrawn(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                "budi",
                message.sentAt().plusSeconds(990));
    }

    /** The channel accepted it, 151.2 s after the citizen wrote. */
    public static ReplySent sent(MessageTriaged triaged) {
        return sent(triaged, triaged.message().sentAt().plusMillis(151_200));
    }

    /** The channel accepted it at this time. */
    public static ReplySent sent(MessageTriaged triaged, Instant acceptedAt) {
        MessageReceived message = triaged.message();
        return new ReplySent(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                message.messageId(),
                List.of(message.messageId()),
                true,
                Actor.APPROVED_DRAFT,
                "sari",
                List.of(new Approval(
                        1, message.sentAt().plusSeconds(90), message.sentAt().plusSeconds(150), "budi")),
                triaged.triagedAt().plusMillis(15),
                message.sentAt().plusSeconds(150),
                acceptedAt,
                "wamid.HBgMNjI4MTIzNDU2Nzg5MBUCABEYEjQ");
    }

    /** The channel refused it. */
    public static ReplyFailed failed(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new ReplyFailed(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                REPLY,
                SendFailure.REFUSED,
                "131026",
                message.sentAt().plusSeconds(152));
    }

    /** Sari closed the case without an answer. */
    public static CaseClosed closed(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseClosed(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                Disposition.WITHOUT_ANSWER,
                List.of(message.messageId()),
                "sari",
                message.sentAt().plus(2, ChronoUnit.HOURS));
    }

    /** The citizen wrote again. */
    public static CaseReopened reopened(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseReopened(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                null,
                "Warga menulis lagi.",
                message.sentAt().plus(3, ChronoUnit.HOURS));
    }

    /** The citizen gave top marks. */
    public static CaseRated rated(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new CaseRated(
                CASE,
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                5,
                message.sentAt().plus(4, ChronoUnit.HOURS));
    }

    /** The story's hour: one turn answered, two waiting. */
    public static ResponsivenessBucket bucket() {
        return new ResponsivenessBucket(
                AGENCY,
                UNIT,
                Channel.WHATSAPP,
                Kind.COMPLAINT,
                T0.truncatedTo(ChronoUnit.HOURS),
                7,
                0,
                List.of(
                        new Cell(90, "answered-approved-draft", 151_000, 1, 151_000L, 0, 600_000L, 0),
                        new Cell(91, "waiting", 0, 2, null, null, 600_000L, 0)),
                new Decomposition(180, 20, 15, 89_785, 60_000, 1_200),
                List.of(new Series(
                        ACCOUNT,
                        "kereta-terlambat",
                        new Decomposition(180, 20, 15, 89_785, 60_000, 1_200),
                        List.of(new ApprovalCell(1, 60_000, 60_000L, 1)),
                        List.of(new AttemptsCell(2, 1)),
                        List.of(new ClosureCell(
                                Disposition.RESOLVED,
                                T0.truncatedTo(ChronoUnit.HOURS).plus(14, ChronoUnit.DAYS),
                                false,
                                1,
                                5,
                                1)))),
                T0.plusMillis(151_200));
    }

    /** Two minutes are left. */
    public static TurnDueSoon dueSoon(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new TurnDueSoon(
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                message.messageId(),
                message.sentAt(),
                triaged.triage().respondBy(),
                null,
                null,
                triaged.triage().kind(),
                triaged.triage().urgency(),
                triaged.triage().respondBy().minusSeconds(120));
    }

    /** Nobody answered in time. */
    public static TurnOverdue overdue(MessageTriaged triaged) {
        MessageReceived message = triaged.message();
        return new TurnOverdue(
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                triaged.triage().unit(),
                message.messageId(),
                message.sentAt(),
                triaged.triage().respondBy(),
                "informasi-publik",
                CASE,
                triaged.triage().kind(),
                triaged.triage().urgency(),
                triaged.triage().respondBy());
    }

    /** Nothing comes in on WhatsApp any more. */
    public static ChannelSilent silent() {
        return new ChannelSilent(AGENCY, ACCOUNT, Channel.WHATSAPP, true, T0.minusSeconds(7200), T0);
    }

    /** Many write of one train. */
    public static SurgeDetected surge() {
        return new SurgeDetected(
                AGENCY,
                "krl-manggarai-2026-01-22",
                "kereta-terlambat",
                48,
                List.of(received().messageId()),
                T0.plusSeconds(300));
    }

    /** One instance tells the others of a message and of the incident that it belongs to. */
    public static IncidentSketched sketched() {
        return new IncidentSketched(
                AGENCY,
                UUID.fromString("0197f2b0-7c1e-7d52-9f3a-5b8c2d4e6f70"),
                List.of(new SketchedMessage(
                        received().messageId(),
                        received().conversationId(),
                        T0,
                        "kereta-terlambat",
                        true,
                        "krl-manggarai-2026-01-22",
                        1,
                        "8J+SqQAAAAE=")),
                List.of(new SketchedIncident(
                        "krl-manggarai-2026-01-22",
                        "kereta-terlambat",
                        T0.minusSeconds(600),
                        T0,
                        48,
                        40,
                        List.of(received().messageId()),
                        48,
                        "8J+SqQAJAAAAAQAE")),
                T0.plusSeconds(1));
    }

    private static double score(Kind kind, Kind of) {
        return kind == of ? 0.92 : 0.02;
    }
}
