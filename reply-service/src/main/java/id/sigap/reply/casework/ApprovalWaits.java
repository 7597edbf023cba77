package id.sigap.reply.casework;

import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.ApprovalRoute;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of approvals, set in the transaction of the act that sets them. */
final class ApprovalWaits {
    private ApprovalWaits() {}

    /**
     * An answer begins to wait for an approval.
     *
     * @param editor the approver whose change the author may confirm; null when there is none
     */
    static Uni<Void> begin(Act act, ReplyEntity reply, int level, ApprovalRoute route, @Nullable String editor) {
        return act.session().find(ApprovalWaitEntity.class, reply.replyId()).flatMap(known -> {
            ApprovalWaitEntity wait = known == null ? new ApprovalWaitEntity(reply, act.file()) : known;
            wait.begin(ApprovalClock.begin(level, route, act.now()), editor);
            return known == null
                    ? act.session().persist(wait)
                    : Uni.createFrom().voidItem();
        });
    }

    /**
     * It waits no more. By a statement of its own: with Hibernate Reactive 3.2.1 about one in a hundred flushes that end with
     * the removal of an entity never came to their commit.
     */
    static Uni<Void> end(Act act, UUID replyId) {
        return act.session()
                .createMutationQuery("delete from ApprovalWaitEntity where replyId = :id")
                .setParameter("id", replyId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How often the wait for a level was handed on. */
    static Uni<Integer> hops(Act act, UUID replyId, int level) {
        return act.session()
                .find(ApprovalWaitEntity.class, replyId)
                .map(known -> known == null || known.level() != level ? 0 : known.hop());
    }

    /** The approver whose change the author may confirm; null when there is none. */
    static Uni<@Nullable String> editor(Act act, UUID replyId) {
        return act.session()
                .find(ApprovalWaitEntity.class, replyId)
                .map(known -> known == null ? null : known.editor());
    }
}
