package id.sigap.metrics.recount;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseRated;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.PostPublished;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.ReplyWithdrawn;
import id.sigap.contracts.event.SigapEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a history, counted from its events at once. Written from DESIGN section 8 and docs/metrics.md, without
 * the code that it checks: sets of events, sorted and looked through as often as needed. What it counts is text, so that a
 * difference can be read.
 */
public final class Recount {
    private static final Comparator<MessageReceived> AS_WRITTEN =
            Comparator.comparing(MessageReceived::sentAt).thenComparing(MessageReceived::messageId);

    /** How many there are of each thing. */
    public final TreeMap<String, Long> counts = new TreeMap<>();
    /** Every turn. */
    public final List<Wait> waits = new ArrayList<>();

    private final BiFunction<String, String, @Nullable WorkingCalendar> calendars;

    private Recount(BiFunction<String, String, @Nullable WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /** Counts; the order of the events and their repetitions do not matter. */
    public static Recount of(
            Collection<SigapEvent> told, BiFunction<String, String, @Nullable WorkingCalendar> calendars) {
        Recount recount = new Recount(calendars);
        // An answer to merged cases is told in each conversation, under one id.
        Set<String> seen = new HashSet<>();
        List<SigapEvent> once = told.stream()
                .filter(event -> seen.add(event.key() + event.id()))
                .sorted(Comparator.comparing(SigapEvent::id).thenComparing(SigapEvent::key))
                .toList();
        once.stream()
                .filter(event -> !(event instanceof PostPublished))
                .collect(Collectors.groupingBy(SigapEvent::key, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(recount::conversation);
        for (PostPublished post : only(once, PostPublished.class)) {
            recount.count("activity|" + post.account() + '|' + hour(post.publishedAt()) + "|post", 1);
        }
        recount.counts.values().removeIf(count -> count == 0);
        return recount;
    }

    /** What ended a message's wait. */
    private record Ending(
            Instant at,
            int rank,
            @Nullable ReplySent reply,
            @Nullable CaseClosed closing) {}

    /** A turn: from a moment to what ended it. */
    public static final class Wait {
        public final Instant start;
        public final @Nullable Instant end;
        public final String outcome;
        final List<MessageReceived> messages;
        final MessageReceived about;
        final @Nullable ReplySent reply;
        public String unit = "";
        public Kind kind = Kind.OTHER;
        public String topic = "";

        Wait(
                Instant start,
                @Nullable Instant end,
                String outcome,
                List<MessageReceived> messages,
                MessageReceived about,
                @Nullable ReplySent reply) {
            this.start = start;
            this.end = end == null || !end.isBefore(start) ? end : start;
            this.outcome = outcome;
            this.messages = new ArrayList<>(messages);
            this.about = about;
            this.reply = reply;
        }

        boolean isOnAt(Instant moment) {
            return !start.isAfter(moment) && (end == null || end.isAfter(moment));
        }

        boolean meets(Instant from, @Nullable Instant to) {
            return (to == null || !start.isAfter(to)) && (end == null || !end.isBefore(from));
        }
    }

    private void conversation(List<SigapEvent> events) {
        new OneConversation(events).count();
    }

    /** One conversation's events, and what follows from them. */
    private final class OneConversation {
        private final List<SigapEvent> events;
        private final List<MessageReceived> messages;
        private final Set<UUID> arrived;
        private final Map<UUID, MessageTriaged> triage;
        private final List<ReplySent> answers;
        private final List<CaseClosed> closings;
        private final List<Wait> turns = new ArrayList<>();
        private final Map<UUID, String> states = new TreeMap<>();

        OneConversation(List<SigapEvent> events) {
            this.events = events;
            List<MessageTriaged> triaged = only(events, MessageTriaged.class);
            List<MessageReceived> received = only(events, MessageReceived.class);
            this.arrived = received.stream().map(MessageReceived::messageId).collect(Collectors.toSet());
            this.triage = triaged.stream()
                    .collect(Collectors.toMap(event -> event.message().messageId(), event -> event));
            this.messages = Stream.concat(received.stream(), triaged.stream().map(MessageTriaged::message))
                    .collect(Collectors.toMap(MessageReceived::messageId, event -> event, (a, b) -> a))
                    .values()
                    .stream()
                    .sorted(AS_WRITTEN)
                    .toList();
            this.answers = only(events, ReplySent.class).stream()
                    .filter(ReplySent::substantive)
                    .filter(reply -> !gone(reply))
                    .sorted(Comparator.comparing(ReplySent::acceptedAt).thenComparing(ReplySent::replyId))
                    .toList();
            this.closings = only(events, CaseClosed.class).stream()
                    .sorted(Comparator.comparing(CaseClosed::closedAt).thenComparing(CaseClosed::caseId))
                    .toList();
        }

        void count() {
            List<MessageReceived> polite = new ArrayList<>();
            List<MessageReceived> takenBack = new ArrayList<>();
            byEnding(polite, takenBack);
            turns.sort(Comparator.comparing((Wait wait) -> wait.start)
                    .thenComparing(wait -> wait.end, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(wait -> wait.about, AS_WRITTEN));
            polite.forEach(this::thanks);
            withdrawn(takenBack);
            reopened();
            turns.forEach(this::measure);
            ledger();
            activity();
            closings.forEach(this::closed);
        }

        private void byEnding(List<MessageReceived> polite, List<MessageReceived> takenBack) {
            Map<Object, List<MessageReceived>> groups = new LinkedHashMap<>();
            Map<Object, Ending> endings = new HashMap<>();
            for (MessageReceived message : messages) {
                Kind kind = kind(message);
                Ending ending = ending(message);
                states.put(message.messageId(), kind == Kind.SPAM ? "excluded" : state(ending));
                boolean needless = ending != null
                        && ending.closing != null
                        && ending.closing.disposition() == Disposition.NEEDS_NO_ANSWER;
                if (kind == null || kind == Kind.SPAM || needless) {
                    continue;
                }
                boolean afterAnswer = !answers.isEmpty()
                        && message.sentAt().isAfter(answers.get(0).acceptedAt());
                if (ending != null && ending.reply == null && ending.closing == null) {
                    takenBack.add(message);
                } else if (afterAnswer && (kind == Kind.PRAISE || kind == Kind.OTHER)) {
                    polite.add(message);
                } else {
                    Object key = ending == null ? "waits" : ending.reply != null ? ending.reply : ending.closing;
                    groups.computeIfAbsent(key, any -> new ArrayList<>()).add(message);
                    if (ending != null) {
                        endings.put(key, ending);
                    }
                }
            }
            groups.forEach((key, members) -> {
                Ending ending = endings.get(key);
                MessageReceived first = members.get(0);
                turns.add(
                        ending == null
                                ? new Wait(first.sentAt(), null, "waiting", members, first, null)
                                : new Wait(
                                        first.sentAt(),
                                        ending.at,
                                        ending.reply == null ? "closed" : outcome(ending.reply),
                                        members,
                                        first,
                                        ending.reply));
            });
        }

        /** Of all that would end it the earliest; at one time an answer before a closing, that before a withdrawal. */
        private @Nullable Ending ending(MessageReceived message) {
            List<Ending> endings = new ArrayList<>();
            for (ReplySent reply : answers) {
                if (reply.answers().contains(message.messageId())
                        || reply.turnFirstMessageId().equals(message.messageId())) {
                    endings.add(new Ending(reply.acceptedAt(), 0, reply, null));
                    break;
                }
            }
            for (CaseClosed closing : closings) {
                if (closing.unanswered().contains(message.messageId())) {
                    endings.add(new Ending(closing.closedAt(), 1, null, closing));
                    break;
                }
            }
            only(events, MessageWithdrawn.class).stream()
                    .filter(event -> event.messageId().equals(message.messageId()))
                    .map(MessageWithdrawn::withdrawnAt)
                    .min(Comparator.naturalOrder())
                    .ifPresent(at -> endings.add(new Ending(at, 2, null, null)));
            return endings.stream()
                    .min(Comparator.comparing(Ending::at).thenComparing(Ending::rank))
                    .orElse(null);
        }

        private void thanks(MessageReceived message) {
            Wait around = null;
            for (Wait turn : turns) {
                around = turn.isOnAt(message.sentAt()) ? turn : around;
            }
            if (around == null) {
                states.put(message.messageId(), "needsNoAnswer");
            } else {
                around.messages.add(message);
                states.put(
                        message.messageId(),
                        around.reply != null
                                ? "answered"
                                : around.outcome.equals("closed") ? "closedWithoutAnswer" : "waiting");
            }
        }

        private void withdrawn(List<MessageReceived> takenBack) {
            List<Wait> others = List.copyOf(turns);
            List<MessageReceived> together = new ArrayList<>();
            Instant until = Instant.MIN;
            for (MessageReceived message : takenBack) {
                Instant at = Objects.requireNonNull(ending(message)).at();
                Wait other = others.stream()
                        .filter(turn -> turn.meets(message.sentAt(), at))
                        .findFirst()
                        .orElse(null);
                if (other != null) {
                    other.messages.add(message);
                    continue;
                }
                if (!together.isEmpty() && message.sentAt().isAfter(until)) {
                    turns.add(new Wait(together.get(0).sentAt(), until, "withdrawn", together, together.get(0), null));
                    together = new ArrayList<>();
                    until = Instant.MIN;
                }
                together.add(message);
                until = at.isAfter(until) ? at : until;
            }
            if (!together.isEmpty()) {
                turns.add(new Wait(together.get(0).sentAt(), until, "withdrawn", together, together.get(0), null));
            }
        }

        private void reopened() {
            List<Wait> ofMessages = List.copyOf(turns);
            Instant last = Instant.MIN;
            List<Instant> moments = only(events, CaseReopened.class).stream()
                    .filter(event -> event.by() != null)
                    .map(CaseReopened::reopenedAt)
                    .distinct()
                    .sorted()
                    .toList();
            for (Instant start : moments) {
                MessageReceived about = messages.stream()
                        .filter(message -> !message.sentAt().isAfter(start))
                        .filter(message -> kind(message) != null && kind(message) != Kind.SPAM)
                        .reduce((a, b) -> b)
                        .orElse(null);
                if (about == null || !start.isAfter(last)) {
                    continue;
                }
                Wait wait = fromReopening(start, about);
                last = wait.end == null ? Instant.MAX : wait.end;
                if (ofMessages.stream().noneMatch(other -> other.meets(start, wait.end))) {
                    turns.add(wait);
                }
            }
        }

        private Wait fromReopening(Instant start, MessageReceived about) {
            ReplySent reply = answers.stream()
                    .filter(one -> !one.acceptedAt().isBefore(start))
                    .findFirst()
                    .orElse(null);
            CaseClosed closing = closings.stream()
                    .filter(one -> !one.closedAt().isBefore(start))
                    .findFirst()
                    .orElse(null);
            if (reply != null && (closing == null || !reply.acceptedAt().isAfter(closing.closedAt()))) {
                return new Wait(start, reply.acceptedAt(), outcome(reply), List.of(), about, reply);
            }
            return closing == null
                    ? new Wait(start, null, "waiting", List.of(), about, null)
                    : new Wait(start, closing.closedAt(), "closed", List.of(), about, null);
        }

        private void measure(Wait turn) {
            MessageReceived heaviest = turn.about;
            for (MessageReceived message : turn.messages) {
                heaviest = ownMember(message, turn) && weight(message) < weight(heaviest) ? message : heaviest;
            }
            turn.kind = Objects.requireNonNull(kind(heaviest));
            turn.topic = topic(heaviest);
            turn.unit = unit(turn, heaviest);
            waits.add(turn);
            count(turn);
        }

        /** Whether it merely joined a turn that others had opened. */
        private boolean polite(MessageReceived message, Wait turn) {
            Kind kind = kind(message);
            return !answers.isEmpty()
                    && message.sentAt().isAfter(answers.get(0).acceptedAt())
                    && (kind == Kind.PRAISE || kind == Kind.OTHER)
                    && !turn.outcome.equals("withdrawn");
        }

        private boolean joinedWithdrawn(MessageReceived message, Wait turn) {
            Ending ending = ending(message);
            return ending != null && ending.rank == 2 && !turn.outcome.equals("withdrawn");
        }

        private String unit(Wait turn, MessageReceived heaviest) {
            if (turn.reply != null) {
                return turn.reply.unit();
            }
            if (turn.outcome.equals("closed")) {
                Instant end = Objects.requireNonNull(turn.end);
                return closings.stream()
                        .filter(one -> turn.messages.isEmpty()
                                ? one.closedAt().equals(end)
                                : one.unanswered().contains(turn.about.messageId()))
                        .findFirst()
                        .orElseThrow()
                        .unit();
            }
            CaseRouted newest = only(events, CaseRouted.class).stream()
                    .max(Comparator.comparing(CaseRouted::routedAt)
                            .thenComparing(CaseRouted::unit, Comparator.reverseOrder()))
                    .orElse(null);
            MessageReceived first = turn.messages.isEmpty() ? turn.about : turn.messages.get(0);
            if (newest != null
                    && !newest.routedAt().isBefore(first.receivedAt())
                    && (turn.end == null || !newest.routedAt().isAfter(turn.end))) {
                return newest.unit();
            }
            return Objects.requireNonNull(triage.get(heaviest.messageId()))
                    .triage()
                    .unit();
        }

        private void count(Wait turn) {
            String bucket = "turn|" + turn.about.account() + '|' + turn.unit + '|' + turn.kind.wire() + '|' + turn.topic
                    + '|' + hour(turn.start);
            Instant end = turn.end;
            WorkingCalendar calendar = calendars.apply(turn.about.agency(), turn.unit);
            Long lasted = end == null ? null : Duration.between(turn.start, end).toMillis();
            Long working = end == null || calendar == null ? null : SlowClock.between(calendar, turn.start, end);
            Integer days = end == null || calendar == null ? null : SlowClock.daysPassed(calendar, turn.start, end);
            Instant due = due(turn);
            Long target = due == null
                    ? null
                    : Long.valueOf(Math.max(0, Duration.between(turn.start, due).toMillis()));
            Recount.this.count(
                    bucket + "|" + slot(turn.start) + '|' + turn.outcome + '|' + grid(lasted == null ? 0L : lasted)
                            + '|'
                            + (working == null ? "" : grid(working)) + '|' + (days == null ? "" : days) + '|'
                            + (target == null ? "" : grid(target)),
                    1);
            if (turn.reply != null) {
                answered(bucket, turn, turn.reply, calendar);
            }
            if (!turn.messages.isEmpty()) {
                String citizen = "activity|" + turn.about.account() + '|' + hour(turn.start) + "|citizen "
                        + turn.about.author().id();
                Recount.this.count(citizen, 1);
                if (turn.reply != null) {
                    Recount.this.count(citizen + " answered", 1);
                }
            }
        }

        private @Nullable Instant due(Wait turn) {
            if (turn.messages.isEmpty()) {
                return turn.start.plus(
                        Duration.between(turn.about.sentAt(), Objects.requireNonNull(respondBy(turn.about))));
            }
            return turn.messages.stream()
                    .filter(message -> ownMember(message, turn))
                    .map(this::respondBy)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** As triage said, or whoever corrected it last, if that was told. */
        private @Nullable Instant respondBy(MessageReceived message) {
            MessageTriaged said = triage.get(message.messageId());
            if (said == null) {
                return null;
            }
            CaseReclassified correction = correction(message);
            Instant due = correction == null ? null : correction.respondBy();
            return due == null ? said.triage().respondBy() : due;
        }

        private boolean ownMember(MessageReceived message, Wait turn) {
            return !polite(message, turn) && !joinedWithdrawn(message, turn);
        }

        private void answered(String bucket, Wait turn, ReplySent reply, @Nullable WorkingCalendar calendar) {
            long start = turn.start.toEpochMilli();
            long end = Math.max(start, reply.acceptedAt().toEpochMilli());
            boolean own = !turn.messages.isEmpty();
            long[] steps = {
                own ? turn.about.receivedAt().toEpochMilli() : start,
                own
                        ? Objects.requireNonNull(triage.get(turn.about.messageId()))
                                .triagedAt()
                                .toEpochMilli()
                        : start,
                reply.draftedAt().toEpochMilli(),
                reply.approvals().stream()
                        .map(Approval::submittedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(reply.queuedAt())
                        .toEpochMilli(),
                reply.approvals().stream()
                        .map(Approval::decidedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(reply.queuedAt())
                        .toEpochMilli(),
                end
            };
            long before = start;
            for (int part = 0; part < steps.length; part++) {
                long at = Math.min(end, Math.max(before, steps[part]));
                Recount.this.count(bucket + "|part " + part, at - before);
                before = at;
            }
            long attempts = turn.messages.stream()
                    .filter(message -> turn.end == null || !message.sentAt().isAfter(turn.end))
                    .count();
            Recount.this.count(bucket + "|attempts " + attempts, 1);
            for (Approval approval : reply.approvals()) {
                Long working = calendar == null
                        ? null
                        : SlowClock.between(calendar, approval.submittedAt(), approval.decidedAt());
                long lasted = Math.max(
                        0,
                        Duration.between(approval.submittedAt(), approval.decidedAt())
                                .toMillis());
                Recount.this.count(
                        bucket + "|approval " + approval.level() + ' ' + grid(lasted) + ' '
                                + (working == null ? "" : grid(working)),
                        1);
            }
        }

        private void ledger() {
            for (MessageReceived message : messages) {
                if (arrived.contains(message.messageId())) {
                    String line = "ledger|" + message.channel().wire() + '|' + hour(message.receivedAt()) + '|';
                    Recount.this.count(line + "received", 1);
                    Recount.this.count(line + states.get(message.messageId()), 1);
                }
            }
        }

        /** Whether somebody had its channel delete it: then it answered nobody. */
        private boolean gone(ReplySent reply) {
            return only(events, ReplyWithdrawn.class).stream()
                    .anyMatch(withdrawn -> withdrawn.replyId().equals(reply.replyId()));
        }

        private void activity() {
            for (MessageReceived message : messages) {
                if (arrived.contains(message.messageId())) {
                    Recount.this.count(
                            "activity|" + message.account() + '|' + hour(message.receivedAt()) + "|inbound", 1);
                }
            }
            for (ReplySent reply : only(events, ReplySent.class)) {
                if (reply.substantive() && gone(reply)) {
                    continue;
                }
                Recount.this.count(
                        "activity|" + reply.account() + '|' + hour(reply.acceptedAt())
                                + (reply.substantive() ? "|reply" : "|acknowledgement"),
                        1);
            }
        }

        private void closed(CaseClosed closing) {
            CaseOpened opened = of(closing, CaseOpened.class).findFirst().orElse(null);
            MessageReceived about = opened == null
                    ? null
                    : messages.stream()
                            .filter(message -> message.messageId().equals(opened.messageId()))
                            .findFirst()
                            .orElse(null);
            Kind now = about == null ? null : kind(about);
            Kind kind = now != null ? now : opened == null ? Kind.OTHER : opened.kind();
            if (kind == Kind.SPAM) {
                return;
            }
            String topic = about != null && now != null ? topic(about) : opened == null ? "lainnya" : opened.topic();
            WorkingCalendar calendar = calendars.apply(closing.agency(), closing.unit());
            Instant matures = calendar == null ? null : SlowClock.daysLater(calendar, closing.closedAt(), 10);
            Instant next = closings.stream()
                    .filter(one -> one.caseId().equals(closing.caseId()))
                    .map(CaseClosed::closedAt)
                    .filter(closing.closedAt()::isBefore)
                    .findFirst()
                    .orElse(Instant.MAX);
            Instant until = matures == null || next.isBefore(matures) ? next : matures;
            boolean reopened = of(closing, CaseReopened.class)
                    .map(CaseReopened::reopenedAt)
                    .filter(at -> !at.isBefore(closing.closedAt()))
                    .min(Comparator.naturalOrder())
                    .filter(at -> at.isBefore(until))
                    .isPresent();
            long handOffs = of(closing, CaseRouted.class)
                    .filter(event ->
                            event.fromUnit() != null && !event.fromUnit().equals(event.unit()))
                    .map(CaseRouted::routedAt)
                    .filter(at -> !at.isAfter(closing.closedAt()))
                    .distinct()
                    .count();
            Integer rating = of(closing, CaseRated.class)
                    .filter(event -> !event.ratedAt().isBefore(closing.closedAt())
                            && event.ratedAt().isBefore(next))
                    .max(Comparator.comparing(CaseRated::ratedAt))
                    .map(CaseRated::rating)
                    .orElse(null);
            Recount.this.count(
                    "closure|" + closing.account() + '|' + closing.unit() + '|' + kind.wire() + '|' + topic + '|'
                            + hour(closing.closedAt()) + '|'
                            + closing.disposition().wire() + '|'
                            + (matures == null ? "" : nextHour(matures)) + '|' + reopened + '|' + handOffs + '|'
                            + (rating == null ? "" : rating),
                    1);
        }

        private <E extends CaseEvent> Stream<E> of(CaseClosed closing, Class<E> type) {
            return only(events, type).stream().filter(event -> event.caseId().equals(closing.caseId()));
        }

        /** As triage said, or whoever corrected it last; null before triage. Perhaps spam is not spam. */
        private @Nullable Kind kind(MessageReceived message) {
            MessageTriaged said = triage.get(message.messageId());
            if (said == null) {
                return null;
            }
            CaseReclassified correction = correction(message);
            if (correction != null) {
                return correction.kind();
            }
            Kind kind = said.triage().kind();
            return kind == Kind.SPAM && said.triage().reading().uncertain() ? Kind.OTHER : kind;
        }

        private String topic(MessageReceived message) {
            CaseReclassified correction = correction(message);
            return correction != null
                    ? correction.topic()
                    : Objects.requireNonNull(triage.get(message.messageId()))
                            .triage()
                            .topic();
        }

        private @Nullable CaseReclassified correction(MessageReceived message) {
            return only(events, CaseReclassified.class).stream()
                    .filter(event -> event.messageId().equals(message.messageId()))
                    .max(Comparator.comparing(CaseReclassified::reclassifiedAt))
                    .orElse(null);
        }

        private int weight(MessageReceived message) {
            return List.of(Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE, Kind.OTHER)
                    .indexOf(Objects.requireNonNull(kind(message)));
        }
    }

    private static String state(@Nullable Ending ending) {
        if (ending == null) {
            return "waiting";
        }
        if (ending.reply != null) {
            return "answered";
        }
        if (ending.closing == null) {
            return "withdrawn";
        }
        return ending.closing.disposition() == Disposition.NEEDS_NO_ANSWER ? "needsNoAnswer" : "closedWithoutAnswer";
    }

    private static String outcome(ReplySent reply) {
        return "answered-" + reply.actor().wire();
    }

    private void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    private static <E extends SigapEvent> List<E> only(List<SigapEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static long hour(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli(), 3_600_000L);
    }

    private static long nextHour(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli() + 3_599_999, 3_600_000L);
    }

    /** Tens of seconds into the hour, upwards. */
    private static long slot(Instant moment) {
        return (Math.floorMod(moment.toEpochMilli(), 3_600_000L) + 9_999) / 10_000;
    }

    /** The table of docs/metrics.md. */
    static long grid(long millis) {
        long width = millis <= 10_000
                ? 10
                : millis <= 100_000 ? 100 : millis <= 10_800_000 ? 1_000 : millis <= 864_000_000 ? 60_000 : 3_600_000;
        return (millis + width - 1) / width * width;
    }
}
