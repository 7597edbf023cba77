package id.sigap.reply.cases;

import static id.sigap.reply.cases.CaseState.ANSWERED;
import static id.sigap.reply.cases.CaseState.AWAITING_APPROVAL;
import static id.sigap.reply.cases.CaseState.CLOSED;
import static id.sigap.reply.cases.CaseState.DRAFTING;
import static id.sigap.reply.cases.CaseState.NEEDS_ATTENTION;
import static id.sigap.reply.cases.CaseState.SENDING;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one table of what a case may become. What is not in it is refused. */
public final class CaseLife {
    private static final Map<CaseState, Map<CaseAct, CaseState>> TABLE = table();

    private CaseLife() {}

    /** Where the act leads from the state. */
    public static Transition after(CaseState state, CaseAct act) {
        @Nullable CaseState next = row(state).get(act);
        return next == null ? new Transition.Refused(state, act) : new Transition.Moved(next);
    }

    private static Map<CaseAct, CaseState> row(CaseState state) {
        Map<CaseAct, CaseState> row = TABLE.get(state);
        if (row == null) {
            throw new IllegalStateException("the table has every state: " + state);
        }
        return row;
    }

    private static Map<CaseState, Map<CaseAct, CaseState>> table() {
        Map<CaseState, Map<CaseAct, CaseState>> table = new EnumMap<>(CaseState.class);
        table.put(
                DRAFTING,
                Map.of(
                        CaseAct.MESSAGE, DRAFTING,
                        CaseAct.DRAFT, DRAFTING,
                        CaseAct.SUBMIT, AWAITING_APPROVAL,
                        CaseAct.RELEASE, SENDING,
                        // An older answer arrived while the next one was in the making, and nothing newer waits.
                        CaseAct.ANSWER, ANSWERED,
                        CaseAct.FAIL, NEEDS_ATTENTION,
                        CaseAct.CLOSE, CLOSED));
        table.put(
                AWAITING_APPROVAL,
                Map.of(
                        // The approver saw an answer to less than the citizen has written by now.
                        CaseAct.MESSAGE, DRAFTING,
                        CaseAct.DRAFT, DRAFTING,
                        CaseAct.SUBMIT, AWAITING_APPROVAL,
                        CaseAct.RELEASE, SENDING,
                        CaseAct.ANSWER, ANSWERED,
                        CaseAct.FAIL, NEEDS_ATTENTION,
                        CaseAct.CLOSE, CLOSED));
        table.put(
                SENDING,
                Map.of(
                        CaseAct.MESSAGE, DRAFTING,
                        CaseAct.DRAFT, DRAFTING,
                        CaseAct.ANSWER, ANSWERED,
                        CaseAct.FAIL, NEEDS_ATTENTION));
        table.put(
                NEEDS_ATTENTION,
                Map.of(
                        CaseAct.MESSAGE, DRAFTING,
                        CaseAct.DRAFT, DRAFTING,
                        // A person sends the same answer again, knowing why it failed.
                        CaseAct.RELEASE, SENDING,
                        // A receipt, or a person, told that the answer had arrived after all.
                        CaseAct.ANSWER, ANSWERED,
                        CaseAct.CLOSE, CLOSED));
        table.put(
                ANSWERED,
                Map.of(
                        CaseAct.MESSAGE, DRAFTING,
                        // We may write first, e.g. when a train runs again.
                        CaseAct.DRAFT, DRAFTING,
                        CaseAct.ANSWER, ANSWERED,
                        CaseAct.CLOSE, CLOSED));
        table.put(
                CLOSED,
                Map.of(
                        CaseAct.REOPEN, DRAFTING,
                        // A receipt may come after the closing; it changes nothing.
                        CaseAct.ANSWER, CLOSED));
        return table;
    }
}
