package id.sigap.bench.topology;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Passage;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Seeded conversations with the agencies of a directory, told as the events of the services, in the order of happening:
 * one to five turns each, of one or two messages; most are answered, some after an acknowledgement or an approval, one in
 * four cases is handed to another unit, and two in five are closed at the end. Each event is one that counts.
 */
final class Conversations {
    private static final List<String> SENTENCES = List.of(
            "Selamat pagi, kereta saya dari Pasar Senen ke Lempuyangan terlambat dua jam dan petugas di stasiun tidak bisa"
                    + " memberi kabar kapan berangkat, mohon penjelasan karena anak saya harus sampai sebelum sore.",
            "Mau tanya, tiket atas nama ibu saya yang dibeli lewat aplikasi kemarin malam belum muncul padahal uangnya"
                    + " sudah terpotong, bagaimana cara mengurus pengembalian dananya dan berapa lama prosesnya ya?",
            "Toilet di ruang tunggu keberangkatan kotor sekali dan airnya tidak mengalir sejak tadi pagi, sudah lapor ke"
                    + " petugas dua kali tetapi belum ada yang datang, tolong segera ditindaklanjuti, terima kasih.");

    private static final int MOST_TURNS = 5;

    private final List<Agency> agencies;
    private final Random random;
    private final Duration pause;
    private final PriorityQueue<SigapEvent> coming = new PriorityQueue<>(Comparator.comparing(SigapEvent::time));
    private final String run;
    private long begun;
    private long answered;
    private long messages;

    /**
     * Of a directory.
     *
     * @param run what ids are derived from, beside their numbers
     * @param pause how long a citizen is silent between two turns, on average
     */
    Conversations(Directory directory, String run, Duration pause) {
        this.agencies = directory.agencies();
        this.run = run;
        this.random = new Random(run.hashCode());
        this.pause = pause;
    }

    /** Tells what happens until a moment, at which one more conversation begins. */
    void begin(Instant at, Consumer<SigapEvent> tell) {
        happenUntil(at, tell);
        conversation(at);
    }

    /** Tells what happens until a moment. */
    void happenUntil(Instant at, Consumer<SigapEvent> tell) {
        while (!coming.isEmpty() && coming.element().time().isBefore(at)) {
            tell.accept(coming.remove());
        }
    }

    /** Tells all that is left. */
    void end(Consumer<SigapEvent> tell) {
        happenUntil(Instant.MAX, tell);
    }

    /** Messages of the conversations that have begun. */
    long messages() {
        return messages;
    }

    /** Messages of them that are answered in the end. */
    long answered() {
        return answered;
    }

    private void conversation(Instant start) {
        Agency agency = any(agencies);
        Account account = any(agency.accounts());
        Talk talk = new Talk(agency, account, run + "-" + begun++);
        Instant at = start;
        int turns = 1 + random.nextInt(MOST_TURNS);
        for (int turn = 0; turn < turns; turn++) {
            Kind kind = random.nextInt(3) == 0 ? Kind.QUESTION : Kind.COMPLAINT;
            List<UUID> open = new ArrayList<>();
            MessageTriaged first = talk.wrote(at, kind);
            open.add(first.message().messageId());
            Instant told = first.triagedAt();
            if (random.nextInt(5) < 2) {
                told = talk.wrote(at.plusMillis(millis(pause) / 50 + 500), kind).triagedAt();
                open.add(talk.last);
            }
            if (turn == 0) {
                talk.opened(first);
                if (random.nextInt(4) == 0) {
                    talk.routed(told.plusMillis(1_000));
                }
            }
            messages += open.size();
            at = ended(talk, told, open, turn == turns - 1);
        }
    }

    /** Most turns are answered, some of them closed; who is not answered waits, and writes again or not. */
    private Instant ended(Talk talk, Instant told, List<UUID> open, boolean last) {
        if (random.nextInt(5) == 0) {
            talk.replied(told.plusMillis(400), open, false, List.of());
        }
        Instant at = told.plusMillis(1_000 + millis(pause) / 10);
        if (random.nextInt(12) > 0) {
            boolean approved = random.nextInt(4) == 0;
            Instant submitted = told.plusMillis(at.toEpochMilli() - told.toEpochMilli() >> 1);
            talk.replied(
                    at,
                    open,
                    true,
                    approved ? List.of(new Approval(1, submitted, at.minusMillis(300), "budi")) : List.of());
            answered += open.size();
            if (last && random.nextInt(5) < 2) {
                talk.closed(at.plusMillis(60_000));
            }
        }
        return at.plusMillis(1_000 + millis(pause));
    }

