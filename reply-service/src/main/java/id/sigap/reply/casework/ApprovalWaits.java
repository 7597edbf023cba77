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

    /** It waits no more. */
    static Uni<Void> end(Act act, UUID replyId) {
        return act.session()
                .find(ApprovalWaitEntity.class, replyId)
                .flatMap(known -> known == null
                        ? Uni.createFrom().voidItem()
                        : act.session().remove(known));
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
