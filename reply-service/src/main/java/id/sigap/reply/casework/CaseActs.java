package id.sigap.reply.casework;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.cases.Mentions;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to a case. */
@ApplicationScoped
public class CaseActs {
    private final Desk desk;
    private final CaseRules rules;

    /** At the desk. */
    public CaseActs(Desk desk, CaseRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** Gives the case to somebody, or to nobody. */
    public Uni<Void> assign(Caller caller, UUID caseId, @Nullable Integer expected, @Nullable String assignee) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            file.assign(assignee, act.now());
            act.tell(about -> about.assigned(assignee, act.by()));
            act.note("assigned", assignee);
            return Uni.createFrom().voidItem();
        });
    }

    /** Hands the case to another unit; it keeps its clock. */
    public Uni<Void> route(
            Caller caller, UUID caseId, @Nullable Integer expected, String unit, @Nullable String reason) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            if (rules.agency(file).unit(unit).isEmpty()) {
                throw ProblemException.unprocessable("unit", "The agency has no such unit.");
            }
            if (unit.equals(file.unit())) {
                throw ProblemException.conflict("same-unit", "The case is with that unit already.");
            }
            String from = file.unit();
            file.route(unit, act.by(), act.now());
            act.tell(about -> about.routedFrom(from, reason, act.by()));
            act.note("routed", from + " → " + unit);
            return Uni.createFrom().voidItem();
        });
    }

    /** Ends the case; an answer in the making is given up. */
    public Uni<Void> close(Caller caller, UUID caseId, @Nullable Integer expected, Disposition disposition) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            if (disposition == Disposition.RESOLVED && !file.turn().isEmpty()) {
                throw ProblemException.unprocessable(
                        "disposition", "Messages wait for an answer: the case is not resolved yet.");
            }
            file.close(disposition, act.now());
            act.tell(about -> about.closed(disposition, file.turn(), act.by()));
            act.note("closed", disposition.wire());
            return MergeActs.tellClosedElsewhere(act, disposition)
                    .flatMap(told -> ReplyActs.open(act))
                    .onItem()
                    .ifNotNull()
                    .invoke(ReplyEntity::discard)
                    .replaceWithVoid();
        });
    }

    /** Lets a closed case live again. */
    public Uni<Void> reopen(Caller caller, UUID caseId, @Nullable Integer expected, @Nullable String reason) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            file.reopen(act.now());
            act.tell(about -> about.reopened(reason, act.by()));
            act.note("reopened", reason);
            return Uni.createFrom().voidItem();
        });
    }

    /** Corrects what triage understood. */
    public Uni<Void> reclassify(Caller caller, UUID caseId, @Nullable Integer expected, Kind kind, String topic) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            if (!topic.equals(Topic.NONE) && rules.agency(file).topic(topic).isEmpty()) {
                throw ProblemException.unprocessable("topic", "The agency has no such topic.");
            }
            Kind fromKind = file.kind();
            String fromTopic = file.topic();
            file.reclassify(kind, topic, act.now());
            UUID turn =
                    file.turn().isEmpty() ? file.lastMessageId() : file.turn().get(0);
            act.note("reclassified", fromKind.wire() + "/" + fromTopic + " → " + kind.wire() + "/" + topic);
            return WordsAsTriaged.of(act.session(), turn)
                    .invoke(words -> {
                        rules.dueAsUnderstood(file, words).ifPresent(file::dueBy);
                        act.tell(about -> about.reclassified(
                                turn,
                                fromKind,
                                kind,
                                fromTopic,
                                topic,
                                file.urgency(),
                                file.waitingSince() == null ? null : file.respondBy(),
                                words,
                                act.by()));
                    })
                    .replaceWithVoid();
        });
    }

    /** Writes something down for colleagues; citizens never see it. */
    public Uni<Void> note(Caller caller, UUID caseId, String text) {
        return desk.onCase(caller, caseId, null, act -> {
            act.file().touch(act.now());
            act.note("note", text);
            Object[] mentions = Mentions.in(text).stream()
                    .map(person -> new MentionEntity(act, person, text))
                    .toArray();
            return mentions.length == 0
                    ? Uni.createFrom().voidItem()
                    : act.session().persistAll(mentions);
        });
    }
}
