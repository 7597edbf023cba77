package id.sigap.reply.casework;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import id.sigap.contracts.directory.Agency;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What people do with a case besides answering it: lay it aside, pass it on, settle it. */
@ApplicationScoped
public class LifeActs {
    /** Longer than that is forgetting. */
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    private static final String TRANSFER = """
            insert into case_transfers (transfer_id, case_id, agency, office, recipient, reason, sent_by, sent_at)
            values (:id, :case, :agency, :office, :recipient, :reason, :by, :at)""";

    private static final String OFFICE_ANSWERED = """
            update case_transfers set answer = :answer, answered_by = :by, answered_at = :at
            where case_id = :case and answered_at is null""";

    private static final String TRANSFERS = "select count(*) from case_transfers where case_id = :case";

    private final Desk desk;
    private final CaseRules rules;
    private final String liaison;

    /**
     * At the desk.
     *
     * @param liaison the unit that keeps contact with offices outside, where an agency has it
     */
    public LifeActs(
            Desk desk,
            CaseRules rules,
            @ConfigProperty(name = "sigap.cases.liaison-unit", defaultValue = "penghubung") String liaison) {
        this.desk = desk;
        this.rules = rules;
        this.liaison = liaison;
    }

    /** Lays the case aside until a time; the citizen's next message brings it back earlier. The citizen's clock runs. */
    public Uni<Void> snooze(
            Caller caller, UUID caseId, @Nullable Integer expected, Instant until, @Nullable String reason) {
        return desk.onCase(caller, caseId, expected, act -> {
            if (!until.isAfter(act.now()) || until.isAfter(act.now().plus(LONGEST_SNOOZE))) {
                throw ProblemException.unprocessable(
                        "until", "This must be a time within the next " + LONGEST_SNOOZE.toDays() + " days.");
            }
            act.file().snooze(until, act.now());
            act.note("snoozed", reason == null ? until.toString() : until + " " + reason);
            return Uni.createFrom().voidItem();
        });
    }

    /** Brings it back before its time. */
    public Uni<Void> wake(Caller caller, UUID caseId, @Nullable Integer expected) {
        return moved(caller, caseId, expected, CaseAct.WAKE, "woken");
    }

    /** We asked for something: it is the citizen's turn. */
    public Uni<Void> waitForCitizen(Caller caller, UUID caseId, @Nullable Integer expected) {
        return moved(caller, caseId, expected, CaseAct.WAIT, "waiting");
    }