    /** Exponential, ten times the mean at most. */
    private long millis(Duration mean) {
        return (long) Math.min(10.0 * mean.toMillis(), -Math.log(1 - random.nextDouble()) * mean.toMillis());
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One citizen's thread with one account. */
    private final class Talk {
        private final Agency agency;
        private final Account account;
        private final String key;
        private final UUID conversation;
        private final UUID caseId;
        private final String topic;
        private String unit;
        private int count;
        private UUID last;

        Talk(Agency agency, Account account, String key) {
            this.agency = agency;
            this.account = account;
            this.key = key;
            this.conversation = Ids.conversation(account.channel(), account.id(), key);
            this.caseId = Ids.derived("case", conversation.toString());
            this.topic = agency.topics().isEmpty()
                    ? Topic.NONE
                    : any(agency.topics()).id();
            this.unit = any(agency.units()).id();
            this.last = conversation;
        }

        MessageTriaged wrote(Instant sentAt, Kind kind) {
            String externalId = key + '/' + count++;
            last = Ids.message(account.channel(), account.id(), externalId);
            MessageReceived message = new MessageReceived(
                    last,
                    conversation,
                    agency.id(),
                    account.id(),
                    account.channel(),
                    externalId,
                    key,
                    Visibility.PRIVATE,
                    new Author(key, "Warga"),
                    any(SENTENCES),
                    "id",
                    null,
                    List.of(),
                    sentAt,
                    sentAt.plusMillis(200 + random.nextInt(300)));
            coming.add(message);
            MessageTriaged triaged = new MessageTriaged(
                    message, triage(kind, sentAt), message.receivedAt().plusMillis(20 + random.nextInt(100)));
            coming.add(triaged);
            return triaged;
        }

        private Triage triage(Kind kind, Instant sentAt) {
            return new Triage(
                    kind,
                    0.93,
                    new Scores(0.93, 0.04, 0.01, 0.01, 0.01),
                    topic,
                    unit,
                    Urgency.NORMAL,
                    0.42,
                    List.of(),
                    List.of("stasiun"),
                    null,
                    List.of(new Because("terlambat", 1.82), new Because("belum", 0.74), new Because("mohon", 0.31)),
                    sentAt.plusSeconds(600),
                    "messages-7",
                    new Reading(
                            false,
                            WrittenLanguage.INDONESIAN,
                            List.of(),
                            List.of(new Passage(120, 180)),
                            List.of(),
                            "routing[0]: topics"));
        }

        void opened(MessageTriaged first) {
            coming.add(new CaseOpened(
                    caseId,
                    conversation,
                    agency.id(),
                    account.id(),
                    account.channel(),
                    agency.caseNumberPrefix() + '-' + begun,
                    first.message().messageId(),
                    first.triage().kind(),
                    topic,
                    unit,
                    Urgency.NORMAL,
                    first.triage().respondBy(),
                    first.triagedAt().plusMillis(30)));
        }

        void routed(Instant at) {
            String from = unit;
            unit = any(agency.units()).id();
            coming.add(new CaseRouted(
                    caseId, conversation, agency.id(), account.id(), account.channel(), from, unit, null, "sari", at));
        }

        void replied(Instant at, List<UUID> open, boolean substantive, List<Approval> approvals) {
            Instant drafted = at.minusMillis(Math.min(
                    5_000,
                    approvals.isEmpty()
                            ? 900
                            : at.toEpochMilli() - approvals.get(0).submittedAt().toEpochMilli()));
            coming.add(new ReplySent(
                    caseId,
                    conversation,
                    agency.id(),
                    account.id(),
                    account.channel(),
                    unit,
                    Ids.derived("reply", key, String.valueOf(count++)),
                    open.get(0),
                    List.copyOf(open),
                    substantive,
                    substantive ? any(List.of(Actor.HUMAN, Actor.APPROVED_DRAFT)) : Actor.AUTOMATIC,
                    substantive ? "sari" : null,
                    approvals,
                    drafted,
                    at.minusMillis(250),
                    at,
                    "wamid." + key + count));
        }

        void closed(Instant at) {
            coming.add(new CaseClosed(
                    caseId,
                    conversation,
                    agency.id(),
                    account.id(),
                    account.channel(),
                    unit,
                    Disposition.RESOLVED,
                    List.of(),
                    "sari",
                    at));
        }
    }
}
