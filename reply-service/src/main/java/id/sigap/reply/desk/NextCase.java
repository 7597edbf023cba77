package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where one goes on after a decision, with the same key. */
@ApplicationScoped
class NextCase {
    private final CaseReader reader;
    private final Queue queue;
    private final ApprovalQueue approvals;

    NextCase(CaseReader reader, Queue queue, ApprovalQueue approvals) {
        this.reader = reader;
        this.queue = queue;
        this.approvals = approvals;
    }

    /** To the case behind this one in the queue, or to the queue when there is none. */
    Uni<Response> inQueue(Caller caller, QueueFilter filter, UUID done, Done said) {
        return reader.detail(caller, done)
                .flatMap(detail -> queue.next(caller, filter, detail.file()))
                .map(next -> next == null
                        ? Forms.to("/" + filter.query(), said.word())
                        : Forms.to("/kasus/" + next.caseId() + filter.query(), said.word() + "&dari=" + done));
    }

    /** To the next answer that waits for this person's approval, or to the list when there is none. */
    Uni<Response> approval(Caller caller, UUID done) {
        return approvals
                .next(caller, done)
                .map(next -> next == null
                        ? Forms.to("/persetujuan", Done.APPROVED.word() + "&dari=" + done)
                        : Forms.to("/kasus/" + next, Done.APPROVED.word() + "&dari=" + done));
    }
}