    /** The matter is settled; the case closes by itself unless the citizen writes. */
    public Uni<Void> resolve(Caller caller, UUID caseId, @Nullable Integer expected) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            if (file.transferredTo() != null) {
                throw withAnotherOffice();
            }
            file.act(CaseAct.RESOLVE, act.now());
            act.note("resolved", null);
            return Uni.createFrom().voidItem();
        });
    }

    /** Hands the case to another unit of the agency, where nobody has it yet; it keeps its clock. */
    public Uni<Void> toUnit(Caller caller, UUID caseId, @Nullable Integer expected, String unit, String reason) {
        return desk.onCase(caller, caseId, expected, act -> {
            requireUnit(act, unit);
            if (unit.equals(act.file().unit())) {
                throw ProblemException.conflict("same-unit", "The case is with that unit already.");
            }
            move(act, unit, reason);
            return Uni.createFrom().voidItem();
        });
    }

    /**
     * Passes the matter to an office outside. The case stays open with the unit that keeps contact (penghubung) until
     * that office has answered.
     *
     * @param office whose matter it is
     * @param recipient who there has it, by name or post
     * @param unit the unit that keeps contact; null for the agency's own, or its default unit when it has none
     */
    public Uni<Void> toOffice(
            Caller caller,
            UUID caseId,
            @Nullable Integer expected,
            String office,
            String recipient,
            String reason,
            @Nullable String unit) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            String keeps = unit == null ? liaison(rules.agency(file)) : unit;
            requireUnit(act, keeps);
            file.transfer(office, act.now());
            if (!keeps.equals(file.unit())) {
                move(act, keeps, reason);
            }
            act.note("transferred", office + " (" + recipient + "): " + reason);
            return act.session()
                    .createNativeQuery(TRANSFER)
                    .setParameter("id", Ids.timeOrdered(act.now()))
                    .setParameter("case", file.caseId())
                    .setParameter("agency", file.agency())
                    .setParameter("office", office)
                    .setParameter("recipient", recipient)
                    .setParameter("reason", reason)
                    .setParameter("by", act.by())
                    .setParameter("at", act.now())
                    .executeUpdate()
                    .replaceWithVoid();
        });
    }

    /** The office outside has answered; what it said is kept, and somebody tells the citizen. */
    public Uni<Void> officeAnswered(Caller caller, UUID caseId, @Nullable Integer expected, String answer) {
        return desk.onCase(caller, caseId, expected, act -> {
            CaseEntity file = act.file();
            String office = file.transferredTo();
            if (office == null) {
                throw ProblemException.conflict("not-transferred", "No other office has the matter.");
            }
            file.officeAnswered(act.now());
            act.note("office-answered", office + ": " + answer);
            return act.session()
                    .createNativeQuery(OFFICE_ANSWERED)
                    .setParameter("answer", answer)
                    .setParameter("by", act.by())
                    .setParameter("at", act.now())
                    .setParameter("case", file.caseId())
                    .executeUpdate()
                    .replaceWithVoid();
        });
    }

    /** Ends a case that was another office's: only after it was passed there, and that office and we have answered. */
    public Uni<Void> closeNotOurs(Caller caller, UUID caseId, @Nullable Integer expected) {
        return desk.onCase(
                caller,
                caseId,
                expected,
                act -> act.session()
                        .createNativeQuery(TRANSFERS, Long.class)
                        .setParameter("case", act.file().caseId())
                        .getSingleResult()
                        .flatMap(transfers -> {
                            CaseEntity file = act.file();
                            if (transfers == 0 || !file.turn().isEmpty()) {
                                throw notOurs();
                            }
                            file.close(Disposition.RESOLVED, act.now());
                            act.tell(about -> about.closed(Disposition.RESOLVED, List.of(), act.by()));
                            act.note("closed", "not-ours");
                            return ReplyActs.open(act)
                                    .onItem()
                                    .ifNotNull()
                                    .invoke(ReplyEntity::discard)
                                    .replaceWithVoid();
                        }));
    }

    private Uni<Void> moved(Caller caller, UUID caseId, @Nullable Integer expected, CaseAct how, String what) {
        return desk.onCase(caller, caseId, expected, act -> {
            act.file().act(how, act.now());
            act.note(what, null);
            return Uni.createFrom().voidItem();
        });
    }

    private String liaison(Agency agency) {
        return agency.unit(liaison).isPresent() ? liaison : agency.defaultUnit();
    }

    private void requireUnit(Act act, String unit) {
        if (rules.agency(act.file()).unit(unit).isEmpty()) {
            throw ProblemException.unprocessable("unit", "The agency has no such unit.");
        }
        if (act.file().state() == CaseState.CLOSED) {
            throw ProblemException.conflict("wrong-state", "The case is closed; reopen it first.");
        }
    }

    private static void move(Act act, String unit, String reason) {
        CaseEntity file = act.file();
        String from = file.unit();
        file.route(unit, act.by(), act.now());
        act.tell(about -> about.routedFrom(from, reason, act.by()));
        act.note("routed", from + " → " + unit);
        if (file.assignee() != null) {
            file.assign(null, act.now());
            act.tell(about -> about.assigned(null, act.by()));
        }
    }

    private static ProblemException withAnotherOffice() {
        return ProblemException.conflict(
                "with-another-office", "Another office has the matter; the case stays open until it has answered.");
    }

    private static ProblemException notOurs() {
        return new ProblemException(Problem.of(
                422,
                "not-ours",
                "A rule forbids it",
                "No case is closed as not ours: pass it to the unit or office whose matter it is, and tell the citizen."
                        + " It stays open until they have an answer.",
                "disposition"));
    }
}
