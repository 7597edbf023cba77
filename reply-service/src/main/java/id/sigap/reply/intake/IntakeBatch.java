package id.sigap.reply.intake;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Release;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseNumber;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Reception;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.checking.DraftGate;
import id.sigap.reply.checks.AnsweredTurn;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.incidents.OfferedStatements;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.reply.templates.Drafter;
import id.sigap.reply.templates.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a batch of messages does to cases and drafts. First {@link #decide}, then {@link #draft} once the case
 * numbers are known; whoever holds the transaction performs what the lists say.
 */
final class IntakeBatch {
    private final Instant now;
    private final IntakeSnapshot snapshot;
    private final Map<UUID, CaseInWork> byConversation = new LinkedHashMap<>();
    private final Map<UUID, CaseInWork> cases = new LinkedHashMap<>();
    private final List<MessageRow> messages = new ArrayList<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<UUID> thanked = new ArrayList<>();

    /**
     * Over what the database knows.
     *
     * @param now one time for the whole batch, in whole milliseconds as events have it
     */
    IntakeBatch(IntakeSnapshot snapshot, Instant now) {
        this.snapshot = snapshot;
        this.now = now;
    }

    /** Applies the messages in their order. What is kept already is passed over. */
    void decide(Collection<TriagedMessage> triaged) {
        for (TriagedMessage message : triaged) {
            if (!snapshot.known().contains(message.event().message().messageId())) {
                receive(message);
            }
        }
    }

    /** How many case numbers the batch needs. */
    Collection<IntakeStore.NumbersWanted> numbersWanted() {
        Map<String, IntakeStore.NumbersWanted> wanted = new HashMap<>();
        for (CaseInWork c : fresh()) {
            wanted.merge(
                    c.agency.id(),
                    new IntakeStore.NumbersWanted(c.agency.id(), year(c.agency), 1),
                    (one, other) ->
                            new IntakeStore.NumbersWanted(one.agency(), one.year(), one.count() + other.count()));
        }
        return wanted.values();
    }

    /** Numbers the new cases, drafts the answers and releases what the policy releases by itself. */
    void draft(Map<String, Long> lastNumbers, Drafter drafter, OfferedStatements offered, DraftGate gate) {
        Map<String, Long> next = new HashMap<>();
        for (IntakeStore.NumbersWanted wanted : numbersWanted()) {
            long last = Objects.requireNonNull(lastNumbers.get(wanted.agency()), "numbers were taken for the agency");
            next.put(wanted.agency(), last - wanted.count() + 1);
        }
        for (CaseInWork c : cases.values()) {
            if (c.fresh) {
                long place = next.merge(c.agency.id(), 1L, Long::sum) - 1;
                c.number = CaseNumber.of(c.agency.caseNumberPrefix(), year(c.agency), place);
                events.add(c.events(now).opened(number(c), c.turn.get(0), c.understanding));
            }
            if (c.movedFrom != null) {
                events.add(c.events(now).routedFrom(c.movedFrom, "later message of the turn", null));
            }
            if (c.needsDraft) {
                answer(c, drafter, offered, gate);
            }
        }
    }

    /** Cases that ended with bare thanks. */
    List<UUID> thanked() {
        return thanked;
    }

    List<MessageRow> messages() {
        return messages;
    }

    /** The case that a message of the batch waits in. */
    Optional<CaseInWork> caseOf(MessageRow message) {
        return Optional.ofNullable(message.caseId()).map(cases::get);
    }

    List<CaseInWork> fresh() {
        return cases.values().stream().filter(c -> c.fresh).toList();
    }

    List<CaseInWork> changed() {
        return cases.values().stream().filter(c -> !c.fresh && c.changed).toList();
    }

    List<CaseInWork> withNewReply() {
        return cases.values().stream()
                .filter(c -> c.needsDraft && c.before == null)
                .toList();
    }

    List<CaseInWork> withChangedReply() {
        return cases.values().stream()
                .filter(c -> c.needsDraft && c.before != null)
                .toList();
    }

    List<CaseInWork> withDraft() {
        return cases.values().stream().filter(c -> c.draft != null).toList();
    }

    List<CaseEvent> events() {
        return events;
    }

    private void receive(TriagedMessage triaged) {
        MessageReceived message = triaged.event().message();
        MessageRow.EarlyChange early =
                triaged.change() != null ? triaged.change() : snapshot.early().get(message.messageId());
        CaseInWork open = open(triaged);
        IntakeSnapshot.Closed closed = snapshot.closed().get(message.conversationId());
        if (early != null && early.withdrawnAt() != null) {
            messages.add(new MessageRow(
                    triaged.event(), open == null ? null : open.caseId, MessageRow.Part.NO_ANSWER, early));
            return;
        }
        Understanding understanding = Understanding.of(triaged.event().triage());
        boolean uncertain = isUncertain(triaged.event().triage().reading());
        switch (Reception.of(standing(open, closed), understanding, uncertain)) {
            case EXCLUDED -> messages.add(new MessageRow(triaged.event(), null, MessageRow.Part.EXCLUDED, early));
            case ATTACHED -> {
                UUID caseId = open != null
                        ? open.caseId
                        : Objects.requireNonNull(closed, "answered and closed").caseId();
                if (open != null) {
                    open.attach(message);
                    boolean thanksAlone =
                            triaged.event().triage().reading().flags().contains(Flag.GRATITUDE_ONLY);
                    if (thanksAlone && open.thanked()) {
                        thanked.add(open.caseId);
                        events.add(open.events(now).closed(Disposition.RESOLVED, List.of(), null));
                    }
                }
                messages.add(new MessageRow(triaged.event(), caseId, MessageRow.Part.NO_ANSWER, early));
            }
            case OPENED -> {
                CaseInWork c = new CaseInWork(Ids.timeOrdered(now), message, triaged.agency(), understanding, now);
                c.uncertain = uncertain;
                c.flags.addAll(triaged.event().triage().reading().flags());
                byConversation.put(message.conversationId(), c);
                cases.put(c.caseId, c);
                turn(c, new MessageRow(triaged.event(), c.caseId, MessageRow.Part.TURN, early));
            }
            case CONTINUED -> {
                CaseInWork c = Objects.requireNonNull(open, "only an open case is continued");
                c.add(message, understanding);
                c.uncertain |= uncertain;
                c.flags.addAll(triaged.event().triage().reading().flags());
                turn(c, new MessageRow(triaged.event(), c.caseId, MessageRow.Part.TURN, early));
            }
        }
    }

    /** What a citizen changed before it came has no reading of the words as they are: nothing is released on it. */
    private void turn(CaseInWork c, MessageRow row) {
        messages.add(row);
        c.uncertain |= row.unread();
        c.said.add(new Said(
                row.body(), row.unread() ? Reading.UNREAD : row.event().triage().reading()));
    }

    /** Bare thanks are known by their words, however unsure their kind is. */
    private static boolean isUncertain(Reading reading) {
        return reading.uncertain() && !reading.flags().contains(Flag.GRATITUDE_ONLY);
    }

    private @Nullable CaseInWork open(TriagedMessage triaged) {
        UUID conversation = triaged.event().message().conversationId();
        CaseInWork working = byConversation.get(conversation);
        if (working != null) {
            return working;
        }
        CaseInWork.Known known = snapshot.caseOf(conversation);
        if (known == null) {
            return null;
        }
        CaseInWork survivor = cases.get(known.caseId());
        if (survivor != null) {
            return survivor;
        }
        CaseInWork c = new CaseInWork(known, triaged.agency());
        c.before = snapshot.reply(c.caseId);
        c.reply = c.before;
        c.said.addAll(snapshot.said().getOrDefault(c.caseId, List.of()));
        byConversation.put(c.conversationId, c);
        cases.put(c.caseId, c);
        return c;
    }

    private static Reception.Standing standing(@Nullable CaseInWork open, IntakeSnapshot.@Nullable Closed closed) {
        if (open != null) {
            if (open.state == CaseState.CLOSED) {
                return Reception.Standing.CLOSED_ANSWERED; // by thanks, a moment ago
            }
            boolean answered = open.state.rests() && open.turn.isEmpty();
            return answered ? Reception.Standing.ANSWERED : Reception.Standing.WAITING;
        }
        if (closed == null) {
            return Reception.Standing.NONE;
        }
        return closed.answered() ? Reception.Standing.CLOSED_ANSWERED : Reception.Standing.CLOSED_UNANSWERED;
    }

    /** A new draft, or the draft in the making brought up to what the citizen has written by now. */
    private void answer(CaseInWork c, Drafter drafter, OfferedStatements offered, DraftGate gate) {
        OpenReply before = c.before;
        if (before != null && before.state() == ReplyState.SUBMITTED) {
            events.add(c.events(now).rejected(before.replyId(), before.approvals() + 1, null, "citizen-wrote-again"));
        } else if (before != null && before.state() == ReplyState.QUEUED && before.approvals() > 0) {
            // Approved and not yet on its way: that it is void now is told too.
            events.add(c.events(now).rejected(before.replyId(), before.approvals(), null, "citizen-wrote-again"));
        }
        // What a person wrote is theirs; they see that the citizen wrote again and decide.
        boolean ownText = before == null || before.writtenBy() == null;
        Drafter.Subject subject = subject(c);
        Draft own = before == null || ownText ? drafter.draft(subject, now) : null;
        // What is said to everybody of an incident is said to this citizen too; whether a person must look stays.
        Draft draft = own == null ? null : own.saying(offered.or(subject, now, own::text));
        c.draft = draft;
        String body = draft == null
                ? Objects.requireNonNull(before, "a person wrote it").body()
                : draft.text();
        ReleaseDecision decision = ReleaseDecision.of(c.agency, facts(c));
        Release release = before == null ? decision.release() : stricter(decision.release(), before.release());
        // What a person has touched, a person releases; so does everything that ever needed one.
        boolean automatic = release.approvals() == 0
                && mayGo(c, draft)
                && (before == null || before.automatic())
                && gate.passes(checked(c, body));
        OpenReply reply = new OpenReply(
                before == null ? Ids.timeOrdered(now) : before.replyId(),
                automatic ? ReplyState.QUEUED : ReplyState.DRAFT,
                body,
                TextHash.of(body),
                before == null ? null : before.writtenBy(),
                release,
                0,
                before == null ? now : before.draftedAt(),
                automatic,
                automatic ? now.plus(decision.window()) : null);
        c.reply = reply;
        c.act(CaseAct.DRAFT);
        if (automatic) {
            c.act(CaseAct.RELEASE);
        }
        if (before == null) {
            events.add(c.events(now).drafted(reply.replyId(), Actor.AUTOMATIC, reply.textHash()));
        }
    }

    /** What a person has written or must look at, no policy releases. */
    private static boolean mayGo(CaseInWork c, @Nullable Draft draft) {
        return draft != null && draft.mayGoByItself() && !c.uncertain;
    }

    private static Release stricter(Release one, Release other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Facts facts(CaseInWork c) {
        Understanding understanding = c.understanding;
        return new Facts(
                understanding.kind(),
                understanding.topic(),
                c.channel,
                c.account,
                understanding.urgency(),
                c.visibility,
                understanding.confidence(),
                understanding.personalData(),
                c.newestText,
                understanding.intensity(),
                c.uncertain,
                c.flags);
    }

    private DraftGate.Draft checked(CaseInWork c, String body) {
        List<AnsweredTurn.Said> said = messages.stream()
                .filter(row -> c.caseId.equals(row.caseId()))
                .map(row -> new AnsweredTurn.Said(row.body(), unchanged(row)))
                .toList();
        return new DraftGate.Draft(
                c.agency, c.account, c.channel, c.visibility, c.understanding, said, c.lastMessageAt, body);
    }

    private static @Nullable Triage unchanged(MessageRow row) {
        return row.unread() ? null : row.event().triage();
    }

    /** The accounts whose public drafts must not be twins of what they said last, where that would hold one back. */
    Set<String> publicAccounts() {
        return cases.values().stream()
                .filter(c -> c.needsDraft && c.visibility == Visibility.PUBLIC)
                .filter(c -> c.agency.severity(ReplyCheck.DUPLICATE) == ReplyCheck.Severity.BLOCKING)
                .map(c -> c.account)
                .collect(Collectors.toSet());
    }

    private static Drafter.Subject subject(CaseInWork c) {
        return new Drafter.Subject(
                c.agency,
                c.channel,
                c.visibility,
                c.citizen,
                c.understanding,
                c.uncertain,
                number(c),
                c.openedAt,
                c.turn.get(0),
                c.said);
    }

    private int year(Agency agency) {
        return now.atZone(ZoneId.of(agency.zone())).getYear();
    }

    private static String number(CaseInWork c) {
        return Objects.requireNonNull(c.number, "a case has its number before anything is said of it");
    }
}
