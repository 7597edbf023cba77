package id.sigap.reply.casework;

import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.cases.CaseEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One act of one person in its transaction: the locked case, and what is to be told of it.
 *
 * @param session the transaction's session
 * @param file the case, locked
 * @param by who acts
 * @param now when, in whole milliseconds as events have it
 * @param events told with the commit
 * @param notes added to the case's history with the commit
 */
record Act(
        Mutiny.Session session,
        CaseEntity file,
        String by,
        Instant now,
        List<CaseEvent> events,
        List<HistoryEntity> notes) {

    Act(Mutiny.Session session, CaseEntity file, String by, Instant now) {
        this(session, file, by, now, new ArrayList<>(), new ArrayList<>());
    }

    /** An event of the case as it is now; it leaves with the commit. */
    void tell(Function<CaseEvents, CaseEvent> event) {
        events.add(event.apply(file.events(now)));
    }

    /** A line of the case's history. */
    void note(String act, @Nullable String detail) {
        notes.add(new HistoryEntity(file.caseId(), now, act, by, detail));
    }
}
