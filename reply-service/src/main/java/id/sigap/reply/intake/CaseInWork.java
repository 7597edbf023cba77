package id.sigap.reply.intake;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseLife;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Transition;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.templates.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A case while a batch works on it; written once, at the end, however many of its messages the batch has. */
final class CaseInWork {
    final UUID caseId;
    final boolean fresh;
    final Agency agency;
    final String account;
    final Channel channel;
    final UUID conversationId;
    final String threadKey;
    final Visibility visibility;
    final @Nullable String citizen;
    /** The channel's id of the citizen; absent where the database has it already. */
    final @Nullable String citizenId;
    /** The office outside that has the matter; absent when none has. */
    final @Nullable String transferredTo;

    final Instant openedAt;
    final List<UUID> turn;
    /** The words of the turn, in order. */
    final List<Said> said = new ArrayList<>();

    @Nullable
    String number;

    CaseState state;
    Understanding understanding;

    @Nullable
    Instant waitingSince;

    UUID lastMessageId;
    Instant lastMessageAt;

    @Nullable
    String routedBy;
    /** The unit before, when this batch moved the case. */
    @Nullable
    String movedFrom;
    /** The reply as the database has it; absent when none was in the making. */
    @Nullable
    OpenReply before;
    /** The reply as the batch leaves it. */
    @Nullable
    OpenReply reply;

    /** What the composer made; absent when the text is a person's. */
    @Nullable
    Draft draft;

    boolean needsDraft;
    /** Whether triage was unsure of a message of this batch: then nothing is released without a person. */
    boolean uncertain;
    /** What the messages of this batch are besides their kind. */
    final List<Flag> flags = new ArrayList<>();

    boolean changed;
    String newestText = "";

    /** One that the database has. */
    CaseInWork(Known known, Agency agency) {
        this.caseId = known.caseId();
        this.fresh = false;
        this.agency = agency;
        this.account = known.account();
        this.channel = known.channel();
        this.conversationId = known.conversationId();
        this.threadKey = known.threadKey();
        this.visibility = known.visibility();
        this.citizen = known.citizen();
        this.citizenId = null;
        this.transferredTo = known.transferredTo();
        this.openedAt = known.openedAt();
        this.turn = new ArrayList<>(known.turn());
        this.number = known.number();
        this.state = known.state();
        this.understanding = known.understanding();
        this.waitingSince = known.waitingSince();
        this.lastMessageId = known.lastMessageId();
        this.lastMessageAt = known.lastMessageAt();
        this.routedBy = known.routedBy();
    }

    /** One that a message opens. */
    CaseInWork(UUID caseId, MessageReceived message, Agency agency, Understanding understanding, Instant now) {
        this.caseId = caseId;
        this.fresh = true;
        this.agency = agency;
        this.account = message.account();
        this.channel = message.channel();
        this.conversationId = message.conversationId();
        this.threadKey = message.threadKey();
        this.visibility = message.visibility();
        this.citizen = message.author().displayName();
        this.citizenId = message.author().id();
        this.transferredTo = null;
        this.openedAt = now;
        this.turn = new ArrayList<>();
        this.state = CaseState.NEW;
        this.understanding = understanding;
        this.lastMessageId = message.messageId();
        this.lastMessageAt = message.sentAt();
        waits(message);
    }

    /** One more message that waits for an answer. */
    void add(MessageReceived message, Understanding next) {
        if (turn.isEmpty()) {
            understanding = newTurn(next);
        } else {
            String unit = understanding.unit();
            understanding = understanding.and(next);
            keepOrMove(unit);
        }
        waits(message);
    }

    /** A message that waits for nothing: the channel's window is open anew all the same. */
    void attach(MessageReceived message) {
        seen(message);
        changed = true;
    }

    /** Bare thanks: what is answered ends, unless somebody still has to do something about it. Whether it ended. */
    boolean thanked() {
        boolean ends =
                transferredTo == null && CaseLife.after(state, CaseAct.THANK).fold(moved -> true, refused -> false);
        if (ends) {
            act(CaseAct.THANK);
        }
        return ends;
    }

    void act(CaseAct act) {
        state = CaseLife.after(state, act).fold(Transition.Moved::to, refused -> {
            throw new IllegalArgumentException(
                    "a case that is " + refused.from().wire() + " takes no " + refused.act());
        });
        changed = true;
    }

    /** What may be told of it, as the batch leaves it so far. */
    CaseEvents events(Instant at) {
        return new CaseEvents(caseId, conversationId, agency.id(), account, channel, understanding.unit(), at);
    }

    private void waits(MessageReceived message) {
        turn.add(message.messageId());
        if (waitingSince == null || message.sentAt().isBefore(waitingSince)) {
            waitingSince = message.sentAt();
        }
        seen(message);
        newestText = message.text();
        needsDraft = true;
        changed = true;
        if (!fresh) {
            act(CaseAct.MESSAGE);
        }
    }

    private void seen(MessageReceived message) {
        // What came through a merged conversation is neither quoted in this one nor does it open its window.
        boolean here = message.conversationId().equals(conversationId);
        if (here && !message.sentAt().isBefore(lastMessageAt)) {
            lastMessageAt = message.sentAt();
            lastMessageId = message.messageId();
        }
    }

    /** A new turn is understood anew, but stays with the case's unit, and with its topic when it names none. */
    private Understanding newTurn(Understanding next) {
        boolean named = !next.topic().equals(Topic.NONE);
        return new Understanding(
                next.kind(),
                next.confidence(),
                named ? next.topic() : understanding.topic(),
                understanding.unit(),
                next.urgency(),
                next.intensity(),
                next.personalData(),
                named ? next.missing() : List.of(),
                next.incident() != null ? next.incident() : understanding.incident(),
                next.respondBy());
    }

    /** Rules may move a case to another unit while nobody has; what a person decided stays. */
    private void keepOrMove(String unit) {
        if (understanding.unit().equals(unit)) {
            return;
        }
        if (routedBy != null) {
            understanding = understanding.in(unit);
        } else if (movedFrom == null && !fresh) {
            movedFrom = unit;
        }
    }

    /** A case as the database has it. */
    record Known(
            UUID caseId,
            String number,
            String agency,
            String account,
            Channel channel,
            UUID conversationId,
            String threadKey,
            Visibility visibility,
            @Nullable String citizen,
            CaseState state,
            Understanding understanding,
            List<UUID> turn,
            @Nullable Instant waitingSince,
            UUID lastMessageId,
            Instant lastMessageAt,
            @Nullable Instant answeredAt,
            @Nullable String routedBy,
            @Nullable String transferredTo,
            Instant openedAt) {
        /** The same, understood otherwise. */
        Known understoodAs(Understanding other) {
            return new Known(
                    caseId,
                    number,
                    agency,
                    account,
                    channel,
                    conversationId,
                    threadKey,
                    visibility,
                    citizen,
                    state,
                    other,
                    turn,
                    waitingSince,
                    lastMessageId,
                    lastMessageAt,
                    answeredAt,
                    routedBy,
                    transferredTo,
                    openedAt);
        }

        /** What may be told of it, as it is now. */
        CaseEvents events(Instant at) {
            return new CaseEvents(caseId, conversationId, agency, account, channel, understanding.unit(), at);
        }
    }

    /** For reading: applies a function unless the value is absent. */
    static <A, B> @Nullable B map(@Nullable A value, Function<A, B> function) {
        return value == null ? null : function.apply(value);
    }
}
