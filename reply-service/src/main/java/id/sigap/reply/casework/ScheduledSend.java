package id.sigap.reply.casework;

import id.sigap.reply.dispatch.ReplyState;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time that somebody named for a reply to go out. It is kept beside the reply while that waits for approvals, and
 * until then taken back with it; whoever puts the reply forward again names it anew, or nobody does.
 */
@Entity
@Table(name = "scheduled_sends")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class ScheduledSend {
    @Id
    @Column(name = "reply_id")
    private UUID replyId;

    @Column(name = "send_at")
    private Instant sendAt;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    ScheduledSend() {}

    private ScheduledSend(UUID replyId, Instant sendAt, String setBy, Instant setAt) {
        this.replyId = replyId;
        this.sendAt = sendAt;
        this.setBy = setBy;
        this.setAt = setAt;
    }

    /** Names the time, or that there is none. */
    static Uni<Void> set(Act act, ReplyEntity reply, @Nullable Instant at) {
        return act.session().find(ScheduledSend.class, reply.replyId()).flatMap(known -> {
            if (at == null) {
                return known == null ? Uni.createFrom().voidItem() : forget(act, reply.replyId());
            }
            act.note("scheduled", at.toString());
            apply(reply, at);
            if (known == null) {
                return act.session().persist(new ScheduledSend(reply.replyId(), at, act.by(), act.now()));
            }
            known.sendAt = at;
            known.setBy = act.by();
            known.setAt = act.now();
            return Uni.createFrom().voidItem();
        });
    }

    /** By a statement of its own, as {@link ApprovalWaits#end} says. */
    private static Uni<Void> forget(Act act, UUID replyId) {
        return act.session()
                .createMutationQuery("delete from ScheduledSend where replyId = :id")
                .setParameter("id", replyId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Names the time, or keeps the one that was named before. */
    static Uni<Void> keep(Act act, ReplyEntity reply, @Nullable Instant at) {
        if (at != null) {
            return set(act, reply, at);
        }
        return act.session()
                .find(ScheduledSend.class, reply.replyId())
                .invoke(known -> {
                    if (known != null) {
                        apply(reply, known.sendAt);
                    }
                })
                .replaceWithVoid();
    }

    private static void apply(ReplyEntity reply, Instant at) {
        if (reply.state() == ReplyState.QUEUED) {
            reply.notBefore(at);
        }
    }
}
