package id.sigap.reply.casework;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Joins two cases of one citizen. The older messages stay where they are and are shown with both; what waits, and what
 * comes later, belongs to the case that lives on.
 */
@ApplicationScoped
public class MergeActs {
    /** Answers to one citizen never reach another: the same conversation, the same contact, or linked by a person. */
    private static final String SAME_CITIZEN = """
            select count(*) from cases a join cases b on b.case_id = :survivor
            where a.case_id = :merged and a.agency = b.agency and (
                a.conversation_id = b.conversation_id
                or contact_of(a.channel, a.citizen_id) = contact_of(b.channel, b.citizen_id)
                or exists (select 1 from citizen_links la
                    join citizen_links lb on lb.agency = la.agency and lb.citizen = la.citizen
                    where la.agency = a.agency and la.contact = contact_of(a.channel, a.citizen_id)
                      and lb.contact = contact_of(b.channel, b.citizen_id)))""";

    private static final String MERGE = """
            insert into case_merges (merged, into_case, agency, conversation_id, account, channel, merged_by, merged_at)
            values (:merged, :survivor, :agency, :conversation, :account, :channel, :by, :at)""";

    /** Whatever was merged into the merged one follows it. */
    private static final String FOLLOW = "update case_merges set into_case = :survivor where into_case = :merged";

    private static final String WAITING = """
            update messages set case_id = :survivor
            where case_id = :merged and answered_by is null and withdrawn_at is null and part = 'turn'""";

    private static final String ELSEWHERE = """
            select cast(m.conversation_id as text), g.account, g.channel, string_agg(cast(m.message_id as text), ',')
            from messages m
            join (select distinct conversation_id, account, channel from case_merges where into_case = :survivor) g
                on g.conversation_id = m.conversation_id
            where m.case_id = :survivor and m.conversation_id <> :own and m.answered_by is null
              and m.withdrawn_at is null and m.part = 'turn'
            group by m.conversation_id, g.account, g.channel""";

    private final Desk desk;

    /** At the desk. */
    public MergeActs(Desk desk) {
        this.desk = desk;
    }

    /** Joins the first case into the second one. */
    public Uni<Void> merge(Caller caller, UUID merged, UUID survivor) {
        if (merged.equals(survivor)) {
            throw ProblemException.unprocessable("into", "A case is not merged into itself.");
        }
        return desk.onTwoCases(
                caller,
                merged,
                survivor,
                (act, other) -> allowed(act, other)
                        .flatMap(ok -> ReplyActs.open(act)
                                .onItem()
                                .ifNotNull()
                                .invoke(ReplyEntity::discard)
                                .replaceWithVoid())
                        .flatMap(done -> perform(act, other)));
    }

    private static Uni<Void> allowed(Act act, CaseEntity survivor) {
        CaseEntity merged = act.file();
        if (!merged.agency().equals(survivor.agency())) {
            throw ProblemException.unprocessable("into", "The cases belong to different agencies.");
        }
        if (survivor.state() == CaseState.CLOSED) {
            throw ProblemException.conflict("wrong-state", "The other case is closed; reopen it first.");
        }
        boolean decided = survivor.state() == CaseState.AWAITING_APPROVAL || survivor.state() == CaseState.SENDING;
        if (decided && !merged.turn().isEmpty()) {
            throw ProblemException.conflict(
                    "reply-in-the-making",
                    "An answer of the other case is submitted or released; it would not answer what this one brings.");
        }
        if (merged.transferredTo() != null) {
            throw ProblemException.conflict(
                    "with-another-office", "Another office has the matter; the case stays open until it has answered.");
        }
        return act.session()
                .createNativeQuery(SAME_CITIZEN, Long.class)
                .setParameter("merged", merged.caseId())
                .setParameter("survivor", survivor.caseId())
                .getSingleResult()
                .invoke(same -> {
                    if (same == 0) {
                        throw ProblemException.unprocessable(
                                "into",
                                "The cases are not known to be one citizen's; link the citizen first. Several citizens"
                                        + " with one problem are an incident.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> perform(Act act, CaseEntity survivor) {
        CaseEntity merged = act.file();
        merged.mergeInto(survivor, act.now());
        act.tell(about -> about.closed(Disposition.NEEDS_NO_ANSWER, List.of(), act.by()));
        act.note("merged", survivor.number());
        act.notes().add(new HistoryEntity(survivor.caseId(), act.now(), "absorbed", act.by(), merged.number()));
        return act.session()
                .createNativeQuery(WAITING)
                .setParameter("survivor", survivor.caseId())
                .setParameter("merged", merged.caseId())
                .executeUpdate()
                .flatMap(moved -> act.session()
                        .createNativeQuery(FOLLOW)
                        .setParameter("survivor", survivor.caseId())
                        .setParameter("merged", merged.caseId())
                        .executeUpdate())
                .flatMap(followed -> act.session()
                        .createNativeQuery(MERGE)
                        .setParameter("merged", merged.caseId())
                        .setParameter("survivor", survivor.caseId())
                        .setParameter("agency", merged.agency())
                        .setParameter("conversation", merged.conversationId())
                        .setParameter("account", merged.account())
                        .setParameter("channel", merged.channel().wire())
                        .setParameter("by", act.by())
                        .setParameter("at", act.now())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Tells of a closing in the conversations of merged cases too, as far as their messages got no answer: events of a
     * conversation bear its key.
     */
    static Uni<Void> tellClosedElsewhere(Act act, Disposition disposition) {
        CaseEntity file = act.file();
        if (file.turn().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return act.session()
                .createNativeQuery(ELSEWHERE, Object[].class)
                .setParameter("survivor", file.caseId())
                .setParameter("own", file.conversationId())
                .getResultList()
                .invoke(rows -> rows.forEach(row -> {
                    CaseEvents about = new CaseEvents(
                            file.caseId(),
                            UUID.fromString((String) row[0]),
                            file.agency(),
                            (String) row[1],
                            Channel.of((String) row[2]),
                            file.unit(),
                            act.now());
                    List<UUID> unanswered = Stream.of(((String) row[3]).split(","))
                            .map(UUID::fromString)
                            .filter(file.turn()::contains)
                            .toList();
                    act.events().add(about.closed(disposition, unanswered, act.by()));
                }))
                .replaceWithVoid();
    }
}
