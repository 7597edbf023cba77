package id.sigap.reply.casework;

import io.smallrye.mutiny.Uni;
import java.util.Objects;

/** Keeps what an answer said before a person changed it. */
final class ReplyVersions {
    private static final String KEEP = """
            insert into reply_versions (reply_id, version, body, text_hash, written_by, until, changed_by)
            values (:reply, :version, :body, :hash, nullif(:writer, ''), :until, :by)
            on conflict do nothing""";

    private ReplyVersions() {}

    /** Keeps the text as it is before the act changes it. */
    static Uni<Void> keep(Act act, ReplyEntity reply) {
        return act.session()
                .createNativeQuery(KEEP)
                .setParameter("reply", reply.replyId())
                .setParameter("version", reply.version())
                .setParameter("body", reply.body())
                .setParameter("hash", reply.textHash())
                .setParameter("writer", Objects.requireNonNullElse(reply.writtenBy(), ""))
                .setParameter("until", act.now())
                .setParameter("by", act.by())
                .executeUpdate()
                .replaceWithVoid();
    }
}
