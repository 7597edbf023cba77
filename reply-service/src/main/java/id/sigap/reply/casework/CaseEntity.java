package id.sigap.reply.casework;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseLife;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Transition;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.runtime.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as people work on it. Its state changes only as {@link CaseLife} allows. */
@Entity
@Table(name = "cases")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class CaseEntity {
    /** How a case ended that lives on in another one. */
    private static final String MERGED = "merged";

    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Version
    private int version;

    private String number;
    private String agency;
    private String account;
    private String channel;

    @Column(name = "conversation_id")
    private UUID conversationId;

    private String visibility;
    private @Nullable String citizen;
    private String state;
    private String kind;
    private double confidence;
    private String topic;
    private String unit;
    private short urgency;
    private double intensity;

    @Column(name = "personal_data")
    private boolean personalData;

    private String[] missing;
    private @Nullable String incident;

    @Column(name = "routed_by")
    private @Nullable String routedBy;

    private UUID[] turn;

    @Column(name = "respond_by")
    private Instant respondBy;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "last_message_id")
    private UUID lastMessageId;

    @Column(name = "last_message_at", updatable = false)
    private Instant lastMessageAt;

    private @Nullable String assignee;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** When a person last corrected kind or topic; what is read by machine later in the turn leaves both alone. */
    @Column(name = "corrected_at")
    private @Nullable Instant correctedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    private @Nullable String disposition;

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Column(name = "snoozed_until")
    private @Nullable Instant snoozedUntil;

    @Column(name = "transferred_to")
    private @Nullable String transferredTo;

    CaseEntity() {}

    UUID caseId() {
        return caseId;
    }

    int version() {
        return version;
    }

    String number() {
        return number;
    }

    Instant openedAt() {
        return openedAt;
    }

    String agency() {
        return agency;
    }

    String account() {
        return account;
    }

    Channel channel() {
        return Channel.of(channel);
    }

    UUID conversationId() {
        return conversationId;
    }

    Visibility visibility() {
        return Visibility.of(visibility);
    }

    @Nullable
    String citizen() {
        return citizen;
    }

    CaseState state() {
        return CaseState.of(state);
    }

    Kind kind() {
        return Kind.of(kind);
    }

    String topic() {
        return topic;
    }

    String unit() {
        return unit;
    }

    Urgency urgency() {
        return UrgencyRank.at(urgency);
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    List<UUID> turn() {
        return List.of(turn);
    }

    /** Since when the citizen waits; null when nothing waits. */
    @Nullable
    Instant waitingSince() {
        return waitingSince;
    }

    Instant respondBy() {
        return respondBy;
    }

    /** What it is taken for now has another target; a later time than promised is not taken. */
    void dueBy(Instant due) {
        respondBy = due.isBefore(respondBy) ? due : respondBy;
    }

    UUID lastMessageId() {
        return lastMessageId;
    }

    Instant lastMessageAt() {
        return lastMessageAt;
    }

    /** What may be told of it, as it is now. */
    CaseEvents events(Instant at) {
        return new CaseEvents(caseId, conversationId, agency, account, channel(), unit, at);
    }

    Understanding understanding() {
        return new Understanding(
                kind(),
                confidence,
                topic,
                unit,
                urgency(),
                intensity,
                personalData,
                List.of(missing),
                incident,
                respondBy);
    }

    /**
     * Moves as the table says.
     *
     * @throws ProblemException 409 when the act does not fit the state
     */
    void act(CaseAct act, Instant now) {
        state = CaseLife.after(state(), act).fold(moved -> moved.to().wire(), CaseEntity::refuse);
        changedAt = now;
    }

    /** Makes this act count as a change, so that a second one at the same time is refused. */
    void touch(Instant now) {
        changedAt = now;
    }

    void assign(@Nullable String to, Instant now) {
        assignee = to;
        changedAt = now;
    }

    void route(String to, String by, Instant now) {
        unit = to;
        routedBy = by;
        changedAt = now;
    }

    void reclassify(Kind newKind, String newTopic, Instant now) {
        Understanding corrected = understanding().corrected(newKind, newTopic);
        kind = corrected.kind().wire();
        topic = corrected.topic();
        confidence = corrected.confidence();
        missing = corrected.missing().toArray(String[]::new);
        correctedAt = now;
        changedAt = now;
    }

    /**
     * Ends it.
     *
     * @throws ProblemException 409 while another office has the matter
     */
    void close(Disposition how, Instant now) {
        if (transferredTo != null) {
            throw ProblemException.conflict(
                    "with-another-office",
                    "Another office has the matter; the case stays open until that one has answered.");
        }
        act(CaseAct.CLOSE, now);
        disposition = how.wire();
        closedAt = now;
    }

    /**
     * Lets it live again.
     *
     * @throws ProblemException 409 when it lives on in another case already
     */
    void reopen(Instant now) {
        if (MERGED.equals(disposition)) {
            throw ProblemException.conflict("merged", "The case lives on in the one that it was merged into.");
        }
        act(CaseAct.REOPEN, now);
        disposition = null;
        closedAt = null;
    }

    /** Lays it aside. */
    void snooze(Instant until, Instant now) {
        act(CaseAct.SNOOZE, now);
        snoozedUntil = until;
    }

    /** Another office outside gets the matter. */
    void transfer(String office, Instant now) {
        act(CaseAct.TRANSFER, now);
        transferredTo = office;
    }

    /** The office outside has answered. */
    void officeAnswered(Instant now) {
        act(CaseAct.RETURN, now);
        transferredTo = null;
    }

    /** The office outside that has the matter; null when none has. */
    @Nullable
    String transferredTo() {
        return transferredTo;
    }

    /** Ends it in favour of another case, which takes what waits. */
    void mergeInto(CaseEntity survivor, Instant now) {
        if (turn.length > 0) {
            survivor.take(this, now);
        }
        act(CaseAct.MERGE, now);
        turn = new UUID[0];
        waitingSince = null;
        disposition = MERGED;
        closedAt = now;
    }

    private void take(CaseEntity merged, Instant now) {
        act(CaseAct.MESSAGE, now);
        turn = Stream.concat(Stream.of(turn), Stream.of(merged.turn)).distinct().toArray(UUID[]::new);
        if (waitingSince == null || (merged.waitingSince != null && merged.waitingSince.isBefore(waitingSince))) {
            waitingSince = merged.waitingSince;
        }
        if (merged.respondBy.isBefore(respondBy)) {
            respondBy = merged.respondBy;
        }
        urgency = (short) Math.max(urgency, merged.urgency);
    }

    private static String refuse(Transition.Refused refused) {
        throw ProblemException.conflict("wrong-state", refused.why());
    }
}
