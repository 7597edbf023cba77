package id.sigap.reply;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageRetriaged;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.Triage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who writes; each has a conversation of their own. */
final class Citizen {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    final String agency;
    final String account;
    final Channel channel;
    final String number = "62" + NUMBERS.incrementAndGet();
    final UUID conversation;
    private int written;

    private Citizen(String agency, String account, Channel channel) {
        this.agency = agency;
        this.account = account;
        this.channel = channel;
        this.conversation = Ids.conversation(channel, account, number);
    }

    static Citizen onWhatsApp() {
        return new Citizen("kemenhub-contoh", "kemenhub-wa", Channel.WHATSAPP);
    }

    static Citizen onTelegram() {
        return new Citizen("kemenhub-contoh", "kemenhub-telegram", Channel.TELEGRAM);
    }

    static Citizen onWeb() {
        return new Citizen("kemenhub-contoh", "kemenhub-web", Channel.WEB);
    }

    static Citizen ofKemenkes() {
        return new Citizen("kemenkes-contoh", "kemenkes-wa", Channel.WHATSAPP);
    }

    /** Of an account that the directory does not have. */
    static Citizen ofNowhere() {
        return new Citizen("kemenhub-contoh", "kemenhub-lain", Channel.WHATSAPP);
    }

    MessageTriaged complains(String text) {
        return writes(text, Kind.COMPLAINT, "kereta-terlambat", Urgency.NORMAL, List.of("jam"));
    }

    MessageTriaged thanks() {
        return writes("terima kasih banyak ya min", Kind.PRAISE, "lainnya", Urgency.LOW, List.of());
    }

    /** Thanks, and triage is sure that there is nothing else in it. */
    MessageTriaged thanksAlone() {
        MessageTriaged thanks = thanks();
        Triage triage = thanks.triage();
        Triage alone = new Triage(
                triage.kind(),
                triage.confidence(),
                triage.scores(),
                triage.topic(),
                triage.unit(),
                triage.urgency(),
                triage.intensity(),
                triage.personalData(),
                triage.missing(),
                triage.incident(),
                triage.because(),
                triage.respondBy(),
                triage.model(),
                new Reading(
                        false, WrittenLanguage.INDONESIAN, List.of(Flag.GRATITUDE_ONLY), List.of(), List.of(), null));
        return new MessageTriaged(thanks.message(), alone, thanks.triagedAt());
    }

    /** Thanks without a question: answered by itself, unless somebody stops it. */
    MessageTriaged praises() {
        return writes("Petugas di Stasiun Gambir ramah sekali", Kind.PRAISE, "kereta", Urgency.LOW, List.of());
    }

    MessageTriaged advertises() {
        return writes("slot gacor", Kind.SPAM, "lainnya", Urgency.LOW, List.of());
    }

    /** The same message, as triage tells it once it has noticed the incident. */
    static MessageTriaged of(String incident, MessageTriaged told) {
        return new MessageTriaged(told.message(), told.triage().withIncident(incident), told.triagedAt());
    }

    /** Praise of a topic of one's own. */
    MessageTriaged praises(String topic) {
        return writes("Petugasnya ramah sekali", Kind.PRAISE, topic, Urgency.LOW, List.of());
    }

    /** The same message, or the next, where everybody can read it. */
    static MessageTriaged inPublic(MessageTriaged triaged) {
        MessageReceived said = triaged.message();
        MessageReceived open = new MessageReceived(
                said.messageId(),
                said.conversationId(),
                said.agency(),
                said.account(),
                said.channel(),
                said.externalId(),
                said.threadKey(),
                Visibility.PUBLIC,
                said.author(),
                said.text(),
                said.language(),
                said.inReplyTo(),
                said.attachments(),
                said.sentAt(),
                said.receivedAt());
        return new MessageTriaged(open, triaged.triage(), triaged.triagedAt());
    }

    /** The same message, or the next, as if triage had been unsure of its kind. */
    static MessageTriaged unsure(MessageTriaged sure) {
        return read(sure, 0.4, new Reading(true, WrittenLanguage.INDONESIAN, List.of(), List.of(), List.of(), null));
    }

    /** The same message, or the next, as if it were in English. */
    static MessageTriaged inEnglish(MessageTriaged triaged) {
        return read(
                triaged,
                triaged.triage().confidence(),
                new Reading(false, WrittenLanguage.ENGLISH, List.of(), List.of(), List.of(), null));
    }

    private static MessageTriaged read(MessageTriaged triaged, double confidence, Reading reading) {
        Triage triage = triaged.triage();
        Triage other = new Triage(
                triage.kind(),
                confidence,
                triage.scores(),
                triage.topic(),
                triage.unit(),
                triage.urgency(),
                triage.intensity(),
                triage.personalData(),
                triage.missing(),
                triage.incident(),
                triage.because(),
                triage.respondBy(),
                triage.model(),
                reading);
        return new MessageTriaged(triaged.message(), other, triaged.triagedAt());
    }

    MessageTriaged cries(String text) {
        return writes(text, Kind.COMPLAINT, "kereta", Urgency.CRITICAL, List.of());
    }

    /** Puts other words in the place of a message's. */
    MessageEdited changes(MessageTriaged triaged, String text, int secondsLater) {
        Instant at = triaged.message().sentAt().plusSeconds(secondsLater);
        return changes(triaged, text, at, at);
    }

    /** The same, where the channel's time of it is not that at which ingest had it. */
    MessageEdited changes(MessageTriaged triaged, String text, Instant at, Instant received) {
        MessageReceived message = triaged.message();
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
                text,
                at,
                received);
    }

    /** What triage reads in changed words: what it would read in another message. */
    static MessageRetriaged readAs(MessageEdited edit, MessageTriaged other) {
        return new MessageRetriaged(edit, other.triage(), other.triagedAt());
    }

    MessageTriaged asks(String text) {
        return writes(text, Kind.QUESTION, "kereta", Urgency.HIGH, List.of());
    }

    private MessageTriaged writes(String text, Kind kind, String topic, Urgency urgency, List<String> missing) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        written++;
        String externalId = "wamid." + number + "." + written;
        MessageReceived message = new MessageReceived(
                Ids.message(channel, account, externalId),
                conversation,
                agency,
                account,
                channel,
                externalId,
                number,
                Visibility.PRIVATE,
                new Author(number, "Sri Wahyuni"),
                text,
                null,
                null,
                List.of(),
                now,
                now);
        Triage triage = new Triage(
                kind,
                0.9,
                new Scores(0.9, 0.02, 0.03, 0.03, 0.02),
                topic,
                topic.startsWith("kereta") ? "layanan-kereta" : "layanan-pelanggan",
                urgency,
                0.7,
                List.of(),
                missing,
                null,
                List.of(),
                now.plus(Duration.ofMinutes(10)),
                "test",
                Reading.UNREAD);
        return new MessageTriaged(message, triage, now);
    }
}
